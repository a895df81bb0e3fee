"""What a mail quotes of another one is found, whichever program wrote it; one's own words are never taken for it."""

import pytest

from kb.words.quoting import quoted_lines, without_quoted

OUTLOOK = "From: Anna Moreau <anna@bakery.example>\nSent: Monday\nTo: Us\nSubject: boxes\n\nold"
QUOTING = {
    "behind signs": ("ours\n> old\n>> older\n\nours", [(2, 3)]),
    "gmail": ("ours\n\nOn Mon, Nov 23, 2026 at 9:14\u202fAM Anna Moreau <a@b.example> wrote:\n\n> old", [(3, 5)]),
    "gmail, broken in three": ("ours\nOn Mon, Nov 23, 2026 at 9:14 AM Anna <\na@b.example>\nwrote:\nold", [(2, 5)]),
    "thunderbird, answered in between": (
        "On 23/11/2026 09:14, Anna wrote:\n> old\nours\n> old\nours",
        [(1, 2), (4, 4)],
    ),
    "thunderbird in German": ("Am 23.11.2026 um 09:14 schrieb Anna Moreau:\n> old\nours", [(1, 2)]),
    "gmail in French": ("ours\nLe lun. 23 nov. 2026 à 09:14, Anna <a@b.example> a écrit :\nold", [(2, 3)]),
    "apple": ("ours\n\n> On 23 Nov 2026, at 09:14, Anna wrote:\n> \n> old", [(3, 5)]),
    "outlook": (f"ours\n\n{OUTLOOK}", [(3, 8)]),
    "outlook in German": ("ours\n\nVon: Anna\nGesendet: Montag\nAn: Uns\nBetreff: boxes\n\nold", [(3, 8)]),
    "outlook with stars": (f"ours\n{OUTLOOK.replace('From:', '*From:*').replace('To:', '*To:*')}", [(2, 7)]),
    "outlook, lines apart": ("ours\n\nFrom: Anna\n\nDate: today\n\nSubject: boxes\n\nold", [(3, 9)]),
    "old outlook": ("ours\n-----Original Message-----\nold", [(2, 3)]),
    "forwarded": ("ours\n\n---------- Forwarded message ---------\nFrom: Anna\n\nold", [(3, 6)]),
    "forwarded by apple": ("ours\n\nBegin forwarded message:\n\nold", [(3, 5)]),
    "a figure among others": ("ours\n> 2,000 old\n> old\nours", [(2, 3)]),
    "a figure that somebody wrote": ("On 23/11/2026 09:14, Anna wrote:\n> 2,000 old\nours", [(1, 2)]),
    "its own head, and another's": (f"{OUTLOOK}\n\nours\n\n{OUTLOOK}", [(10, 15)]),
}


@pytest.mark.parametrize(("text", "stretches"), QUOTING.values(), ids=QUOTING)
def test_what_a_mail_quotes_is_found(text: str, stretches: list[tuple[int, int]]) -> None:
    assert [tuple(each) for each in quoted_lines(text)] == stretches
    left = without_quoted(text)
    assert len(left) == len(text)
    assert "old" not in left.split("ours", 1)[-1]
    assert left.count("ours") == text.count("ours")


OURS = {
    "its own head": OUTLOOK,
    "what you wrote": "On 23 November 2026 you wrote:\n\nWe deliver in a week.",
    "what one of us wrote": "On 23 November 2026 at 9:14 our planner wrote:\n\nWe deliver in a week.",
    "more than": "Stacking strength:\n> 350 kg\nPallets:\n>10",
    "no program tells it so": "On Monday Anna wrote:\n\nWe deliver in a week.",
    "a list": "We make\nFrom: 100 boxes\nTo: 500 boxes\nDate: today\nand deliver",
    "a line": "ours\n----------------\nours",
    "a comparison": "weights > 20 kg\nare never packed",
    "a table": "| From: | To: |\n|---|---|\nSubject: boxes",
}


@pytest.mark.parametrize("text", OURS.values(), ids=OURS)
def test_ones_own_words_are_never_taken_for_anothers(text: str) -> None:
    assert quoted_lines(text) == ()
    assert without_quoted(text) == text


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "line", ["On 1:11 2026 :", f"On 1:11 2026{' schrieb a' * 35} :", f"{'On 1:11 wrote' * 28}:", "From: x", ">", "on "]
)
def test_a_hostile_text_is_searched_in_time(line: str) -> None:
    assert len(quoted_lines(f"ours\n{line}\n" * 1_000)) <= 1_000
