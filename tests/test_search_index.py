"""The index as a private, disposable cache: built beside, swapped, kept up to date, and never silently wrong."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest
from search_samples import BOXES, article, build_in_parts, built, found, in_force

from kb.errors import WriteError
from kb.search import generations
from kb.search.build import rebuild, update
from kb.search.index import open_searcher
from kb.search.manifest import IndexBroken, read_manifest
from kb.search.search import search


def generations_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("gen-*"))


def test_a_folder_without_an_index_has_no_manifest_and_cannot_be_opened(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) is None
    with pytest.raises(IndexBroken):
        open_searcher(tmp_path)
    with pytest.raises(IndexBroken):
        update(tmp_path, BOXES, (), {})


def test_an_index_of_no_articles_finds_nothing(tmp_path: Path) -> None:
    rebuild(tmp_path, (), {})

    assert found(tmp_path, "box") == []
    update(tmp_path, BOXES[:1], (), {})
    assert found(tmp_path, "box") == ["articles/lead-time-standard.md"]


def test_the_stamp_comes_back_as_it_was_given(tmp_path: Path) -> None:
    stamp = {"revision": 7, "glossary": [["die", ["forme"]]], "digest": "ab"}
    rebuild(tmp_path, BOXES, stamp)

    manifest = read_manifest(tmp_path)
    assert manifest is not None
    assert manifest.stamp == stamp


def test_progress_counts_the_articles(tmp_path: Path) -> None:
    counts: list[int] = []
    rebuild(tmp_path, BOXES, {}, progress=counts.append)

    assert counts == list(range(1, len(BOXES) + 1))


def test_of_two_documents_with_one_path_the_later_counts(tmp_path: Path) -> None:
    built(tmp_path, [article("a", "Apples"), article("a", "Pears")])

    assert found(tmp_path, "apples pears") == ["articles/a.md"]
    assert found(tmp_path, "apples") == []


def test_an_update_adds_replaces_and_removes(tmp_path: Path) -> None:
    built(tmp_path)
    update(
        tmp_path,
        [article("minimum-order", "The smallest run"), article("zeppelin", "Do you print zeppelins?")],
        ["articles/complaints.md", "articles/never-was.md"],
        {"revision": 2},
    )

    assert found(tmp_path, "zeppelins") == ["articles/zeppelin.md"]
    assert found(tmp_path, "run") == ["articles/minimum-order.md"]
    assert found(tmp_path, "moq") == []
    assert found(tmp_path, "credit") == []
    assert found(tmp_path, "rush") == ["articles/rush-orders.md"]
    manifest = read_manifest(tmp_path)
    assert manifest is not None
    assert manifest.stamp == {"revision": 2}


def test_an_update_without_changes_only_stamps(tmp_path: Path) -> None:
    built(tmp_path)
    before = in_force(tmp_path)
    update(tmp_path, (), (), {"revision": 2})

    manifest = read_manifest(tmp_path)
    assert manifest is not None
    assert (in_force(tmp_path), manifest.stamp) == (before, {"revision": 2})


def test_many_small_updates_find_what_one_build_finds(tmp_path: Path) -> None:
    one, many = tmp_path / "one", tmp_path / "many"
    one.mkdir()
    many.mkdir()
    built(one)
    built(many, BOXES[:2])
    for document in (*BOXES, *BOXES[::-1]):
        update(many, [document], (), {})

    for query in ("working days", "boxes order", "colour", "pallets", "moq"):
        assert found(many, query) == found(one, query)


def test_a_word_of_a_removed_article_is_never_proposed(tmp_path: Path) -> None:
    built(tmp_path, [*BOXES, article("secret", "The zeppelin margin")])
    with open_searcher(tmp_path) as searcher:
        assert search(searcher, "zepelin", limit=1).corrected == "zeppelin"
    update(tmp_path, (), ["articles/secret.md"], {})

    with open_searcher(tmp_path) as searcher:
        result = search(searcher, "zepelin", limit=1)
    assert (result.corrected, result.hits) == (None, ())


def test_a_word_that_an_update_brings_is_proposed(tmp_path: Path) -> None:
    built(tmp_path)
    update(tmp_path, [article("zeppelin", "Do you print zeppelins?")], (), {})

    with open_searcher(tmp_path) as searcher:
        assert search(searcher, "zepelins", limit=1).corrected == "zeppelins"


def test_an_open_reader_goes_on_while_its_generation_is_replaced_and_removed(tmp_path: Path) -> None:
    built(tmp_path)
    with open_searcher(tmp_path) as searcher:
        old = in_force(tmp_path)
        rebuild(tmp_path, BOXES[:1], {})
        assert old.exists()
        shutil.rmtree(old)
        assert search(searcher, "complaint photos", limit=1).hits[0].path == "articles/complaints.md"

    assert found(tmp_path, "photos") == []


def test_a_reader_that_comes_too_late_opens_the_next_generation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = read_manifest(built(tmp_path))
    assert late is not None
    rebuild(tmp_path, BOXES, {})
    shutil.rmtree(tmp_path / late.generation)
    answers = iter([late, read_manifest(tmp_path)])
    monkeypatch.setattr("kb.search.index.read_manifest", lambda _folder: next(answers))

    assert found(tmp_path, "photos") == ["articles/complaints.md"]


def test_old_generations_are_removed_after_a_while_and_not_before(tmp_path: Path) -> None:
    built(tmp_path)
    old = in_force(tmp_path)
    rebuild(tmp_path, BOXES, {})
    assert old.exists()
    os.utime(old, (1, 1))
    rebuild(tmp_path, BOXES, {})

    assert not old.exists()
    assert len(generations_in(tmp_path)) == 2


def test_what_fails_leaves_the_index_in_force_and_no_rubbish(tmp_path: Path) -> None:
    built(tmp_path)

    def full(_count: int) -> NoReturn:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        rebuild(tmp_path, BOXES, {}, progress=full)

    assert len(generations_in(tmp_path)) == 1
    assert found(tmp_path, "moq") == ["articles/minimum-order.md"]


def test_a_manifest_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(tmp_path)

    def full(_path: Path, _data: bytes) -> NoReturn:
        raise WriteError("The disk is full.")

    monkeypatch.setattr(generations, "write_atomic", full)
    with pytest.raises(WriteError):
        update(tmp_path, [article("new", "Zeppelins")], (), {})
    monkeypatch.undo()

    assert found(tmp_path, "zeppelins") == []
    assert len(generations_in(tmp_path)) == 1


@pytest.mark.parametrize("elsewhere", [True, False])
def test_parts_of_a_large_build_are_searched_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, elsewhere: bool
) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    whole.mkdir()
    parts.mkdir()
    built(whole)
    build_in_parts(monkeypatch, 3, elsewhere=elsewhere)
    built(parts)
    assert segments_in(parts) == [4, 3]

    for query in ("working days", "boxes order", "how exact is the colour", "smalest quantity"):
        with open_searcher(whole) as one, open_searcher(parts) as many:
            expected, result = search(one, query, limit=9), search(many, query, limit=9)
        assert result == expected


def test_parts_tell_how_far_they_are_and_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_in_parts(monkeypatch, 60, elsewhere=True)
    counts: list[int] = []
    rebuild(tmp_path, [article(f"a{n}", f"Box {n}") for n in range(120)], {}, progress=counts.append)

    assert counts == sorted(counts)
    assert counts[-1] == 120
    assert not [path for path in in_force(tmp_path).iterdir() if path.is_dir()]
    update(tmp_path, [article("new", "Zeppelins")], ["articles/a3.md"], {})
    assert found(tmp_path, "zeppelins") == ["articles/new.md"]


def test_files_are_copied_where_the_disk_has_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(tmp_path)

    def no_links(_old: Path, _new: Path) -> NoReturn:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", no_links)
    update(tmp_path, [article("new", "Zeppelins")], (), {})

    assert found(tmp_path, "zeppelins") == ["articles/new.md"]


def segments_in(folder: Path) -> list[int]:
    """How many documents each segment holds, deleted ones too."""
    with open_searcher(folder) as searcher:
        return [leaf.size for leaf in searcher.leaves]


def test_small_segments_melt_into_the_next_so_that_a_search_meets_few(tmp_path: Path) -> None:
    built(tmp_path, [article(f"a{n}", f"Box {n}") for n in range(200)])
    for n in range(30):
        update(tmp_path, [article(f"b{n}", f"Crate {n}")], (), {})

    assert len(segments_in(tmp_path)) <= 6
    assert len(found(tmp_path, "crate")) == 20
    assert "articles/b17.md" in found(tmp_path, "crate 17")


def test_a_segment_of_which_most_is_gone_is_written_anew(tmp_path: Path) -> None:
    built(tmp_path, [article(f"a{n}", f"Box {n}", desk="press", tags=["price"]) for n in range(40)])
    update(tmp_path, [], [f"articles/a{n}.md" for n in range(30)], {})

    assert segments_in(tmp_path) == [10]
    assert found(tmp_path, "box") == sorted(f"articles/a{n}.md" for n in range(30, 40))
    with open_searcher(tmp_path) as searcher:
        tagged = search(searcher, "box", limit=20, tag="price", desk="press", exact=True)
    assert len(tagged.hits) == 10


def test_what_is_left_of_a_melted_segment_scores_as_before(tmp_path: Path) -> None:
    one, many = tmp_path / "one", tmp_path / "many"
    one.mkdir()
    many.mkdir()
    built(one)
    built(many, BOXES[:1])
    for document in BOXES[1:]:
        update(many, [document], (), {})

    for query in ("working days", "boxes order", "how exact is the colour", "smalest quantity", "rush surcharge"):
        with open_searcher(one) as whole, open_searcher(many) as melted:
            assert search(melted, query, limit=9) == search(whole, query, limit=9)
