"""An article written in YAML: the same sections as keys, lists where Markdown has bullets."""

from collections.abc import Iterator
from dataclasses import replace

from kb.library.article_fields import CLOSED, fields_of
from kb.library.article_parts import Read, put_together, unreadable
from kb.library.disguise import inside_heading_refused
from kb.library.headings import SAY, SECTIONS, looks_like_inside_heading, says_only_inside
from kb.library.prose import Passage
from kb.library.remarks import Remark, closing
from kb.library.sections import Body, Section, read_field
from kb.library.tokens import MarkdownRefused
from kb.library.yamltree import Node, Scalar, Table, YamlRefused, read_tree
from kb.model.problem import ERROR
from kb.model.prose import BULLET, TEXT
from kb.settings import MAX_YAML_FILE_EVENTS

_NOTHING = Body("", 0, (), ())


def read_yaml(path: str, text: str, default_audience: str) -> Read:
    """The article; a file that is no YAML leaves an empty one, for inside."""
    try:
        table = _table(text)
    except YamlRefused as refused:
        broken = closing(refused.line, refused.sentence)
        return put_together(path, replace(CLOSED, remarks=(broken,)), _NOTHING)
    source = list(enumerate(text.split("\n"), 1))
    try:
        body = _body(table)
    except MarkdownRefused as refused:
        return unreadable(path, 0, refused.sentence)
    return put_together(path, fields_of(table, source, default_audience, tuple(SECTIONS)), body)


def _table(text: str) -> Table:
    tree = read_tree(text, first_line=1, most_events=MAX_YAML_FILE_EVENTS)
    if isinstance(tree, Table):
        return tree
    raise YamlRefused(tree.line, "this file is a list. An article is written as lines of `key: value`.")


def _body(table: Table) -> Body:
    sections: list[Section] = []
    remarks: list[Remark] = []
    for key, value in table.entries:
        name = key.text.strip().lower()
        if name in SECTIONS:
            for read in _fields(name, value):
                sections += _at(read, name, key.line)
                remarks += read.remarks
    return Body("", 0, tuple(sections), tuple(remarks))


def _fields(key: str, value: Node) -> Iterator[Body]:
    """What stands in a field: one text, or each item of a list as a bullet (as a paragraph of an answer)."""
    if isinstance(value, Scalar):
        yield _of_text(key, value)
        return
    pairs = value.entries if isinstance(value, Table) else tuple((None, item) for item in value.items)
    for name, item in pairs:
        yield from _item(key, name, item)


def _item(key: str, name: Scalar | None, item: Node) -> Iterator[Body]:
    """An item of a list; `- lead time: 5 days` without quotes is a table to YAML, and read as the line it is."""
    if isinstance(item, Table) and name is None:
        for inner, value in item.entries:
            yield from _item(key, inner, value)
    elif isinstance(item, Scalar):
        text, line = f"{name.text}: {item.text}" if name else item.text, name.line if name else item.line
        read = _as_bullet(_of_text(key, item._replace(text=text, line=line)))
        yield read._replace(remarks=(*read.remarks, *_meant_for_inside(key, name, item)))
    else:
        sentence = f"`{key}` takes lines of text. Put quotes around each."
        yield Body("", 0, (), (Remark(item.line, sentence, ERROR),))


def _meant_for_inside(key: str, name: Scalar | None, item: Scalar) -> Iterator[Remark]:
    """A remark where an item is a heading *Inside only* for those below it, or a key of that name; a number may be."""
    is_heading = item.text.lstrip().startswith("#") and looks_like_inside_heading(item.text.partition("\n")[0])
    if is_heading or (name and key != "numbers" and says_only_inside(name.text)):
        yield inside_heading_refused(item.line)


def _of_text(key: str, scalar: Scalar) -> Body:
    """The text read as Markdown. Folded lines don't tell where they stood, so all has the line of its start."""
    body = read_field(key, scalar.text, scalar.line)
    sections = tuple(section._replace(passages=tuple(_on(scalar.line, section.passages))) for section in body.sections)
    remarks = [remark._replace(line=scalar.line) for remark in body.remarks]
    if scalar.cut:
        sentence = f"`{scalar.cut}` is dropped as a comment. If it is text, put quotes around the value."
        remarks.append(Remark(scalar.line, sentence))
    return body._replace(sections=sections, remarks=tuple(remarks))


def _on(line: int, passages: tuple[Passage, ...]) -> Iterator[Passage]:
    for passage in passages:
        yield passage._replace(lines=tuple(written._replace(line=line) for written in passage.lines))


def _as_bullet(body: Body) -> Body:
    """The same with its paragraphs as bullets, but for an answer, which is read aloud."""

    def changed(section: Section) -> Section:
        if section.key == SAY:
            return section
        bullets = (
            passage._replace(kind=BULLET if passage.kind == TEXT else passage.kind) for passage in section.passages
        )
        return section._replace(passages=tuple(bullets))

    return body._replace(sections=tuple(changed(section) for section in body.sections))


def _at(body: Body, key: str, line: int) -> Iterator[Section]:
    """The sections; the one of the key itself begins where the key stands."""
    return (section._replace(line=line) if section.key == key else section for section in body.sections)
