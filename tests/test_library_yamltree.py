import pytest

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


def _plainly(node: Node | None) -> object:
    if isinstance(node, Table):
        return {key.text: _plainly(value) for key, value in node.entries}
    if isinstance(node, Listing):
        return [_plainly(item) for item in node.items]
    return node.text if node else None


def _scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    children = node.items if isinstance(node, Listing) else [part for entry in node.entries for part in entry]
    return [scalar for child in children for scalar in _scalars(child)]


def test_tables_lists_and_blocks_are_read() -> None:
    assert _plainly(_read(WHOLE)) == {
        "title": "How long?",
        "desk": "planning",
        "tags": ["time", "quick"],
        "say": "Fifteen days. Or more.",
        "steps": [{"id": "cut", "takes": "1 to 2 working days"}, {"id": "glue"}],
    }


@pytest.mark.parametrize(
    "written",
    [
        "no", "off", "yes", "on", "null", "~", "1:30", "0123", "1.10", "1_000", "2024-02-30", "2024-13-45", "0x1F", "=",
        ".inf", "1e3", "9" * 5_000, "24V", "C++", "R&D", "a@b", "10:00 and 14:00", "x:y", "it's", 'say "x"', "Germany?",
    ],
)  # fmt: skip
def test_every_plain_value_stays_the_characters_that_were_written(written: str) -> None:
    assert _read(f"key: {written}\n") == Table(((Scalar("key", 1), Scalar(written, 1)),), 1)


def test_quoted_and_block_values_are_not_plain() -> None:
    tree = _read("a: 'x'\nb: \"x\"\nc: |\n  x\nd: x\n")
    assert isinstance(tree, Table)
    assert [value.plain for _key, value in tree.entries if isinstance(value, Scalar)] == [False, False, False, True]


def test_lines_count_from_the_first_line_of_the_text_in_its_file() -> None:
    tree = read_tree("# a comment\na: 1\nb:\n  - x\n  - y\n", first_line=10, most_events=MOST_EVENTS)
    assert [(scalar.text, scalar.line) for scalar in _scalars(tree)] == [
        ("a", 11), ("1", 11), ("b", 12), ("x", 13), ("y", 14),
    ]  # fmt: skip


def test_a_key_gives_its_value_and_a_missing_one_none() -> None:
    tree = _read("a: 1\n")
    assert isinstance(tree, Table)
    assert (tree.get("a"), tree.get("b")) == (Scalar("1", 1), None)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---"])
def test_a_text_without_content_is_an_empty_table(text: str) -> None:
    tree = _read(text)
    assert isinstance(tree, Table)
    assert tree.entries == ()


def test_a_file_may_begin_with_three_dashes_and_end_with_three_points() -> None:
    assert _plainly(_read("---\na: 1\n...\n")) == {"a": "1"}


@pytest.mark.parametrize(
    ("value", "sign"),
    [
        ("&Co", "`&` or `*`"),
        ("*Co", "`&` or `*`"),
        ("!x", "`!`"),
        ("!!int x", "`!`"),
        ("! x", "`!`"),
        ("!!bool x", "`!`"),
    ],
)
@pytest.mark.parametrize("place", ["title: {}", "title: {}\nb: 1", "- {}", "a: [{}]", "{}: a", "a: {{b: {}}}"])
def test_anchors_aliases_and_tags_are_refused_everywhere(place: str, value: str, sign: str) -> None:
    text = place.format(value)
    line, sentence = _refusal(text)
    assert line == 1
    assert "in quotes" in sentence or sign in sentence or "`key: value`" in sentence


def test_the_sentence_for_an_anchor_says_how_to_write_the_value() -> None:
    assert _refusal("a: 1\ntitle: &Co\n") == (
        2,
        'a value that begins with `&` or `*` means something else in YAML: put the value in quotes: `title: "&Co"`.',
    )


@pytest.mark.parametrize("node", ["&a [x]", "&a {x: y}", "!!map {x: y}", "!!seq [x]", "!!timestamp 2024-02-30"])
def test_anchors_and_tags_on_lists_and_tables_are_refused(node: str) -> None:
    assert _refusal(f"a: {node}\n")[0] == 1


