"""Adding articles: nothing is overwritten, nothing broken is written, nothing typed is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kb.errors import KbError, UsageError, WriteError
from kb.library.write import Draft
from kb.session.opening import open_session
from kb.session.session import Session
from kb.session.write import Refused, add_draft, add_text, audience_word, desk_key, free_slug, keep_draft

Folder = Callable[[dict[str, str]], Path]

PEOPLE = "planning:\n  name: Planning desk\ntooling:\n  name: Tool room\n"
MOQ = "---\naudience: sales\n---\n# How many at least?\n\nA hundred.\n"
DRAFT = Draft(title="How many at least?", say="A hundred.", audience="sales")


@pytest.fixture
def session(folder: Folder) -> Session:
    return open_session(str(folder({"people.yaml": PEOPLE})))


def files(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def test_a_draft_becomes_a_file_named_after_its_question(session: Session) -> None:
    written = add_draft(session, DRAFT)
    assert written.file == session.root / "articles" / "how-many-at-least.md"
    assert written.file.read_text("utf-8") == MOQ
    assert (written.article.slug, written.article.audience) == ("how-many-at-least", "sales")
    assert [article.slug for article in open_session(str(session.root)).library.articles] == ["how-many-at-least"]


@pytest.mark.parametrize("path", ["articles/how-many-at-least.md", "articles/x/How-Many-At-Least.yaml"])
def test_a_name_that_is_taken_is_refused_and_the_file_stays(session: Session, path: str) -> None:
    there = session.root / path
    there.parent.mkdir(parents=True)
    there.write_text("title: Mine\nsay: Mine.\n")
    with pytest.raises(WriteError, match="There is an article of that name already") as error:
        add_draft(session, DRAFT)
    assert "kb edit" in error.value.way_out
    assert there.read_text() == "title: Mine\nsay: Mine.\n"
    assert files(session.root) == sorted([path, "kb.yaml", "people.yaml"])


def test_of_many_who_add_the_same_at_once_one_wins_and_the_others_are_told(session: Session) -> None:
    def attempt(count: int) -> bool:
        try:
            add_draft(
                open_session(str(session.root)), Draft(title="How many?", say=f"Number {count}.", audience="sales")
            )
        except WriteError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(attempt, range(8)))
    assert sum(results) == 1
    assert f"Number {results.index(True)}." in (session.root / "articles/how-many.md").read_text()


@pytest.mark.parametrize(
    ("draft", "kind", "told"),
    [
        (Draft(title="How?"), UsageError, "an answer: --say."),
        (Draft(say="So."), UsageError, "and an answer: --title."),
        (Draft(title=" ", say="\n"), UsageError, "--title and --say"),
        (Draft(title="盒子", say="So."), UsageError, "no letter from a to z"),
        (Draft(title="How?", say="So.", desk="planing"), UsageError, "no desk 'planing'"),
        (Draft(title="How?", say="So.", audience="custmer"), UsageError, "no audience 'custmer'"),
        (Draft(title="How?", say="So.", numbers=("lead time: soon",)), Refused, "lead time: soon: I can't read"),
        (Draft(title="How?", say="So.\nInside only\nMore."), Refused, "would be taken for a heading"),
        (Draft(title="How?", say="So.", why="Insde only: it is cheap."), Refused, "looks like the heading"),
        (Draft(title="How?", say="audience: customer\nSo."), Refused, "looks like front matter"),
    ],
)
def test_what_cannot_be_an_article_is_told_and_nothing_is_written(
    session: Session, draft: Draft, kind: type[KbError], told: str
) -> None:
    with pytest.raises(kind) as error:
        add_draft(session, draft)
    assert told in error.value.sentence
    assert files(session.root) == ["kb.yaml", "people.yaml"]


def test_a_name_of_ones_own_serves_a_title_without_letters(session: Session) -> None:
    assert add_draft(session, Draft(title="盒子?", say="好。", audience="sales"), "box").file.name == "box.md"


@pytest.mark.parametrize("slug", ["../up", "a/b", "Con", "A B", ".hidden", "-x", "x.md", "nul"])
def test_a_name_that_does_not_work_everywhere_is_refused(session: Session, slug: str) -> None:
    with pytest.raises(UsageError, match="no name for a file that works everywhere"):
        free_slug(session, "How?", slug)


@pytest.mark.parametrize("title", ["con", "NUL", "Com1?", "aux"])
def test_a_title_that_windows_reserves_gets_another_file_name(session: Session, title: str) -> None:
    assert free_slug(session, title).endswith("-article")


def test_a_desk_is_known_by_key_or_name_and_a_typo_names_the_nearest(session: Session) -> None:
    assert [desk_key(session, words) for words in ("planning", "TOOL ROOM", "")] == ["planning", "tooling", ""]
    with pytest.raises(UsageError) as error:
        desk_key(session, "planing")
    assert error.value.way_out == "Did you mean 'planning'? Desks: planning, tooling."


def test_any_desk_is_taken_where_people_yaml_names_none(folder: Folder) -> None:
    assert desk_key(open_session(str(folder({}))), " Anybody ") == "Anybody"


def test_an_audience_is_one_of_three_words() -> None:
    assert [audience_word(words) for words in ("Customer", " sales ", "")] == ["customer", "sales", ""]
    with pytest.raises(UsageError) as error:
        audience_word("sale")
    assert error.value.way_out == "Did you mean 'sales'? It is one of customer, sales, inside."


def test_a_note_without_a_title_is_called_like_its_file(session: Session) -> None:
    written = add_text(session, "Plates take five days.\n", called="why_so-long")
    assert (written.file.name, written.article.title) == ("why-so-long.md", "Why so long")


def test_a_comment_in_an_answer_is_refused_with_the_words_that_it_is_about(session: Session) -> None:
    with pytest.raises(Refused, match="So <!-- not -->") as error:
        add_draft(session, Draft(title="How?", say="So <!-- not -->.", audience="sales"))
    assert "Nothing was written" in error.value.sentence


def test_a_ready_article_is_written_as_it_is(session: Session) -> None:
    written = add_text(session, "# Why *so* long?\n\nBecause.\n")
    assert written.file.name == "why-so-long.md"
    assert written.file.read_text() == "# Why *so* long?\n\nBecause.\n"
    assert written.article.audience == "inside"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Only a title\n",
        "no title here\n",
        "---\ndesk: a\ndesk: b\n---\n# T\n\nX.\n",
        "---\naudience: customer\n# T\n\nX.\n",
    ],
)
def test_a_broken_ready_article_is_refused_and_nothing_is_written(session: Session, text: str) -> None:
    with pytest.raises(Refused, match="Nothing was written"):
        add_text(session, text)
    assert files(session.root) == ["kb.yaml", "people.yaml"]


def test_a_folder_that_cannot_be_written_is_said_plainly(session: Session) -> None:
    (session.root / "articles").write_text("a file\n")
    with pytest.raises(KbError):
        add_draft(session, DRAFT)
    assert (session.root / "articles").read_text() == "a file\n"


def test_what_was_typed_is_kept_outside_the_content_folder(session: Session) -> None:
    one, two = (keep_draft(session, text, "How many?") for text in ("one", "two"))
    assert (one.read_text(), two.read_text()) == ("one", "two")
    assert session.state in one.parents
    assert files(session.root) == ["kb.yaml", "people.yaml"]
