"""What `kb.yaml` says of the company and of what it hands out; whether its slugs exist is checked elsewhere."""

from kb.library.fields import Fields, Notes
from kb.library.yamltree import Listing, Table
from kb.model.article import AUDIENCES, INSIDE
from kb.model.library import Company
from kb.settings import DEFAULT_REVIEW_DAYS

_KEYS = ("company", "review", "sheet", "publish", "default_audience", "share_searches", "same_person")


def read_company(tree: Table | Listing, notes: Notes) -> Company:
    """The settings; what was not written or cannot be read is as in an empty `kb.yaml`."""
    if isinstance(tree, Listing):
        notes.error(tree.line, "kb.yaml is a list. Write it as lines of `key: value`, such as `company: Your name`.")
        return Company()
    fields = Fields(tree, notes)
    fields.report_unknown(_KEYS)
    sheet, publish = fields.lined_texts("sheet"), fields.lined_texts("publish")
    return Company(
        name=fields.text("company"),
        review_days=fields.days("review") or DEFAULT_REVIEW_DAYS,
        sheet=tuple(slug for slug, _line in sheet),
        publish=tuple(output for output, _line in publish),
        default_audience=fields.choice("default_audience", AUDIENCES) or INSIDE,
        share_searches=fields.yes_or_no("share_searches"),
        same_person=fields.yes_or_no("same_person"),
        key_lines=_key_lines(tree) + _entry_lines("sheet", sheet) + _entry_lines("publish", publish),
    )


def _key_lines(tree: Table) -> tuple[tuple[str, int], ...]:
    return tuple((name.text, name.line) for name, _value in tree.entries if name.text in _KEYS)


def _entry_lines(key: str, entries: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """The line of each entry of a list, as `sheet:lead-time-standard`."""
    return tuple((f"{key}:{text}", line) for text, line in entries)
