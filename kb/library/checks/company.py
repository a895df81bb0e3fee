"""Rules about kb.yaml: what it hands out is there, is known, and may be read. Makes no hand-out."""

from collections.abc import Iterator
from itertools import pairwise

from kb.library.checks.texts import nameless
from kb.model.article import CUSTOMER, SALES, may_read
from kb.model.library import Company, Library
from kb.model.problem import WARNING, Problem
from kb.text import plural
from kb.words.near import did_you_mean

FORMATS = ("pdf", "html", "md", "json", "csv")
"""What an output of `kb publish` may be, by the ending of its name."""

_CHOICES = {"--paper": ("a4", "letter", "phone"), "--for": (SALES, CUSTOMER), "--format": FORMATS}
_PATH = "kb.yaml"
_MOST_NAMED = 3


def sheet_articles_exist(library: Library) -> Iterator[Problem]:
    """Every article on the cheat sheet is there, and a salesperson may read it."""
    audiences = {article.slug: article.audience for article in library.articles}
    company = library.frame.company
    for slug in company.sheet:
        line = _line(company, "sheet", slug)
        if slug not in audiences:
            way_out = did_you_mean(slug, audiences) or "Write the name of its file without the ending."
            yield Problem(_PATH, line, f"`sheet:` names no article: '{slug}'. {way_out}")
        elif not may_read(SALES, audiences[slug]):
            sentence = (
                f"`sheet:` names '{slug}', which is for inside, so it can't be printed. Take it off the list, or write "
                "`audience: sales` in it."
            )
            yield Problem(_PATH, line, sentence)


def sheet_names_each_article_once(library: Library) -> Iterator[Problem]:
    """No article is on the cheat sheet twice."""
    company = library.frame.company
    for slug in dict.fromkeys(slug for slug in company.sheet if company.sheet.count(slug) > 1):
        sentence = f"`sheet:` names '{slug}' more than once. Keep the place where it should stand."
        yield Problem(_PATH, _line(company, "sheet", slug), sentence, WARNING)


def outputs_can_be_published(library: Library) -> Iterator[Problem]:
    """Every output that `publish:` lists has an ending and choices that kb knows, and a name of its own."""
    company = library.frame.company
    names: set[str] = set()
    for output in company.publish:
        name, *words = output.split() or ("",)
        sentence = _refused_ending(name) or _refused_choice(output, words)
        if sentence:
            yield Problem(_PATH, _line(company, "publish", output), sentence)
        elif name in names:
            yield Problem(_PATH, _line(company, "publish", output), _twice(name))
        names.add(name)


def articles_name_their_readers(library: Library) -> Iterator[Problem]:
    """No article is hidden only because it says for nobody that it is for them; told once, for all of them."""
    hidden = [article.path for article in nameless(library)]
    if hidden:
        more = f" and {len(hidden) - _MOST_NAMED} more" if len(hidden) > _MOST_NAMED else ""
        verb, them, each = ("names", "it", "it") if len(hidden) == 1 else ("name", "them", "each")
        sentence = (
            f"{plural(len(hidden), 'article')} {verb} no reader, so sales and customers don't see {them}: "
            f"{', '.join(hidden[:_MOST_NAMED])}{more}. Write `audience: sales`, `audience: customer` or "
            f"`audience: inside` at the top of {each}."
        )
        yield Problem(_PATH, _line(library.frame.company, "default_audience"), sentence, WARNING)


def _refused_ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    if stem and dot and ending.casefold() in FORMATS:
        return ""
    hint = did_you_mean(ending, FORMATS) if stem else ""
    return f"`publish:` can't make '{name}': its name must end in .pdf, .html, .md, .json or .csv. {hint}".rstrip()


def _refused_choice(output: str, words: list[str]) -> str:
    for word, following in pairwise((*words, "")):
        flag, equals, joined = word.partition("=")
        choices = _CHOICES.get(flag, ())
        chosen = joined if equals else following
        if choices and chosen not in choices:
            listed = ", ".join(choices)
            return f"`publish:` can't make '{output}': behind {flag} one of these must stand: {listed}."
    return ""


def _twice(name: str) -> str:
    return f"`publish:` makes '{name}' twice, and the second would replace the first. Give one another name."


def _line(company: Company, key: str, entry: str = "") -> int:
    """The line of an entry of a list, else that of the key, else the first."""
    lines = dict(company.key_lines)
    return lines.get(f"{key}:{entry}", lines.get(key, 1))
