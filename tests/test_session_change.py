"""Changing articles: when two do so at once both versions stay, and what is saved is kept whatever its mistakes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kb.errors import AmbiguousError, ConflictError, NotFoundError, UnreadableError
from kb.session.change import open_article, save_edit
from kb.session.opening import open_session

Folder = Callable[[dict[str, str]], Path]

MOQ = "---\naudience: sales\n---\n# How many at least?\n\nA hundred.\n"


def test_an_edit_is_saved_and_checked(folder: Folder) -> None:
    session = open_session(str(folder({"articles/moq.md": MOQ})))
    opened = open_article(session, "moq")
    saved = save_edit(session, opened, MOQ.replace("hundred", "thousand").encode())
    assert (saved.has_errors, saved.file.read_text()) == (False, MOQ.replace("hundred", "thousand"))


def test_an_edit_with_mistakes_is_kept_as_saved_and_the_mistakes_are_told(folder: Folder) -> None:
    session = open_session(str(folder({"articles/moq.md": MOQ})))
    broken = MOQ.replace("audience: sales", "audience: saels").encode()
    saved = save_edit(session, open_article(session, "moq"), broken)
    assert saved.has_errors
    assert [(problem.path, problem.line) for problem in saved.problems if "saels" in problem.sentence] == [
        ("articles/moq.md", 2)
    ]
    assert saved.file.read_bytes() == broken


def test_when_somebody_else_changed_it_meanwhile_both_versions_are_kept(folder: Folder) -> None:
    session = open_session(str(folder({"articles/box/moq.md": MOQ})))
    opened = open_article(session, "moq")
    opened.file.write_text(MOQ + "Theirs.\n")
    with pytest.raises(ConflictError) as error:
        save_edit(session, opened, (MOQ + "Mine.\n").encode())
    kept = list(opened.file.parent.glob("moq.conflict-*"))
    assert [path.read_text() for path in kept] == [MOQ + "Mine.\n"]
    assert str(kept[0]) in error.value.sentence
    assert opened.file.read_text() == MOQ + "Theirs.\n"
    assert [article.slug for article in open_session(str(session.root)).library.articles] == ["moq"]


def test_when_two_conflicts_fall_into_one_second_none_replaces_the_other(folder: Folder) -> None:
    session = open_session(str(folder({"articles/moq.md": MOQ})))
    opened = open_article(session, "moq")
    opened.file.write_text("# Theirs\n\nX.\n")
    for words in ("One.", "Two."):
        with pytest.raises(ConflictError):
            save_edit(session, opened, (MOQ + words).encode())
    everything = [path.read_text() for place in (session.root, session.state) for path in place.rglob("moq*conflict*")]
    assert sorted(everything) == [MOQ + "One.", MOQ + "Two."]


def test_when_somebody_removed_it_meanwhile_the_edit_is_kept(folder: Folder) -> None:
    session = open_session(str(folder({"articles/moq.md": MOQ})))
    opened = open_article(session, "moq")
    opened.file.unlink()
    with pytest.raises(ConflictError, match="removed"):
        save_edit(session, opened, b"# Mine\n")
    assert [path.read_bytes() for path in opened.file.parent.iterdir()] == [b"# Mine\n"]


def test_the_same_change_by_two_is_no_conflict(folder: Folder) -> None:
    session = open_session(str(folder({"articles/moq.md": MOQ})))
    opened = open_article(session, "moq")
    opened.file.write_text(MOQ + "More.\n")
    assert not save_edit(session, opened, (MOQ + "More.\n").encode()).has_errors


def test_an_article_that_cannot_be_read_can_still_be_opened(folder: Folder) -> None:
    root = folder({"articles/moq.md": MOQ})
    (root / "articles/bad.md").write_bytes(b"\xff\xfe\x00broken")
    assert open_article(open_session(str(root)), "bad").data == b"\xff\xfe\x00broken"


def test_an_unknown_article_names_the_nearest_and_two_of_one_name_are_told_apart_by_path(folder: Folder) -> None:
    session = open_session(str(folder({"articles/a/moq.md": MOQ, "articles/b/moq.md": MOQ})))
    with pytest.raises(AmbiguousError):
        open_article(session, "moq")
    with pytest.raises(NotFoundError, match="poq") as error:
        open_article(session, "poq")
    assert "moq" in error.value.way_out
    assert open_article(session, "articles/b/moq.md").path == "articles/b/moq.md"


def test_a_link_in_the_place_of_an_article_is_not_followed(folder: Folder, tmp_path: Path) -> None:
    session = open_session(str(folder({"articles/moq.md": MOQ})))
    opened = open_article(session, "moq")
    outside = tmp_path / "outside.md"
    outside.write_text("# Outside\n")
    opened.file.unlink()
    opened.file.symlink_to(outside)
    with pytest.raises(UnreadableError):
        save_edit(session, opened, b"# Mine\n")
    assert outside.read_text() == "# Outside\n"
