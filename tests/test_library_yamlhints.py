import pytest

from kb.library.yamltree import YamlRefused, read_tree

MOST_EVENTS = 2_000


def _refusal(text: str, first_line: int = 1) -> tuple[int, str]:
    with pytest.raises(YamlRefused) as refused:
        read_tree(text, first_line=first_line, most_events=MOST_EVENTS)
    return refused.value.line, refused.value.sentence


@pytest.mark.parametrize(
    ("line", "way_out"),
    [
        ("title: Pump: x", 'put the value in quotes: `title: "Pump: x"`.'),
        ("title: @home", 'put the value in quotes: `title: "@home"`.'),
        ("title: `x`", 'put the value in quotes: `title: "`x`"`.'),
        ("title: % off", 'put the value in quotes: `title: "% off"`.'),
        ("title: [Draft] pump", 'put the value in quotes: `title: "[Draft] pump"`.'),
        ("title: {x} y", 'put the value in quotes: `title: "{x} y"`.'),
        ("title: *bold*", 'put the value in quotes: `title: "*bold*"`.'),
        ("title: **bold** x", 'put the value in quotes: `title: "**bold** x"`.'),
        ("title: 'it's'", 'put the value in quotes: `title: "it\'s"`.'),
        ('title: "two weeks" is wrong', "put the value in quotes: `title: '\"two weeks\" is wrong'`."),
        ('title: "C:\\Users"', "put the value in quotes: `title: 'C:\\Users'`."),
        ("title: - x", 'put the value in quotes: `title: "- x"`.'),
        ("title: > 20 kg", 'put the value in quotes: `title: "> 20 kg"`.'),
        ("title: | x", 'put the value in quotes: `title: "| x"`.'),
        ("title: ? x", 'put the value in quotes: `title: "? x"`.'),
        ('title: "open', 'what `"` opens in this line is never closed. Close it with `"`.'),
        ("title: [open", "what `[` opens in this line is never closed. Close it with `]`."),
        ("\ttitle: x", "this line begins with a tab. Indent it with spaces."),
        (" title: x", "this line is not indented like the lines around it, or its value needs quotes."),
        ("title:x", "there is no space after the colon. Write `key: value`."),
        (
            "title:\u00a0x",
            "this line holds a space that is no ordinary one. Type the space after the colon again.",
        ),
        (
            "a line of text",
            (
                "there is no colon in this line. Write `a: line of text`, or, where it belongs to the line above, put "
                "both into quotes on one line."
            ),
        ),
        (
            "• a bullet",
            "write each item of a list as `- item`, and put it in quotes where it holds a colon or a sign.",
        ),
    ],
)
def test_what_is_no_yaml_is_refused_with_its_line_and_the_way_to_write_it(line: str, way_out: str) -> None:
    assert _refusal(f"desk: press\n{line}\ntags: print\nreview: 9 days\n", first_line=2) == (3, way_out)


@pytest.mark.parametrize("text", ["desk press\naudience: sales\n", "desk: x\ndesk press\naudience: sales\n"])
def test_a_line_without_a_colon_is_told_itself_and_not_the_one_below(text: str) -> None:
    line, sentence = _refusal(text, first_line=2)
    assert line == text.split("\n").index("desk press") + 2
    assert sentence.startswith("there is no colon in this line. Write `desk: press`")
