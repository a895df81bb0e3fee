"""What reading one file found, before it is known which file that is; judges nothing."""

from collections.abc import Iterable
from typing import NamedTuple

from kb.model.problem import ERROR, WARNING, Problem


class Remark(NamedTuple):
    """A mistake on a line."""

    line: int
    """In the file, from 1; 0 where the whole file is meant."""

    sentence: str
    """What is wrong and the way out."""

    severity: str = WARNING

    closes: bool = False
    """Something inside could be taken for something else: the whole article is for inside."""


def closing(line: int, sentence: str) -> Remark:
    """A mistake for which the whole article is inside."""
    return Remark(line, f"{sentence} Until then the whole article is inside.", ERROR, closes=True)


def closes_article(remarks: Iterable[Remark]) -> bool:
    """Whether one of them makes the whole article inside."""
    return any(remark.closes for remark in remarks)


def problems_of(path: str, remarks: Iterable[Remark]) -> tuple[Problem, ...]:
    """The remarks as problems of that file, in order of lines, each once."""
    problems = {Problem(path, remark.line, remark.sentence, remark.severity) for remark in remarks}
    return tuple(sorted(problems))
