import pytest

from kb.library.decode import NotText, decode


def test_a_byte_order_mark_is_dropped() -> None:
    assert decode(b"\xef\xbb\xbfdesk: press\n") == "desk: press\n"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_every_kind_of_line_end_becomes_a_newline(end: bytes) -> None:
    assert decode(b"---" + end + end + b"desk: press") == "---\n\ndesk: press"


def test_other_alphabets_and_signs_stay() -> None:
    assert decode("clichés, 纸箱, ±2 mm, 📦".encode()) == "clichés, 纸箱, ±2 mm, 📦"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_utf_16_and_32_are_refused_with_the_way_out(encoding: str) -> None:
    with pytest.raises(NotText, match=r"Save it as UTF-8\.$") as refused:
        decode("company: Northfold\n".encode(encoding))
    assert refused.value.line == 1


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_latin_1_is_refused_at_the_line_of_its_first_byte_that_is_no_utf_8(end: bytes) -> None:
    with pytest.raises(NotText) as refused:
        decode(end.join([b"- term: plates", "  customers: [clichés]".encode("latin-1"), b"\xff"]))
    assert (refused.value.line, refused.value.sentence) == (
        2,
        "this file is no UTF-8 text: byte 0xe9 is none of its characters. Save it as UTF-8.",
    )


def test_a_surrogate_in_utf_8_is_refused() -> None:
    with pytest.raises(NotText):
        decode(b"a\n\xed\xa0\x80")


def test_nul_bytes_are_refused_at_their_line() -> None:
    with pytest.raises(NotText) as refused:
        decode(b"desk: press\n\0")
    assert refused.value.line == 2
