"""One file of the content folder read as an article, or as the inside part of one; joins no two files."""

from kb.library.article_markdown import read_markdown, split_or_whole
from kb.library.article_parts import Read, unreadable
from kb.library.article_yaml import read_yaml
from kb.library.decode import NotText, decode
from kb.library.prose import blocks_of, passages_of
from kb.library.remarks import problems_of
from kb.library.tokens import MarkdownRefused, tokens_of
from kb.model.problem import Problem
from kb.model.prose import Block

_YAML = (".yaml", ".yml")


def read_article(path: str, data: bytes, default_audience: str) -> Read:
    """The article of a file `articles/**/*.md` or `.yaml`, and its problems.

    None where the file cannot be read as text at all. Whatever is in doubt makes the whole article inside.
    """
    try:
        text = decode(data)
    except NotText as error:
        return unreadable(path, error.line, error.sentence)
    read = read_yaml if path.lower().endswith(_YAML) else read_markdown
    return read(path, text, default_audience)


def read_inside(path: str, data: bytes) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """All text of a file `inside/<slug>.md`, without front matter and comments; all of it is for inside."""
    try:
        parts, broken = split_or_whole(decode(data))
        tokens = tokens_of(parts.body)
    except NotText as error:
        return (), (Problem(path, error.line, error.sentence),)
    except MarkdownRefused as refused:
        return (), (Problem(path, 0, refused.sentence),)
    passages, remarks = passages_of(tokens, parts.body_line, parts.body.split("\n"))
    return blocks_of(passages), problems_of(path, (*remarks, *((broken,) if broken else ())))
