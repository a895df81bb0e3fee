"""`kb agree`: what is signed and by whom, what is refused and why, and what becomes of a no."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran, RunKb

from kb.library.signature import read_signature

Folder = Callable[[dict[str, str]], Path]

PLAIN = """\
---
desk: planning
audience: customer
tags: time, plain
---
# How long does a plain box take?

Five to seven working days.

## Numbers
- lead time, plain box: 5 to 7 working days

## Inside only
The strike.
"""
GATE = "---\naudience: sales\nreview: 10 days\n---\n# When is the gate open?\n\nFrom six to two.\n"
MARGIN = "---\naudience: inside\n---\n# What do we earn?\n\nA fifth.\n"
NOTE = "# A note\n\nSome words.\n"
BROKEN = "---\naudience: customer\n---\n# How much?\n\nA lot.\n\n## Numbers\n- price: about a handful or so, maybe\n"
FILES = {
    "kb.yaml": "company: Us\nreview: 180 days\n",
    "people.yaml": "planning:\n  name: Planning desk\n",
    "articles/plain.md": PLAIN,
    "articles/gate.md": GATE,
}


@pytest.fixture
def root(folder: Folder) -> Path:
    return folder(FILES)


def agree(kb: RunKb, root: Path, *words: str, day: str = "2026-11-02") -> Ran:
    return kb("--today", day, "agree", *words, content=root)


def sign(kb: RunKb, root: Path, side: str, *words: str, day: str = "2026-11-02") -> list[dict[str, Any]]:
    """What was signed."""
    by = [] if "--by" in words else ["--by", side]
    ran = agree(kb, root, *words, "--as", side, "--yes", "--json", *by, day=day)
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)
    assert (told["schema"], told["flagged"]) == (1, [])
    return list(told["signed"])


def slugs(signed: list[dict[str, Any]]) -> list[str]:
    return [one["slug"] for one in signed]


def state(kb: RunKb, root: Path, slug: str = "plain", day: str = "2026-11-02") -> str | None:
    found: str | None = json.loads(kb("--today", day, "show", slug, "--json", content=root).out)["state"]
    return found


def test_both_sign_and_everybody_may_say_it(kb: RunKb, root: Path) -> None:
    told = agree(kb, root, "plain", "--as", "production", "--by", "Planning desk", "--yes")
    assert told.code == 0
    file = Path(told.out.strip())
    assert file.parent == root / "agreed" / "plain"
    assert file.name.startswith("2026-11-02-production-")
    assert "Signed for production until 1 May 2027: How long does a plain box take?" in told.err
    assert "ASK FIRST. It waits for sales: kb agree plain --as sales" in told.err
    assert "every answer reads ASK FIRST until both sides have signed it" in told.err
    told = agree(kb, root, "plain", "--as", "sales", "--by", "inside sales", "--yes")
    assert "YOU MAY SAY THIS" in told.err
    assert "every answer" not in told.err
    assert state(kb, root) == "agreed"


def test_a_signature_is_the_whole_text_and_nothing_inside(kb: RunKb, root: Path) -> None:
    [signed] = sign(kb, root, "production", "plain", "--by", "#1: Planning")
    data = (root / signed["path"]).read_bytes()
    signature, problems = read_signature(signed["path"], data)
    assert (signature is not None, problems) == (True, ())
    assert signature
    assert (signature.by, signature.side, f"{signature.until}") == ("#1: Planning", "production", "2027-05-01")
    assert "Five to seven working days." in signature.text
    assert b"strike" not in data
    assert kb("lint", content=root).code == 0


def test_the_same_text_is_signed_once_a_side_and_again_when_that_is_good_for_longer(kb: RunKb, root: Path) -> None:
    for _ in range(2):
        sign(kb, root, "production", "plain")
    assert len(list((root / "agreed" / "plain").iterdir())) == 1
    assert sign(kb, root, "production", "plain")[0]["path"] is None
    later = sign(kb, root, "production", "plain", day="2026-12-01")
    assert later[0]["until"] == "2027-05-30"
    assert len(list((root / "agreed" / "plain").iterdir())) == 2


def test_one_person_does_not_sign_for_both_sides_unless_kb_yaml_says_so(kb: RunKb, root: Path) -> None:
    sign(kb, root, "production", "plain", "--by", "Ann  Moss")
    ran = agree(kb, root, "plain", "--as", "sales", "--by", "ann moss", "--yes")
    assert ran.code == 2
    assert "ann moss has signed 'plain' for production already" in ran.err
    assert "same_person: yes" in ran.err
    (root / "kb.yaml").write_text("company: Us\nsame_person: yes\n", "utf-8")
    assert "kb.yaml" not in kb("lint", content=root).out
    sign(kb, root, "sales", "plain", "--by", "ann moss")
    assert state(kb, root) == "agreed"


def test_without_a_name_it_is_whoever_git_or_the_login_names(
    kb: RunKb, root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    config = tmp_path / "gitconfig"
    config.write_text("[user]\n\tname = Ann Moss\n", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    ran = agree(kb, root, "plain", "--as", "production", "--yes")
    assert "Signing as Ann Moss (another name: --by NAME)." in ran.err
    assert "by: Ann Moss\n" in Path(ran.out.strip()).read_text("utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("LOGNAME", "amoss")
    assert "Signing as amoss" in agree(kb, root, "gate", "--as", "production", "--yes").err


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("margin", MARGIN, "'margin' is for inside only: nobody says it to a customer"),
        ("note", NOTE, "'note' is for inside, as it names no reader"),
        (
            "price",
            BROKEN,
            "'price' has a mistake in it, so it cannot be signed as it stands.\narticles/price.md, line 9",
        ),
        ("dark", "---\naudience: customer\n", "'dark' has a mistake in it"),
    ],
)
def test_what_cannot_be_signed_is_told_in_a_sentence(
    path: str, text: str, told: str, kb: RunKb, folder: Folder
) -> None:
    root = folder({**FILES, f"articles/{path}.md": text})
    ran = agree(kb, root, path, "--as", "production", "--by", "x", "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert not (root / "agreed").exists()
    assert slugs(sign(kb, root, "production", "--all")) == ["gate", "plain"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["plain", "--as", "production"],
            "Is this true? Nobody sits at a terminal to say so.\nSign without asking: --yes",
        ),
        (["plain", "--as", "sales"], "Would you say it in these words? Nobody sits"),
        (["plain"], "For which side do you sign?\n--as production   or   --as sales"),
        (["plain", "--as", "produktion"], "Did you mean 'production'?"),
        (["--as", "sales", "--yes"], "Which answer?"),
        (["plain", "--all", "--as", "sales", "--yes"], "Which answer?"),
        (["plian", "--as", "sales", "--yes"], "Did you mean plain?"),
        (["--tag", "tiem", "--as", "sales", "--yes"], "No answer has the tag 'tiem'. Did you mean 'time'?"),
        (["--desk", "plan", "--as", "sales", "--yes"], "There is no desk 'plan'."),
        (["plain", "--as", "sales", "--no", " ", "--by", "x"], "Why not?"),
        (["plain", "--as", "sales", "--no", "why", "--yes"], "--no is about one answer"),
        (["plain", "--as", "sales", "--yes", "--by", " "], "Who signs?"),
        (["--meeting"], "A meeting needs a terminal."),
        (["--meeting", "--yes"], "In a meeting both sides sign"),
    ],
)
def test_a_call_that_makes_no_sense_signs_nothing(words: list[str], told: str, kb: RunKb, root: Path) -> None:
    ran = agree(kb, root, *words)
    assert ran.code in (1, 2)
    assert ran.out == ""
    assert told in ran.err
    assert not (root / "agreed").exists()
    assert not (root / "questions").exists()


def test_a_no_is_kept_for_the_desk_and_signs_nothing(kb: RunKb, root: Path) -> None:
    words = "I'd say: about a week.\n# and *more*"
    ran = agree(kb, root, "plain", "--as", "sales", "--by", "inside sales: B", "--no", words)
    assert ran.code == 0
    file = Path(ran.out.strip())
    assert file.parent == root / "questions"
    assert file.name.startswith("2026-11-02-")
    assert file.read_text("utf-8") == (
        '---\nkind: wording\narticle: plain\ndesk: planning\nasked: 2026-11-02\nby: "inside sales: B"\n---\n'
        "I'd say: about a week. # and *more*\n"
    )
    assert "kind: wrong\n" in Path(
        agree(kb, root, "plain", "--as", "production", "--by", "x", "--no", "No.").out.strip()
    ).read_text("utf-8")
    assert not (root / "agreed").exists()


def test_all_that_waits_for_a_side_is_signed_and_then_nothing_waits(kb: RunKb, root: Path) -> None:
    assert slugs(sign(kb, root, "production", "--all")) == ["gate", "plain"]
    assert sign(kb, root, "production", "--all") == []
    assert "Nothing waits for production." in agree(kb, root, "--all", "--as", "production", "--yes").err
    assert slugs(sign(kb, root, "sales", "--tag", "TIME")) == ["plain"]
    assert slugs(sign(kb, root, "sales", "--all")) == ["gate"]


def test_due_is_what_has_run_out(kb: RunKb, root: Path) -> None:
    for side in ("production", "sales"):
        sign(kb, root, side, "--all")
    assert state(kb, root, "gate", "2026-11-12") == "agreed"
    assert state(kb, root, "gate", "2026-11-13") == "due"
    assert sign(kb, root, "sales", "--due", day="2026-11-12") == []
    assert slugs(sign(kb, root, "sales", "--due", day="2026-11-13")) == ["gate"]
    assert state(kb, root, "gate", "2026-11-13") == "due"
    sign(kb, root, "production", "--due", "--desk", "", day="2026-12-20")
    assert state(kb, root, "gate", "2026-11-13") == "agreed"


def test_after_an_edit_it_waits_again_for_both(kb: RunKb, root: Path) -> None:
    for side in ("production", "sales"):
        sign(kb, root, side, "--all")
    file = root / "articles" / "plain.md"
    file.write_text(PLAIN.replace("Five to seven", "Six to nine").replace("5 to 7", "6 to 9"), "utf-8")
    assert state(kb, root) == "changed"
    told = agree(kb, root, "--all", "--as", "production", "--by", "p", "--yes").err
    assert "YOU MAY SAY THIS. It waits for sales: kb agree plain --as sales" in told
    assert state(kb, root) == "tightened"
    file.write_text(PLAIN, "utf-8")
    assert state(kb, root) == "agreed"


def test_a_file_taken_away_takes_the_signature_back(kb: RunKb, root: Path) -> None:
    for side in ("production", "sales"):
        sign(kb, root, side, "plain")
    next((root / "agreed" / "plain").glob("*-sales-*")).unlink()
    assert state(kb, root) == "unsigned"
    assert "delete that file" in " ".join(kb("agree", "--help").out.split())
