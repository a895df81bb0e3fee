"""Reads what stands around the articles: kb.yaml, people, process and glossary; articles are read elsewhere."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from kb.library.decode import NotText, decode
from kb.library.fields import Notes
from kb.library.frame_company import read_company
from kb.library.frame_glossary import read_glossary
from kb.library.frame_people import read_people
from kb.library.frame_process import read_process
from kb.library.yamltree import Listing, Table, YamlRefused, read_tree
from kb.model.library import Company, Frame
from kb.model.problem import Problem
from kb.model.process import Process
from kb.settings import CONTENT_ROOT_MARK, MAX_YAML_BYTES, MAX_YAML_FILE_EVENTS

_Part = TypeVar("_Part")


def read_frame(sources: Mapping[str, bytes]) -> tuple[Frame, tuple[Problem, ...]]:
    """The frame from the bytes of its files by their names, any of which may be missing, and what is wrong with them.

    A file that cannot be read gives its problem and empty values; the others are still read.
    """
    problems: list[Problem] = []

    def read(path: str, reader: Callable[[Table | Listing, Notes], _Part], empty: _Part) -> _Part:
        part, found = _read(path, sources.get(path, b""), reader, empty)
        problems.extend(found)
        return part

    frame = Frame(
        company=read(CONTENT_ROOT_MARK, read_company, Company()),
        desks=read("people.yaml", read_people, ()),
        process=read("process.yaml", read_process, Process()),
        terms=read("glossary.yaml", read_glossary, ()),
    )
    return frame, tuple(sorted(problems))


def _read(
    path: str, data: bytes, reader: Callable[[Table | Listing, Notes], _Part], empty: _Part
) -> tuple[_Part, list[Problem]]:
    notes = Notes(path)
    try:
        return reader(_tree(data), notes), notes.problems
    except (NotText, YamlRefused) as refused:
        notes.error(refused.line, refused.sentence)
        return empty, notes.problems


def _tree(data: bytes) -> Table | Listing:
    if len(data) > MAX_YAML_BYTES:
        raise YamlRefused(0, f"this file is larger than {MAX_YAML_BYTES // 1024:,} KiB and is not read. Shorten it.")
    return read_tree(decode(data), first_line=1, most_events=MAX_YAML_FILE_EVENTS)
