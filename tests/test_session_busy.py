"""While another process builds the index, searches go on with the one that is there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunKb

from kb.files import locked
from kb.search.build import rebuild
from kb.session.refresh import LOCK_NAME

GATE = "---\naudience: sales\n---\n# When is the gate open?\n\nFrom six to two.\n"


def test_a_search_answers_from_the_old_index_while_another_process_holds_the_lock(
    kb: RunKb, folder: Callable[[dict[str, str]], Path], own_state: Path
) -> None:
    root = folder({"articles/gate.md": GATE})
    assert kb("search", "gate open", content=root).code == 0
    (root / "articles/gate.md").write_text(GATE.replace("six to two", "five to nine"), "utf-8")
    state = next(own_state.glob("*/index.json")).parent
    with locked(state / LOCK_NAME, wait=1):
        meanwhile = kb("search", "gate open", content=root)
    after = kb("search", "gate open", content=root)

    assert "From six to two." in meanwhile.out
    assert "Another kb is just reading new answers" in " ".join(meanwhile.out.split())
    assert "From five to nine." in after.out


def test_a_search_in_the_middle_of_a_rebuild_finds_the_old_answers(
    kb: RunKb, folder: Callable[[dict[str, str]], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder({"articles/gate.md": GATE})
    assert kb("search", "gate open", content=root).code == 0
    found: list[str] = []

    def rebuild_and_search(*arguments: object, **options: object) -> object:
        found.append(kb("search", "gate open", content=root).out)
        return rebuild(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("kb.search.build.rebuild", rebuild_and_search)
    assert kb("index", content=root).code == 0
    assert "From six to two." in found[0]
