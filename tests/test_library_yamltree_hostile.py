import contextlib
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.library.yamltree import Listing, Node, Scalar, Table, YamlRefused, read_tree

MOST_EVENTS = 2_000
WHOLE = """\
title: "How long?"
desk: planning
tags: [time, 'quick']
say: >-
  Fifteen days.
  Or more.
steps:
  - {id: cut, takes: 1 to 2 working days}
  - id: glue
"""


def _read(text: str) -> Table | Listing:
    return read_tree(text, first_line=1, most_events=MOST_EVENTS)


def _refusal(text: str, first_line: int = 1) -> tuple[int, str]:
    with pytest.raises(YamlRefused) as refused:
        read_tree(text, first_line=first_line, most_events=MOST_EVENTS)
    return refused.value.line, refused.value.sentence


def _scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    children = node.items if isinstance(node, Listing) else [part for entry in node.entries for part in entry]
    return [scalar for child in children for scalar in _scalars(child)]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{a: "])
def test_eight_levels_are_read_and_nine_are_refused(opening: str) -> None:
    levels = 2 if opening == "[{a: " else 1
    closing = {"[": "]", "{a: ": "}", "[{a: ": "}]"}.get(opening, "")
    eight = opening * (8 // levels) + "x" + closing * (8 // levels)
    assert isinstance(_read(eight), Table | Listing)
    assert "nested more than 8 levels" in _refusal("[" + eight + "]" if closing else "- " + eight)[1]


DEEP = """
import sys, time
from kb.library.yamltree import YamlRefused, read_tree
for opening in ("[", "{a: ", "- ", "? ", "[{a: ", "{? "):
    start = time.monotonic()
    try:
        read_tree(opening * int(sys.argv[1]), first_line=1, most_events=100_000)
    except YamlRefused as refused:
        assert refused.line == 1, refused.line
    else:
        raise SystemExit("not refused")
    assert time.monotonic() - start < 1, (opening, time.monotonic() - start)
print("refused")
"""


@pytest.mark.parametrize("depth", [9, 1_000, 30_000, 100_000])
def test_depth_never_kills_the_process(depth: int) -> None:
    child = subprocess.run([sys.executable, "-c", DEEP, str(depth)], capture_output=True, text=True, check=False)
    assert (child.returncode, child.stdout, child.stderr) == (0, "refused\n", "")


BOMB = """
import resource
from kb.library.yamltree import YamlRefused, read_tree
resource.setrlimit(resource.RLIMIT_AS, (512 << 20, 512 << 20))
laughs = "a: &a [x,x,x,x,x,x,x,x,x]\\n" + "".join(
    f"{key}: &{key} [{','.join(['*' + chr(ord(key) - 1)] * 9)}]\\n" for key in "bcdefghi"
)
merges = "a: &a {x: y}\\n" + "".join(
    f"{key}: &{key} {{<<: [{','.join(['*' + chr(ord(key) - 1)] * 9)}]}}\\n" for key in "bcdefghi"
)
for bomb in (laughs, merges):
    try:
        read_tree(bomb, first_line=1, most_events=2_000)
    except YamlRefused as refused:
        print(refused.line)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of memory to set")
def test_bombs_of_aliases_and_merges_are_refused_in_little_memory() -> None:
    start = time.monotonic()
    child = subprocess.run([sys.executable, "-c", BOMB], capture_output=True, text=True, check=False)
    assert (child.returncode, child.stdout, child.stderr) == (0, "1\n1\n", "")
    assert time.monotonic() - start < 5


def test_too_many_parts_are_refused() -> None:
    assert isinstance(_read("".join(f"k{n}: v\n" for n in range(990))), Table)
    assert "more than 2,000 parts" in _refusal("".join(f"k{n}: v\n" for n in range(1_100)))[1]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "x " * 500_000,
        "a: " * 300_000,
        '"' * 1_000_000,
        "'" * 1_000_000 + "x",
        "- " * 500_000,
        "-" * 500_000 + " " * 500_000 + "x",
        "a: [" + "x\n" * 300_000,
        "a: 'x\n" + "y\n" * 300_000,
        "a: b #" + " " * 1_000_000,
        "&a " * 300_000,
        "a" * 1_000_000 + ": 1",
        "".join(" " * n + "a:\n" for n in range(1_000)),
    ],
)
def test_a_hostile_megabyte_takes_well_under_a_second_and_is_read_or_refused(text: str) -> None:
    start = time.monotonic()
    with contextlib.suppress(YamlRefused):
        _read(text)
    assert time.monotonic() - start < 2


def _sound(text: str) -> bool:
    """Whether the text was read into sound texts or refused at one of its lines; anything else is raised."""
    try:
        tree = read_tree(text, first_line=5, most_events=MOST_EVENTS)
    except YamlRefused as refused:
        return refused.sentence.endswith(".") and 5 <= refused.line <= 6 + text.count("\n")
    scalars = _scalars(tree)
    joined = "".join(scalar.text for scalar in scalars)
    joined.encode()
    return all(c.isprintable() or c.isspace() or ord(c) > 0x9F for c in joined)


SIGNS = st.sampled_from([
    *"&*!%@`|>[]{},#?:-'\"\\ \n\t<=~.", "\r", "\0", "\x1b", "\x85", "\u2028", "\ud800", "\ufeff", "é", "📦", "---\n",
    "...\n", ": ", "- ", "\n  ", "<<: ", "!!int ", "&a ", "*a ", '"\\x', "%YAML 1.1\n", "desk: x\n", "|2-\n", "? ",
])  # fmt: skip


@given(st.lists(SIGNS | st.text(max_size=3), max_size=40).map("".join))
def test_any_text_is_read_or_refused_at_one_of_its_lines(text: str) -> None:
    assert _sound(text)


@given(st.data())
def test_any_change_of_sound_yaml_is_read_or_refused_at_one_of_its_lines(data: st.DataObject) -> None:
    text = WHOLE
    for _change in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 3)))
        text = text[:start] + data.draw(SIGNS | st.just("")) + text[end:]
    assert _sound(text)


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=30))
def test_a_value_in_single_quotes_is_read_as_it_was_written(text: str) -> None:
    if "\ufeff" in text or "\ufffe" in text or "\uffff" in text:
        return
    quoted = text.replace("'", "''")
    assert _read(f"key: '{quoted}'\n") == Table(((Scalar("key", 1), Scalar(text, 1, plain=False)),), 1)
