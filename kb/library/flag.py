"""Writes a flag, a file of `questions/`: somebody says that an answer is wrong, or would be said in other words.

Who works on it, and when it is done, is decided elsewhere.
"""

from datetime import date

from kb.library.escape import prose, yaml_value

WRONG, WORDING = "wrong", "wording"
"""What somebody says of an answer: it is not true, or nobody would say it in these words."""


def flag_text(kind: str, slug: str, words: str, *, by: str, asked: date) -> str:
    """The file of a flag; `kind` is WRONG or WORDING, `slug` that of the answer."""
    keys = {"kind": kind, "article": yaml_value(slug), "asked": asked.isoformat(), "by": yaml_value(by)}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + f"---\n{prose(words)}\n"
