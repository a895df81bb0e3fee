"""Patterns that are compiled late, and the letters without which they are never searched for."""

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from re import _parser  # type: ignore[attr-defined]  # only the parsed pattern tells what each of its ways must hold
from typing import Any

import pytest

import kb.desk.promises
import kb.words
from kb.words.patterns import lazy


def _needing() -> Iterator[tuple[str, Any]]:
    """All patterns that name the letters they need, each with where it stands."""
    modules = [
        found.name
        for package in (kb.words, kb.desk.promises)
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    ]
    for module in modules:
        for name, value in vars(importlib.import_module(module)).items():
            each = value.items() if isinstance(value, dict) else [("", value)]
            yield from ((f"{module} {name} {key}", one) for key, one in each if "needs" in getattr(one, "__dict__", ()))


NEEDING = dict(_needing())


def holds(parsed: Sequence[Any], needs: Sequence[str], before: str = "") -> bool:
    """Whether one of some letters is in everything that a parsed pattern can be found in."""
    run = before
    for operation, argument in parsed:
        match str(operation):
            case "LITERAL":
                run += chr(argument)
            case "BRANCH" if all(holds(branch, needs, run) for branch in argument[1]):
                return True
            case "SUBPATTERN" if holds(argument[3], needs, run):
                return True
            case "MAX_REPEAT" | "MIN_REPEAT" if argument[0] and holds(argument[2], needs):
                return True
        run = run if str(operation) == "LITERAL" else ""
        if any(needed in run for needed in needs):
            return True
    return False


def test_many_patterns_say_what_they_need() -> None:
    assert len(NEEDING) > 20


@pytest.mark.parametrize("where", NEEDING)
def test_what_a_pattern_needs_is_in_each_of_its_ways(where: str) -> None:
    pattern = NEEDING[where]
    assert holds(_parser.parse(pattern.pattern), pattern.needs)


@pytest.mark.parametrize("pattern", ["free|no charge|on us", r"(?:free )?of us", r"(?!free)\w+", "(?:free)*"])
def test_a_way_without_the_letters_is_found(pattern: str) -> None:
    assert not holds(_parser.parse(pattern), ["free"])


def test_a_text_with_the_letters_is_searched_as_ever() -> None:
    spared = lazy(r"\b(free|gratis)\b", needs="free|gratis")
    assert spared.search("it is free")
    assert spared.search("freely") is None
    assert [found[0] for found in spared.finditer("free and gratis")] == ["free", "gratis"]
    assert spared.sub("-", "free and gratis") == "- and -"


def test_a_text_without_them_is_left_as_it_is() -> None:
    spared = lazy(r"\b(free|gratis)\b", needs="free|gratis")
    assert spared.search("it costs") is None
    assert list(spared.finditer("it costs")) == []
    assert spared.sub("-", "it costs") == "it costs"
