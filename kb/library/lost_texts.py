"""Texts that somebody has put among the articles and that are not read as one, with the way out; opens no file."""

_PLAIN = ("txt", "text", "markdown")
_TEXTS = (".txt", ".text", ".markdown", ".rtf", ".doc", ".docx", ".odt", ".pages")
"""What somebody may have written an article in, and then nobody finds it."""


def why_not_read(name: str) -> str:
    """Why a file of that name (as it can be shown) is not read; empty where nobody meant it for an article."""
    if not name.lower().endswith(_TEXTS):
        return ""
    if ".conflict-" in name:
        return (
            "This file was made when two people saved at once. Bring what is new in it into the article itself, then "
            "delete it."
        )
    stem, _, ending = name.rpartition(".")
    stem = stem.removesuffix(".md")  # Windows hides the ending that an editor put behind it
    way = f"Rename it to `{stem}.md`." if ending.lower() in _PLAIN else "Copy its text into an article: kb add."
    return f"This file is not read, so nobody finds what it says: an article's name ends in `.md`. {way}"
