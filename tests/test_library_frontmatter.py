import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.library.decode import decode
from kb.library.frontmatter import Split, front_table, split
from kb.library.yamltree import Scalar, YamlRefused

CANARY = "audience: inside"


def _refusal(text: str) -> tuple[int, str]:
    with pytest.raises(YamlRefused) as refused:
        front_table(split(text))
    return refused.value.line, refused.value.sentence


def test_front_matter_is_cut_off_with_the_lines_of_both_parts() -> None:
    assert split("---\ndesk: press\naudience: sales\n---\n# Why?\n\nBecause.\n") == Split(
        front="desk: press\naudience: sales", front_line=2, body="# Why?\n\nBecause.\n", body_line=5
    )


def test_a_text_that_begins_otherwise_is_all_body() -> None:
    text = "# Why?\n\nBecause.\n\n---\n\nMore.\n"
    assert split(text) == Split(front=None, front_line=0, body=text, body_line=1)


def test_blank_lines_and_a_byte_order_mark_may_stand_before_it() -> None:
    parts = split(decode(b"\xef\xbb\xbf\r\n  \r\n---\r\ndesk: press\r\n---\r\n# Why?\r\n"))
    assert parts == Split(front="desk: press", front_line=4, body="# Why?\n", body_line=6)
    assert front_table(parts).get("desk") == Scalar("press", 4)


def test_line_ends_of_carriage_returns_alone_are_understood() -> None:
    parts = split(decode(b"---\raudience: inside\r---\r# Why?\r"))
    assert parts == Split(front="audience: inside", front_line=2, body="# Why?\n", body_line=4)


@pytest.mark.parametrize(("opening", "closing"), [("--- ", "---"), ("---", "---\t "), ("---\u00a0", "---\u00a0")])
def test_white_space_behind_a_fence_does_not_count(opening: str, closing: str) -> None:
    assert split(f"{opening}\ndesk: press\n{closing}\n# Why?").front == "desk: press"


def test_front_matter_may_be_empty_and_the_body_too() -> None:
    assert split("---\n---") == Split(front="", front_line=2, body="", body_line=3)
    assert front_table(split("---\n---\n# Why?")).entries == ()
    assert front_table(split("# Why?")).entries == ()
    assert split("") == Split(front=None, front_line=0, body="", body_line=1)


def test_the_first_line_of_three_dashes_ends_it_also_inside_a_value() -> None:
    parts = split("---\nsay: |\n  one\n  ---\n  two\n---\n# Why?\n\n---\n")
    assert (parts.front, parts.body) == ("say: |\n  one\n  ---\n  two", "# Why?\n\n---\n")
    assert split('---\nsay: "one\n---\ntwo"\n---\n').front == 'say: "one'


BROKEN = {
    "no end": f"---\n{CANARY}\n# T\n",
    "no end, at the end of the file": f"---\n{CANARY}",
    "an end of three points": f"---\n{CANARY}\n...\n# T\n",
    "an end of three points with a line later": f"---\n{CANARY}\n...\n# T\n\n---\nmore\n",
    "four dashes around": f"----\n{CANARY}\n----\n# T\n",
    "four dashes above": f"----\n{CANARY}\n---\n# T\n",
    "four dashes below": f"---\n{CANARY}\n----\n# T\n",
    "four dashes below with a line later": f"---\n{CANARY}\n----\n# T\n\n---\n",
    "two dashes around": f"--\n{CANARY}\n--\n# T\n",
    "two dashes below": f"---\n{CANARY}\n--\n# T\n",
    "a dash that Word made of three": f"\u2014\n{CANARY}\n\u2014\n# T\n",
    "a dash that Word made, and one dash": f"\u2014-\n{CANARY}\n\u2014-\n# T\n",
    "a dash that Word made below": f"---\n{CANARY}\n\u2014\n# T\n\n---\n",
    "spaces before the first": f"  ---\n{CANARY}\n---\n# T\n",
    "spaces before the last": f"---\n{CANARY}\n  ---\n# T\n",
    "spaces between the dashes": f"- - -\n{CANARY}\n- - -\n# T\n",
    "a key on the fence": f"--- {CANARY}\n---\n# T\n",
    "a comment on the fence": f"--- # x\n{CANARY}\n---\n# T\n",
    "a character without width before the fence": f"\u200b---\n{CANARY}\n---\n# T\n",
    "several of them": f"\u200b \u200b\u2060---\n{CANARY}\n---\n# T\n",
    "a character without width in the fence": f"-\u200b--\n{CANARY}\n---\n# T\n",
    "byte order marks too many": f"\ufeff\ufeff---\n{CANARY}\n---\n# T\n",
    "TOML": '+++\naudience = "inside"\n+++\n# T\n',
    "JSON": '{"audience": "inside"}\n# T\n',
    "JSON on several lines": '{\n  "audience": "inside"\n}\n# T\n',
    "a list": f"---\n- {CANARY}\n---\n# T\n",
    "a text": "---\ninside\n---\n# T\n",
    "no fence at all": f"{CANARY}\ndesk: press\n\n# T\n",
    "only the end": f"{CANARY}\n---\n# T\n",
    "after the title": f"# T\n---\n{CANARY}\n---\n",
    "after a comment": f"<!-- x -->\n---\n{CANARY}\n---\n# T\n",
    "in a comment": f"<!--\n{CANARY}\n-->\n# T\n",
    "in a block of code": f"```yaml\n{CANARY}\n```\n# T\n",
    "semicolons": f";;;\n{CANARY}\n;;;\n# T\n",
    "below the fence": "---\ndesk: press\n---\n**Audience:** inside\n\n# T\n",
    "cut too early": f"---\nsay: x\n---\n{CANARY}\n---\n# T\n",
    "a second document": f"---\ndesk: press\n--- x\n{CANARY}\n---\n# T\n",
    "a tab before the key": f"---\n\t{CANARY}\n---\n# T\n",
    "a no-break space behind the colon": "---\naudience:\u00a0inside\n---\n# T\n",
}