def test_merges_are_refused_and_a_quoted_key_is_a_key() -> None:
    assert _refusal("a: 1\n<<: {b: 2}\n") == (2, "merges (`<<`) are not read here. Write the values out.")
    assert _plainly(_read('"<<": x\n')) == {"<<": "x"}


@pytest.mark.parametrize(
    ("first", "second"),
    [("desk", "desk"), ("desk", '"desk"'), ("'desk'", '"d\\x65sk"'), ("1", "1")],
)
def test_a_key_that_stands_twice_is_refused_with_both_lines(first: str, second: str) -> None:
    key = first.strip("'")
    assert _refusal(f"{first}: a\nother: b\n{second}: c\n") == (
        3,
        f"the key '{key}' stands here and on line 1. Keep one of them.",
    )


def test_a_key_that_stands_twice_deep_inside_is_refused() -> None:
    assert _refusal("steps:\n  - id: a\n    id: b\n")[0] == 3
    assert _refusal("steps: [{id: a, id: b}]\n")[0] == 1


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "? [a]\n", "''", '" "'])
def test_a_key_that_is_no_word_is_refused(key: str) -> None:
    assert _refusal(f"{key}: c\n")[1].endswith("Write `key: value`.")


def test_a_second_document_and_directives_are_refused() -> None:
    assert _refusal("a: 1\n---\nb: 2\n") == (
        2,
        "a second document begins here. Delete the `---`, or write a second file.",
    )
    assert "%" in _refusal("%YAML 1.1\n---\na: 1\n")[1]
    assert "%" in _refusal("%TAG ! tag:example.com,2000:\n---\na: 1\n")[1]


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\ufeff"]
)
def test_unseen_characters_are_refused_where_they_stand(character: str) -> None:
    assert _refusal(f"a: 1\nb: x{character}audience: customer\n") == (
        2,
        f"the character U+{ord(character):04X} is unseen and not allowed here. Delete it, or type the line again.",
    )


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\e", "\\N", "\\L", "\\P", "\\x9b", "\\r", "\\uFEFF", "\\ud800"])
def test_characters_that_are_unseen_after_unescaping_are_refused(escape: str) -> None:
    for text in (f'a: 1\nb: "x{escape}y"\n', f'a: 1\n"x{escape}y": b\n', f'a: 1\nb: ["x{escape}y"]\n'):
        assert _refusal(text)[0] == 2


@pytest.mark.parametrize("code", [0xD800, 0xDCFF, 0xDFFF])
def test_a_lone_surrogate_is_refused(code: int) -> None:
    assert _refusal(f"a: {chr(code)}\n") == (
        1,
        f"the character U+{code:04X} is unseen and not allowed here. Delete it, or type the line again.",
    )


def test_tabs_and_newlines_in_a_quoted_value_stay() -> None:
    assert _plainly(_read('a: "x\\ty\\nz"\nb:\tx\n')) == {"a": "x\ty\nz", "b": "x"}


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("title: Item #5", "#5"),
        ("title: #5", "#5"),
        ("title: Item # 5", "# 5"),
        ("title: Item   #5 or 6", "#5 or 6"),
        ("title: Item#5", ""),
        ("title: 'Item #5'", ""),
        ("title: 'Item' #5", ""),
        ("title: Item   # which one", ""),
        ("title: # none yet", ""),
        ("title: Item", ""),
        ("title: Item #", "#"),
        ("título: ítem 📦 #5", "#5"),
    ],
)
def test_what_yaml_drops_as_a_comment_is_remembered_where_it_looks_like_text(line: str, cut: str) -> None:
    tree = _read(f"a: 1\n{line}\nb: 2\n")
    assert isinstance(tree, Table)
    value = tree.entries[1][1]
    assert isinstance(value, Scalar)
    assert value.cut == cut


def test_what_is_dropped_behind_the_last_line_of_a_long_value_is_remembered() -> None:
    assert [scalar.cut for scalar in _scalars(_read("- one\n  two #3\n- four"))] == ["#3", ""]
