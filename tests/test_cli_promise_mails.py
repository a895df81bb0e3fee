"""Mails as Outlook, Gmail, Apple Mail and Thunderbird write them: what is ours is checked, what is quoted is not."""

import json
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from conftest import Ran, RunKb

OVER = "The plain boxes take three working days."
THEIRS = "You said that plain boxes take two working days."
HEAD = "<b>From:</b> Anna Moreau <br><b>Sent:</b> Monday, 23 November 2026<br><b>To:</b> Us<br><b>Subject:</b> boxes"


Check = Callable[..., Ran]


@pytest.fixture
def check(check: RunKb, tmp_path: Path) -> Check:
    def run(data: bytes, name: str = "offer.eml") -> Ran:
        (tmp_path / name).write_bytes(data)
        return check("--file", str(tmp_path / name), "--json")

    return run


def claims(ran: Ran) -> list[str]:
    """What was taken for a promise, on one line each."""
    return [" ".join(each["claim"].split()) for each in json.loads(ran.out)["findings"]]


def notes(ran: Ran) -> list[str]:
    """What is told beside."""
    return list(json.loads(ran.out)["files"][0]["notes"])


def plain(body: str) -> bytes:
    """A mail of plain text."""
    return f"From: us@example.com\nSubject: Re: boxes\nContent-Type: text/plain; charset=utf-8\n\n{body}\n".encode()


def page(body: str, encoding: str = "quoted-printable") -> bytes:
    """A mail that is a page only, as Outlook sends it."""
    message = EmailMessage()
    message["From"], message["Subject"] = "us@example.com", "RE: boxes"
    message.set_content(f"<html><body>\n{body}\n</body></html>", subtype="html", cte=encoding)
    return message.as_bytes()


def test_an_answer_below_what_it_answers_is_checked(check: Check) -> None:
    ran = check(plain(f"On 23/11/2026 09:14, Anna Moreau wrote:\n> {THEIRS}\n\n{OVER}"))
    assert claims(ran) == [OVER]
    assert notes(ran) == ["Quoted from another mail, so not checked: lines 5 to 6."]


def test_what_outlook_lays_under_an_answer_is_not_checked(check: Check) -> None:
    under = f"From: Anna Moreau\nSent: Monday, 23 November 2026\nTo: Us\nSubject: boxes\n\n{THEIRS}"
    ran = check(plain(f"{OVER}\n\n________________________________\n{under}"))
    assert claims(ran) == [OVER]
    assert notes(ran) == ["Quoted from another mail, so not checked: lines 8 to 13."]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_page_that_outlook_sends_is_read_as_a_mail(check: Check, encoding: str) -> None:
    under = f"<div style='border-top:solid'><p>{HEAD}</p></div><p>{THEIRS}</p>"
    assert claims(check(page(f"<p>{OVER}</p>{under}", encoding))) == [OVER]


def test_a_quotation_on_a_page_is_not_checked_and_what_follows_is(check: Check) -> None:
    ran = check(page(f'<blockquote type="cite"><div>On it</div><p>{THEIRS}</p></blockquote><p>{OVER}</p>'))
    assert claims(ran) == [OVER]


def test_lines_wrapped_before_the_amount_are_one_claim(check: Check) -> None:
    ran = check(plain("As we said on the telephone, the plain boxes for your bakery take\nthree working days."))
    assert len(claims(ran)) == 1


def test_the_rows_of_a_table_on_a_page_are_rows(check: Check) -> None:
    row = "<tr><td><p>lead time, plain box</p></td><td><p>3 working days</p></td></tr>"
    assert claims(check(page(f"<table>{row}</table>"))) == ["lead time, plain box | 3 working days"]
    unended = "<table><tr><td>lead time, plain box<td>3 working days<tr><td>flute<td>E</table>"
    assert claims(check(page(unended)))[0] == "lead time, plain box | 3 working days"


def test_a_table_that_only_lays_out_a_page_leaves_its_paragraphs_apart(check: Check) -> None:
    cell = "".join(f"<p>{text}</p>" for text in ("Dear Anna,", "thank you", OVER, "Best regards"))
    assert claims(check(page(f"<table><tr><td>logo</td><td>{cell}</td></tr></table>"))) == [OVER]


def test_points_of_a_list_are_points(check: Check) -> None:
    word = "<p><![if !supportLists]><span>·<span>&nbsp; </span></span><![endif]>plain boxes take three working days</p>"
    assert claims(check(page(word))) == ["plain boxes take three working days"]
    listed = "<ul><li>plain boxes<ul><li>take three working days</ul></ul>"
    assert check(page(listed)).code == 1


@pytest.mark.parametrize(
    "mark", ["<![", "<![foo]>", "<![endiWKKO]>", "<!", "<![if", "<![CDATA[", "<!doctype", "</", "<![endif]>"]
)
def test_a_broken_mark_on_a_page_hides_nothing_before_it(check: Check, mark: str) -> None:
    assert claims(check(page(f"<p>{OVER}</p>\n{mark}<p>Best regards")))[:1] == [OVER]


def test_a_line_break_on_a_page_ends_no_sentence(check: Check) -> None:
    assert claims(check(page("<p>The plain boxes take<br>three working days.</p>"))) == [OVER]
    assert claims(check(page("<pre>The plain boxes take\nthree working days.</pre>"))) == [OVER]


def test_a_mail_that_the_library_stumbles_over_is_told(check: Check) -> None:
    ran = check(b"Content-Type: text/plain; charset=a\x00b\n\nHello, Gr\xfc\xdfe\n")
    assert ran.code in (0, 2)
    assert "stumbled" not in ran.err


def test_a_picture_in_the_text_and_a_signature_are_nothing_attached(check: Check) -> None:
    message = EmailMessage()
    message.set_content(f"{OVER}\n")
    message.add_attachment(b"PNG", maintype="image", subtype="png", filename="logo.png", cid="<logo>")
    message.add_attachment(b"x", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    assert notes(check(message.as_bytes())) == []

    message.add_attachment(b"PNG", maintype="image", subtype="png", filename="plan.png")
    assert notes(check(message.as_bytes())) == ["What is attached was not read: plan.png."]


LEGAL = (
    "This e-mail and any attachments are confidential and intended solely for the use of the individual to whom they "
    "are addressed. If you have received this message in error please notify the sender and delete it."
)


def test_the_small_print_below_a_mail_promises_nothing_but_what_it_says_of_us_does(check: Check) -> None:
    assert claims(check(plain(f"Hello.\n\n-- \nJ. Smith, Northfold Packaging\n\n{LEGAL}"))) == []
    assert claims(check(plain(f"Hello.\n\n-- \nJ. Smith\n\n{LEGAL}\n{OVER}"))) == [OVER]
    hidden = "This message is confidential and plain boxes take three working days."
    assert check(plain(hidden)).code == 1
