"""YAML read event by event into the tree of `kb.library.yamltree`: the only file that asks the YAML library."""

import itertools
import re
from collections.abc import Iterator

import yaml
from yaml import events as seen

from kb.library.yamlhints import hint_for, place_of, with_quotes
from kb.library.yamltree import Listing, Node, Scalar, Table, YamlRefused
from kb.settings import MAX_YAML_DEPTH

# C0 but tab and newline, DEL, C1 with NEL, the two separators that YAML takes for ends of lines, marks, surrogates.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_COMMENT = re.compile(r"(?P<space>[ \t]+)(?P<comment>#.*)")


def tree_of(text: str, first_line: int, most_events: int) -> Table | Listing:
    """The tree of any text, as `kb.library.yamltree.read_tree` says; raises what that does."""
    if found := _FORBIDDEN.search(text):
        line = first_line + text.count("\n", 0, found.start())
        raise YamlRefused(line, _forbidden(found.group()))
    return _Walk(text, first_line, most_events).document()


class _Walk:
    """One pass over the events of a text. The library composes nothing, so no depth can break it."""

    def __init__(self, text: str, first_line: int, most_events: int) -> None:
        self._lines = text.split("\n")
        self._first_line = first_line
        self._events = self._guarded(text, most_events)

    def document(self) -> Table | Listing:
        """The only document."""
        next(self._events)
        start = next(self._events)
        if isinstance(start, seen.StreamEndEvent):
            return Table((), self._first_line)
        if isinstance(start, seen.DocumentStartEvent) and (start.version or start.tags):
            raise self._refused(start, "lines that begin with `%` are not read here. Delete them.")
        root = self._node(next(self._events), 0)
        for event in self._events:
            if isinstance(event, seen.DocumentStartEvent):
                raise self._refused(event, "a second document begins here. Delete the `---`, or write a second file.")
        if isinstance(root, Scalar):
            if root.plain and not root.text:
                return Table((), root.line)
            raise YamlRefused(root.line, hint_for(self._text_of(root.line)))
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._refuse_references(event)
        if isinstance(event, seen.ScalarEvent):
            return self._scalar(event)
        if depth >= MAX_YAML_DEPTH:
            sentence = f"this is nested more than {MAX_YAML_DEPTH} levels deep. Write it flatter, or put it in quotes."
            raise self._refused(event, sentence)
        if isinstance(event, seen.SequenceStartEvent):
            items = tuple(self._node(item, depth + 1) for item in self._until(seen.SequenceEndEvent))
            return Listing(items, self._line(event))
        return self._table(event, depth)

    def _table(self, start: yaml.Event, depth: int) -> Table:
        entries: list[tuple[Scalar, Node]] = []
        lines: dict[str, int] = {}
        for event in self._until(seen.MappingEndEvent):
            key = self._key(event)
            if key.text in lines:
                before = f"the key '{key.text}' stands here and on line {lines[key.text]}"
                raise YamlRefused(key.line, f"{before}. Keep one of them.")
            lines[key.text] = key.line
            entries.append((key, self._node(next(self._events), depth + 1)))
        return Table(tuple(entries), self._line(start))

    def _key(self, event: yaml.Event) -> Scalar:
        self._refuse_references(event)
        if not isinstance(event, seen.ScalarEvent):
            raise self._refused(event, "a list or a table stands where a key should. Write `key: value`.")
        key = self._scalar(event)
        if key.plain and key.text == "<<":
            raise YamlRefused(key.line, "merges (`<<`) are not read here. Write the values out.")
        if not key.text.strip():
            raise YamlRefused(key.line, "there is no key before the colon. Write `key: value`.")
        return key

    def _scalar(self, event: seen.ScalarEvent) -> Scalar:
        text, line = event.value, self._line(event)
        if found := _FORBIDDEN.search(text):
            raise YamlRefused(line, _forbidden(found.group()))
        plain = not event.style
        return Scalar(text, line, plain, self._cut(event) if plain else "")

    def _cut(self, event: seen.ScalarEvent) -> str:
        """What stands behind a plain scalar and looks like text: `#5`, or a comment that is a single space away."""
        end = event.end_mark
        found = _COMMENT.match(self._text_of(self._first_line + end.line), end.column) if end else None
        if found is None:
            return ""
        glued = found["comment"][1:2] not in ("", " ", "\t", "#")
        near = bool(event.value) and len(found["space"]) == 1
        return found["comment"].strip() if glued or near else ""

    def _refuse_references(self, event: yaml.Event) -> None:
        """Refuses anchors, aliases and tags."""
        sign = "`&` or `*`" if getattr(event, "anchor", None) is not None else ""
        sign = sign or ("`!`" if getattr(event, "tag", None) is not None else "")
        if sign:
            way_out = with_quotes(self._text_of(self._line(event)))
            raise self._refused(event, f"a value that begins with {sign} means something else in YAML: {way_out}")

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        """The events before the one that ends a list or a table; what is nested was taken by then."""
        while not isinstance(event := next(self._events), end):
            yield event

    def _guarded(self, text: str, most_events: int) -> Iterator[yaml.Event]:
        """The events, as long as there are not too many; whatever the library raises becomes a YamlRefused."""
        source = yaml.parse(text, Loader=yaml.CSafeLoader)
        for count in itertools.count(1):
            try:
                event = next(source, None)
            except Exception as error:
                # Not only its own errors: the library lets ValueError, KeyError and others out.
                at = self._blamed(place_of(error) + self._first_line)
                raise YamlRefused(at, hint_for(self._text_of(at))) from error
            if event is None:
                return
            if count > most_events:
                raise self._refused(event, f"this has more than {most_events:,} parts. Make it shorter.")
            yield event

    def _line(self, event: yaml.Event) -> int:
        return self._first_line + (event.start_mark.line if event.start_mark else 0)

    def _refused(self, event: yaml.Event, sentence: str) -> YamlRefused:
        return YamlRefused(self._line(event), sentence)

    def _blamed(self, line: int) -> int:
        """The line, or the one above where that has no colon and was taken together with it for one key."""
        here, above = self._text_of(line), self._text_of(line - 1) if line > self._first_line else ""
        text = above.strip()
        is_level = len(here) - len(here.lstrip()) == len(above) - len(above.lstrip())
        return line - 1 if text and is_level and ":" not in text and text[0] not in "#-" else line

    def _text_of(self, line: int) -> str:
        """A line by its number in the file."""
        at = line - self._first_line
        return self._lines[at] if at < len(self._lines) else ""


def _forbidden(character: str) -> str:
    name = f"U+{ord(character):04X}"
    return f"the character {name} is unseen and not allowed here. Delete it, or type the line again."
