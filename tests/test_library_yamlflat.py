"""Keys that are read the quick way mean what YAML says they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.library.escape import yaml_value
from kb.library.eventfile import keys_text
from kb.library.yamlevents import tree_of
from kb.library.yamlflat import flat_table
from kb.library.yamltree import Scalar, Table, YamlRefused

LINES = st.lists(
    st.one_of(
        st.text("ab:x \"'#-?!/,.1", max_size=12),
        st.builds(
            "{}: {}".format, st.sampled_from(["by", "text", "on"]), st.text("ab yes09.,:;?!'\"()+/#-’é", max_size=9)
        ),
        st.builds(lambda key, text: f"{key}: {yaml_value(text)}", st.sampled_from(["a", "b"]), st.text(max_size=9)),
    ),
    max_size=4,
)


def said(tree: Table) -> list[tuple[object, ...]]:
    return [(key.text, key.line, value) for key, value in tree.entries]


@given(LINES)
def test_what_is_read_the_quick_way_is_what_yaml_reads(lines: list[str]) -> None:
    front = "\n".join(lines)
    quick = flat_table(front, 2, 2000)
    if quick is None:
        return
    try:
        tree = tree_of(front, 2, 2000)
    except YamlRefused as refused:
        raise AssertionError(front) from refused
    assert isinstance(tree, Table)
    assert [entry[:2] for entry in said(quick)] == [entry[:2] for entry in said(tree)]
    assert [value for _key, value in quick.entries] == [value for _key, value in tree.entries]


@pytest.mark.parametrize("length", [99, 100, 1024, 1025])
def test_a_key_that_yaml_refuses_for_its_length_is_not_read_the_quick_way(length: int) -> None:
    front = f"{'k' * length}: x\n"
    try:
        tree: object = tree_of(front, 1, 2000)
    except YamlRefused:
        tree = None

    assert flat_table(front, 1, 2000) in (None, tree)


def test_what_kb_writes_is_read_the_quick_way() -> None:
    written = keys_text({"by": "Key accounts", "text": "Can you print in gold, please?", "why": "no"})
    quick = flat_table(written, 1, 2000)
    assert quick is not None
    assert [value.text for _key, value in quick.entries if isinstance(value, Scalar)] == [
        "Key accounts", "Can you print in gold, please?", "no",
    ]  # fmt: skip


def test_no_more_keys_are_read_than_yaml_may_have_events() -> None:
    front = "a: x\nb: y\n"

    assert flat_table(front, 1, 9) is None
    assert flat_table(front, 1, 10) is not None
    with pytest.raises(YamlRefused):
        tree_of(front, 1, 9)
    assert tree_of(front, 1, 10)
