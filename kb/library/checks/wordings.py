"""Rules about the words of customers and the words to avoid with them; what an answer itself says is not asked here."""

import re
from collections.abc import Iterator

from kb.library.checks.names import is_copy
from kb.library.checks.texts import line_of_section, place, section, told
from kb.model.library import Library
from kb.model.problem import WARNING, Problem
from kb.words.tokens import words
from kb.words.unreadable import shown

_LONGEST = 1_000
"""More characters of a line are not looked at: nobody says so much in one go."""

_QUOTED = re.compile(
    r"""
      "[^"]{1,200}"
    | [“”„][^“”]{1,200}[“”]
    | «[^»]{1,200}»
    | (?<!\w)[‘'].{1,200}?[’'](?!\w)
    """,
    re.VERBOSE,
)
"""A quoted phrase of a length that somebody may say; single marks may also be apostrophes inside it."""


def customers_words_exist(library: Library) -> Iterator[Problem]:
    """Every article holds the words in which customers ask."""
    for article in told(library):
        if not any(line.text.strip() for line in article.customers_say):
            sentence = (
                "No customer's words stand here, so a search in their words may miss this answer. Write two or three "
                f"ways of asking under {section(article, 'customers_say')}."
            )
            yield Problem(article.path, line_of_section(article, "customers_say"), sentence, WARNING)


def wordings_lead_to_one_article(library: Library) -> Iterator[Problem]:
    """No two articles hold the same customer's words."""
    first: dict[tuple[str, ...], tuple[str, str]] = {}
    for article in told(library):
        for line in article.customers_say if not is_copy(article) else ():
            said = words(line.text[:_LONGEST])
            path, there = first.setdefault(said, (article.path, place(article, line.line)))
            if said and path != article.path:
                sentence = (
                    f"'{shown(line.text)}' also stands in {there}, so a search can't tell which answer "
                    "is meant. Keep it where the better answer is."
                )
                yield Problem(article.path, line.line, sentence, WARNING)


def phrases_not_to_say_are_quoted(library: Library) -> Iterator[Problem]:
    """Every line of Don't say has its phrase in quotation marks, so that kb can find it in an offer."""
    for article in told(library):
        for line in article.dont_say:
            if line.text.strip() and not _has_quotation(line.text):
                sentence = (
                    f"'{shown(line.text)}' has no words in quotation marks, so kb can't tell which ones not to say. "
                    'Write them first, then the reason: `"two weeks": plates alone take five working days`.'
                )
                yield Problem(article.path, line.line, sentence, WARNING)


def _has_quotation(text: str) -> bool:
    return any(map(str.isalnum, "".join(_QUOTED.findall(text[:_LONGEST]))))