@pytest.mark.parametrize("shape", BROKEN)
def test_a_broken_fence_is_refused_and_never_taken_for_text(shape: str) -> None:
    line, sentence = _refusal(BROKEN[shape])
    assert 1 <= line <= BROKEN[shape].count("\n") + 1
    assert sentence.endswith(".")


@pytest.mark.parametrize("shape", BROKEN)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("before", ["", "\ufeff", "\ufeff\n\n"])
def test_a_broken_fence_is_refused_whatever_the_editor_saved(shape: str, end: str, before: str) -> None:
    assert _refusal(decode((before + BROKEN[shape]).replace("\n", end).encode()))[0] >= 1


def test_the_sentence_names_the_line_and_the_way_out() -> None:
    assert _refusal(BROKEN["no end"]) == (
        1,
        "the front matter that begins here has no end. Write a line `---` below its last key.",
    )
    assert _refusal(BROKEN["four dashes below"]) == (
        3,
        "front matter ends with a line that is exactly `---`. Write it here.",
    )
    assert _refusal(BROKEN["TOML"]) == (
        1,
        "TOML front matter is not read. Front matter begins with a line `---` and ends with a line `---`.",
    )
    assert _refusal(BROKEN["a list"]) == (2, "the front matter is a list. Write it as lines of `key: value`.")
    assert _refusal(BROKEN["after the title"]) == (
        3,
        "`audience:` stands outside of the front matter. Move it to the top of the file.",
    )


def test_a_list_in_front_matter_and_words_like_audience_in_the_body_are_no_mistake() -> None:
    text = (
        "---\ntags:\n- a\n-\n---\n# T\n\nOur audience: buyers of boxes.\n\n- sales: inside\n- audit: every 6 months\n"
    )
    assert split(text).front == "tags:\n- a\n-"


def test_large_front_matter_is_refused() -> None:
    assert split("---\ndesk: " + "x" * 60_000 + "\n---\n").body_line == 4
    assert _refusal("---\ndesk: " + "\u00e9" * 40_000 + "\n---\n") == (
        1,
        "the front matter is larger than 64 KiB. Shorten it.",
    )


@pytest.mark.parametrize("text", ["\n" * 500_000, "\u200b" * 500_000, "-" * 1_000_000, "- " * 500_000 + "x"])
@pytest.mark.parametrize("opening", ["", "---\n", "# T\n"])
def test_a_hostile_megabyte_is_split_or_refused_in_about_a_second(opening: str, text: str) -> None:
    start = time.monotonic()
    assert _body_or_refused(opening + text)
    assert time.monotonic() - start < 5


def _body_or_refused(text: str) -> bool:
    """Whether the text was refused at one of its lines, or the parts stand in it on the lines they say."""
    try:
        parts = split(text)
    except YamlRefused as refused:
        return 1 <= refused.line <= text.count("\n") + 1
    lines = text.split("\n")
    front = parts.front
    kept = front is None or "\n".join(lines[parts.front_line - 1 : parts.body_line - 2]) == front
    return kept and "\n".join(lines[parts.body_line - 1 :]) == parts.body


PIECES = st.sampled_from([
    "---", "\n", "----", "...", "+++", "{", " ", "\ufeff", "\u200b", "audience", ": ", "inside", "# T", "\u2014",
])  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=2), max_size=30).map("".join))
def test_any_text_is_split_on_its_own_lines_or_refused(text: str) -> None:
    assert _body_or_refused(text)


@given(st.data())
def test_no_change_of_a_fence_makes_body_of_the_audience(data: st.DataObject) -> None:
    text = f"---\n{CANARY}\n---\n# T\n\nAn answer.\n"
    fences = [0, 1, 2, 3, 21, 22, 23, 24]
    for _change in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.sampled_from(fences))
        gone = data.draw(st.integers(0, 1))
        put = data.draw(
            st.sampled_from(["", "-", " ", "\n", "\u200b", "\u2014", ".", "x", "\t", "#", "+", "=", "\ufeff"])
        )
        text = text[:at] + put + text[at + gone :]
    try:
        parts = split(text)
    except YamlRefused:
        return
    assert CANARY not in parts.body.split("\n")
