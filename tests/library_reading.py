"""How tests read an article, and what must not be seen of it."""

from dataclasses import replace

from hypothesis import strategies as st

from kb.library.article import read_article
from kb.library.headings import SECTIONS
from kb.library.remarks import closes_article
from kb.library.sections import Body, split_body
from kb.model.article import Article

CANARY = "KBCANARY"
"""What stands in places that only inside may read."""

OPEN_TEXT = "# How long does it take?\n\nFifteen days.\n\n## Why\n\nPlates take five.\n\n"


def said(body: Body, key: str) -> list[str]:
    """The passages of a section."""
    return [passage.text for section in body.sections if section.key == key for passage in section.passages]


def assert_hidden(text: str) -> None:
    """The canary in the text of an article is read by nobody but inside."""
    body = split_body(text, 1)
    if not closes_article(body.remarks):
        shown = [body.title, *(word for key in SECTIONS if key != "inside" for word in said(body, key))]
        assert CANARY not in "\n".join(shown)


def read(text: str, default: str = "customer", path: str = "articles/lead-time.md") -> tuple[Article, list[str]]:
    """The article, and its problems with their lines."""
    article, problems = read_article(path, text.encode(), default)
    assert article is not None
    assert all(problem.path == path for problem in problems)
    return article, [f"{problem.line} {problem.severity}: {problem.sentence}" for problem in problems]


def shown_of(article: Article) -> str:
    """Everything but what is inside, whoever may read the article."""
    return repr(replace(article, inside=()))


def mutations(line: str) -> st.SearchStrategy[str]:
    """The line with one character put in, left out, changed, or swapped with the next."""
    signs = st.sampled_from(
        list("\u200b\u00a0\u00ad\u0430\u0435\u0455\u0456\u00bc\u202e \t\n:#-'\"[]{}&*!|>%@`,?=xX~<\\")
    )
    places = st.integers(0, len(line) - 1)
    anything = signs | st.characters()
    return st.one_of(
        st.builds(lambda at, sign: line[:at] + sign + line[at:], st.integers(0, len(line)), anything),
        st.builds(lambda at, sign: line[:at] + sign + line[at + 1 :], places, anything),
        st.builds(lambda at: line[:at] + line[at + 1 :], places),
        st.builds(lambda at: line[:at] + line[at + 1 : at + 2] + line[at : at + 1] + line[at + 2 :], places),
    )
