"""What somebody wants to add, and the text of a valid article made from it; reads no file and writes none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kb.library.escape import heading, item, line, one_line, prose, yaml_value
from kb.model.article import Article
from kb.text import canonical, fold

_COMMENT = re.compile(r".{0,20}<!--.*?-->")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as it was typed, field by field; plain words, not Markdown."""

    title: str = ""
    """The customer's question."""

    say: str = ""
    """The answer. Here and in the other prose an empty line parts paragraphs."""

    customers_say: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    """Number lines, without bullets."""

    dont_say: tuple[str, ...] = ()
    """`"two weeks": plates alone take five days`; a line without quotation marks gets them (`dont_say_line`)."""

    why: str = ""
    worth_telling: str = ""
    push_back: tuple[str, ...] = ()
    inside: str = ""
    desk: str = ""
    audience: str = ""
    """Empty leaves it to kb.yaml."""

    tags: tuple[str, ...] = ()


class Section(NamedTuple):
    """One section of an article's file."""

    key: str
    """The field of `Draft`."""

    heading: str
    hint: str
    """What belongs there, for somebody who looks at an empty file."""


SECTIONS = (
    Section("say", "", "The answer, as you would say it to the customer: one to three sentences."),
    Section(
        "customers_say", "Customers say", "Other words in which customers ask this; each on its own line after a -"
    ),
    Section(
        "numbers", "Numbers", "WHAT, FOR WHAT: HOW MUCH   such as   - smallest order, plain box: at least 100 boxes"
    ),
    Section("dont_say", "Don't say", 'The words nobody should say, and why   such as   - "two weeks": it takes three'),
    Section("why", "Why", "Why is it so? A reason that a customer can follow."),
    Section("worth_telling", "Worth telling", "What are you proud of here?"),
    Section("push_back", "If they push back", "What helps when the customer is not happy with the answer?"),
    Section("inside", "Inside only", "What must never leave the company."),
)
"""In the order of the file; the answer has no heading."""


def article_text(draft: Draft) -> str:
    """The article's file: front matter, title, and the sections that have something in them."""
    parts = [_front_matter(draft), f"# {heading(draft.title)}"]
    for section in SECTIONS:
        body = _body(draft, section.key)
        if body:
            parts.append(f"## {section.heading}\n{body}" if section.heading else body)
    return "\n\n".join(filter(None, parts)).replace("---\n\n# ", "---\n# ", 1) + "\n"


def template_text(draft: Draft) -> str:
    """The article's file with every section in it, each with its hint, to be filled in with an editor."""
    desk = yaml_value(draft.desk) if draft.desk else ""
    front = f"---\ndesk: {desk}\naudience: {draft.audience}\ntags: {_tags(draft)}\n---"
    parts = [f"{front}\n# {heading(draft.title)}".rstrip(" ")]
    parts += filter(None, (_front_hint(), *(_with_hint(draft, section) for section in SECTIONS)))
    return "\n\n".join(parts) + "\n"


def without_hints(text: str) -> str:
    """A filled-in template without its hints and without the sections that stayed empty."""
    hints = {_hint(section.hint) for section in SECTIONS} | {_front_hint()}
    lines = [written for written in text.splitlines() if written.strip() not in hints and written.strip() != "-"]
    kept = [written for at, written in enumerate(lines) if not _is_left_empty(lines, at)]
    return _without_runs_of_empty_lines(kept)


def is_template(text: str) -> bool:
    """Whether a text is a template that was filled in, its hints still in it."""
    return _front_hint() in text


def dont_say_line(text: str) -> str:
    """A *Don't say* line with the phrase in quotation marks, which a shell or a hurry took away.

    >>> dont_say_line("two weeks: plates alone take one")
    '"two weeks": plates alone take one'
    """
    words = item(text)
    if not words or any(sign in words for sign in '"“”„«»'):
        return words
    ends = [at for sign in (": ", "; ") if (at := words.find(sign)) > 0]
    end = min(ends, default=len(words))
    return f'"{words[:end]}"{words[end:]}'


