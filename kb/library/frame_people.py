"""The desks of `people.yaml`; which articles name them is checked elsewhere."""

from kb.library.fields import Fields, Notes
from kb.library.yamltree import Listing, Node, Scalar, Table
from kb.model.people import Desk
from kb.text import fold

_KEYS = ("name", "reach", "knows", "sales_voice", "proud", "visit")


def read_people(tree: Table | Listing, notes: Notes) -> tuple[Desk, ...]:
    """The desks in the order they are written."""
    if isinstance(tree, Listing):
        notes.error(tree.line, "people.yaml is a list. Write each desk as `planning:` with its keys indented below it.")
        return ()
    desks: dict[str, Desk] = {}
    for key, value in tree.entries:
        desk = _desk(key, value, notes)
        twin = desks.setdefault(fold(desk.key), desk)
        if twin is not desk:
            notes.error(desk.line, f"the desk '{desk.key}' stands on line {twin.line} already. Rename one of them.")
    return tuple(desks.values())


def _desk(key: Scalar, value: Node, notes: Notes) -> Desk:
    name = " ".join(key.text.split())
    fields = Fields(_table(key, value, notes), notes)
    fields.report_unknown(_KEYS)
    return Desk(
        key=name,
        name=fields.text("name") or name,
        reach=fields.text("reach"),
        knows=", ".join(fields.texts("knows")),
        sales_voice=fields.text("sales_voice"),
        proud=fields.text("proud"),
        visit=fields.text("visit"),
        line=key.line,
    )


def _table(key: Scalar, value: Node, notes: Notes) -> Table:
    if isinstance(value, Table):
        return value
    if not isinstance(value, Scalar) or value.text:
        sentence = f"the desk '{key.text}' has no keys. Write `name:` and `reach:` indented below it."
        notes.error(key.line, sentence)
    return Table((), key.line)
