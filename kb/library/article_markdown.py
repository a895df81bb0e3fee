"""An article written in Markdown, with front matter."""

from kb.library.article_fields import CLOSED, Fields, fields_of
from kb.library.article_parts import Read, put_together, unreadable
from kb.library.frontmatter import Split, front_table, split
from kb.library.remarks import Remark, closing
from kb.library.sections import split_body
from kb.library.tokens import MarkdownRefused
from kb.library.yamltree import YamlRefused


def read_markdown(path: str, text: str, default_audience: str) -> Read:
    """The article; broken front matter leaves it readable, for inside."""
    parts, broken = split_or_whole(text)
    fields = CLOSED
    if broken is None:
        fields, broken = _fields(parts, default_audience)
    try:
        body = split_body(parts.body, parts.body_line)
    except MarkdownRefused as refused:
        return unreadable(path, 0, refused.sentence)
    article, problems = put_together(path, _with(fields, broken), body)
    return article, problems


def split_or_whole(text: str) -> tuple[Split, Remark | None]:
    """The parts of a text; all of it is body, with a remark, where its front matter has no clear end."""
    try:
        return split(text), None
    except YamlRefused as refused:
        return Split(None, 0, text, 1), closing(refused.line, refused.sentence)


def _fields(parts: Split, default_audience: str) -> tuple[Fields, Remark | None]:
    try:
        table = front_table(parts)
    except YamlRefused as refused:
        return CLOSED, closing(refused.line, refused.sentence)
    source = list(enumerate((parts.front or "").split("\n"), parts.front_line))
    return fields_of(table, source, default_audience), None


def _with(fields: Fields, remark: Remark | None) -> Fields:
    if remark is None:
        return fields
    return Fields(readers=fields.readers, remarks=(remark,))