def misread(draft: Draft, article: Article) -> str:
    """What the written article says otherwise than the draft did, in words; empty when it says the same.

    The last guard before a file is written: nothing that was typed may change another part, above all not who may
    read it.
    """
    same = {
        "the title": canonical(article.title) == canonical(one_line(draft.title)),
        "who may read it": article.audience == draft.audience or not (draft.audience or article.audience_written),
        "the desk": article.desk == one_line(draft.desk),
        "the tags": len(article.tags) == len(draft.tags),
        "what customers say": len(article.customers_say) == len(draft.customers_say),
        "the numbers": len(article.numbers) == len(draft.numbers),
        "what not to say": len(article.dont_say) == len(draft.dont_say),
        "what is inside only": bool(article.inside) == bool(draft.inside.strip()),
        "the answer": bool(article.say) == bool(draft.say.strip()),
    }
    return ", ".join(part for part, holds in same.items() if not holds)


def heading_in_disguise(draft: Draft) -> str:
    """A typed line that a reader would take for the heading of the inside part; empty where there is none."""
    return next((text for text in _typed_lines(draft) if _bare(text) in ("inside", "inside only")), "")


def comment_in(draft: Draft) -> str:
    """The words of a comment that was typed, which somebody may expect to stay unseen; empty where there is none."""
    return next((found.group() for text in _typed_lines(draft) if (found := _COMMENT.search(text))), "")


def _front_matter(draft: Draft) -> str:
    lines = [f"desk: {yaml_value(draft.desk)}"] if draft.desk else []
    lines += [f"audience: {yaml_value(draft.audience)}"] if draft.audience else []
    lines += [f"tags: {_tags(draft)}"] if draft.tags else []
    return "\n".join(("---", *lines, "---")) if lines else ""


def _tags(draft: Draft) -> str:
    return yaml_value(", ".join(map(one_line, draft.tags))) if draft.tags else ""


def _body(draft: Draft, key: str) -> str:
    value: str | tuple[str, ...] = getattr(draft, key)
    if isinstance(value, str):
        return prose(value)
    return "\n".join(f"- {line(item(each))}" for each in value if one_line(each))


def _with_hint(draft: Draft, section: Section) -> str:
    body = _body(draft, section.key)
    empty = "- " if isinstance(getattr(draft, section.key), tuple) else ""
    head = f"## {section.heading}\n" if section.heading else ""
    return f"{head}{_hint(section.hint)}\n{body or empty}"


def _hint(text: str) -> str:
    return f"<!-- {text} -->"


def _front_hint() -> str:
    return _hint("Above: the desk that knows; customer, sales or inside; topics. Behind # : the customer's question.")


def _is_left_empty(lines: list[str], at: int) -> bool:
    """Whether a line is one of our headings, or a key of the front matter, with nothing said under or behind it."""
    written = lines[at].strip()
    if written in ("desk:", "audience:", "tags:"):
        return True
    if written not in {f"## {section.heading}" for section in SECTIONS if section.heading}:
        return False
    following = next((line for line in lines[at + 1 :] if line.strip()), "##")
    return following.startswith("##")


def _without_runs_of_empty_lines(lines: list[str]) -> str:
    kept: list[str] = []
    for written in lines:
        if written.strip() or (kept and kept[-1].strip()):
            kept.append(written.rstrip())
    return "\n".join(kept).strip("\n") + "\n"


def _typed_lines(draft: Draft) -> Iterator[str]:
    for section in SECTIONS:
        value: str | tuple[str, ...] = getattr(draft, section.key)
        for text in (value,) if isinstance(value, str) else value:
            yield from text.splitlines()


def _bare(text: str) -> str:
    return fold(text).strip("#*_->=+:. \t")
