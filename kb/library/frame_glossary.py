"""The terms of `glossary.yaml`; whether an answer avoids the shop words is checked elsewhere."""

from kb.library.fields import Fields, Notes, tables_of
from kb.library.yamltree import Listing, Table
from kb.model.glossary import Term
from kb.text import fold

_KEYS = ("term", "customers", "means", "avoid", "instead")


def read_glossary(tree: Table | Listing, notes: Notes) -> tuple[Term, ...]:
    """The terms in the order they are written; of one that stands twice, the first."""
    if isinstance(tree, Table):
        if tree.entries:
            notes.error(tree.line, "glossary.yaml is no list. Begin each entry with `- term:`.")
        return ()
    terms: dict[str, Term] = {}
    for fields in tables_of(tree, notes):
        term = _term(fields)
        if not term.term:
            notes.error(term.line, "an entry has no `term:`. Write `- term: die`.")
            continue
        twin = terms.setdefault(fold(term.term), term)
        if twin is not term:
            notes.error(term.line, f"the term '{term.term}' stands on line {twin.line} already. Make it one entry.")
    return tuple(terms.values())


def _term(fields: Fields) -> Term:
    fields.report_unknown(_KEYS)
    return Term(
        term=fields.text("term"),
        customers=fields.texts("customers"),
        means=fields.text("means"),
        avoid=fields.yes_or_no("avoid"),
        instead=fields.text("instead"),
        line=fields.line,
    )
