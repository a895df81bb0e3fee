"""The text that a signature covers: written out, read back, the same again, whatever a writer types."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kb.library.article import read_article
from kb.library.signature import read_signature, signature_text
from kb.library.signed import signed_text
from kb.model.article import INSIDE, Article
from kb.model.problem import ERROR
from kb.model.prose import plain_text
from kb.text import canonical

PATH = "articles/a.md"
WORDS = st.sampled_from(
    ["boxes", "*five*", "**ten**", "`code`", "[[rush]]", "[[rush|in a hurry]]", "[mail](mailto:a@example.com)", "<b>",
     "a < b", "# not", "1.", "- x", "|", "\\", "&amp;", "_x_", "~~no~~", "ΔE", "é", "e\u0301", "\u00a0", "\u200b",
     "---", "***", "> ", "```", "`", "!", "%%", "a*b*c", "5 * 3", "snake_case", "https://example.com/a_b", "\t", "“so”",
     "::", "\\*", "[", "]", "x\\", "* *", "****", "2 < 3 > 1"]
)  # fmt: skip
TEXT = st.lists(st.one_of(WORDS, st.text("ab 1.,:#*_`[]()<>|\\&~-", max_size=6)), min_size=1, max_size=6).map(" ".join)
BLOCK = st.one_of(
    TEXT,
    st.lists(TEXT, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    st.lists(TEXT, min_size=1, max_size=3).map(lambda lines: "\n".join(f"{n}. {t}" for n, t in enumerate(lines, 1))),
    TEXT.map(lambda text: f"> {text}"),
    st.lists(st.text("ab #*`  -\t", max_size=8), min_size=1, max_size=3).map(
        lambda ls: "```\n" + "\n".join(ls) + "\n```"
    ),
    st.lists(TEXT, min_size=2, max_size=2).map(lambda cells: f"| {cells[0]} | x |\n| --- | --- |\n| {cells[1]} | y |"),
)
SECTION = st.lists(BLOCK, max_size=3).map("\n\n".join)
SOURCES = st.builds(
    lambda title, say, dont, why, tell, push: (
        f"---\naudience: customer\n---\n# {title}\n\n{say}\n\n## Numbers\n- lead time: 5 days\n\n"
        f"## Don't say\n- {dont}\n\n## Why\n{why}\n\n## Worth telling\n{tell}\n\n## If they push back\n{push}\n"
    ),
    TEXT, SECTION, TEXT, SECTION, SECTION, SECTION,
)  # fmt: skip


def article_of(source: str) -> Article | None:
    """The article, where it can be signed at all: read without an error, and not for inside only."""
    article, problems = read_article(PATH, source.encode("utf-8", "replace"), INSIDE)
    sound = article is not None and article.audience != INSIDE
    return article if sound and not any(one.severity == ERROR for one in problems) else None


def says(article: Article) -> list[str]:
    """Everything that a signature covers, in plain words."""
    prose = (article.say, article.why, article.worth_telling, article.push_back)
    lines = [article.title, article.audience, *(number.text for number in article.numbers)]
    return [*map(canonical, [*lines, *(line.text for line in article.dont_say), *map(plain_text, prose)])]


@settings(max_examples=60, deadline=None)
@given(SOURCES)
def test_what_was_signed_says_the_same_when_it_is_read_again(source: str) -> None:
    article = article_of(source)
    if article is None:
        return
    text = signed_text(article)
    file = signature_text("sales", "inside sales", date(2026, 11, 2), date(2027, 2, 1), text)
    signature, _problems = read_signature("agreed/a/2026-11-02-sales-x.yaml", file.encode())
    assert signature is not None
    assert signature.text == text
    assert signed_text(signature.article) == text
    assert says(signature.article) == says(article)


def test_what_only_looks_like_a_link_is_none_when_it_is_read_again() -> None:
    article = article_of("---\naudience: customer\n---\n# boxes\n\n## Why\n[[ \\* ]] and **\\[[x]]**\n")
    assert article is not None

    again = article_of(signed_text(article))

    assert again is not None
    assert says(again) == says(article)
