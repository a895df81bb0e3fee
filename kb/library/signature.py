"""Reads and writes a file of `agreed/<slug>/`: who signed, for how long, and the text in full; judges no state."""

from datetime import date
from pathlib import PurePosixPath

from kb.library.decode import NotText, decode
from kb.library.escape import yaml_value
from kb.library.eventtree import Keys, day_of_path
from kb.library.remarks import Remark, problems_of
from kb.library.signed import read_signed
from kb.library.yamltree import Listing, YamlRefused, read_tree
from kb.model.agreement import SIDES, Signature
from kb.model.problem import ERROR, Problem
from kb.settings import MAX_YAML_FILE_EVENTS

_KEYS = ("side", "by", "on", "at", "until", "text")
_UNREAD = "this signature does not count"

Read = tuple[Signature | None, tuple[Problem, ...]]


def read_signature(path: str, data: bytes) -> Read:
    """The signature, and its problems; None where it does not count."""
    try:
        tree = read_tree(decode(data), first_line=1, most_events=MAX_YAML_FILE_EVENTS)
    except (NotText, YamlRefused) as refused:
        return None, (Problem(path, refused.line, f"{_UNREAD}: {refused.sentence}"),)
    if isinstance(tree, Listing):
        return None, (Problem(path, tree.line, f"{_UNREAD}: it is a list. {_sign_again(path)}"),)
    keys = Keys(tree, _KEYS)
    slug, text = PurePosixPath(path).parent.name, keys.whole("text")
    side, on, until = keys.text("side").lower(), keys.day("on") or day_of_path(path), keys.day("until")
    article = read_signed(path, text) if text else None
    if side not in SIDES or on is None or until is None or article is None:
        sentence = f"{_UNREAD}: it needs `side:`, `on:`, `until:` and `text:`. {_sign_again(path)}"
        return None, problems_of(path, (*keys.remarks, Remark(1, sentence, ERROR)))
    signature = Signature(
        slug=slug, path=path, side=side, by=keys.text("by"), on=on, until=until, text=text, article=article,
        at=keys.text("at"),
    )  # fmt: skip
    return signature, problems_of(path, keys.remarks)


def signature_text(side: str, by: str, on: date, until: date, text: str, *, at: str = "") -> str:
    """The file of a signature; `text` is what `signed_text` wrote, `at` the moment (`Signature.at`)."""
    body = "".join(f"  {written}".rstrip() + "\n" for written in text.split("\n")[:-1])
    moment = f"at: {at}\n" if at else ""
    days = f"on: {on.isoformat()}\n{moment}until: {until.isoformat()}"
    return f"side: {side}\nby: {yaml_value(by)}\n{days}\ntext: |\n{body}"


def _sign_again(path: str) -> str:
    return f"Delete it and sign again: kb agree {PurePosixPath(path).parent.name}"
