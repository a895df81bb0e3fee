"""The stem of an English word, its singular and its plural, by rule; no dictionary beyond a few irregular nouns."""

import re

_IRREGULAR = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "halves": "half",
    "shelves": "shelf",
    "knives": "knife",
    "lives": "life",
    "buses": "bus",
    "gases": "gas",
    "series": "series",
    "chassis": "chassis",
}
_PLURALS = {one: many for many, one in _IRREGULAR.items() if many != "persons"}

_BRITISH = {
    "color": "colour",
    "flavor": "flavour",
    "odor": "odour",
    "vapor": "vapour",
    "labor": "labour",
    "favor": "favour",
    "fiber": "fibre",
    "center": "centre",
    "caliber": "calibre",
    "mold": "mould",
    "gray": "grey",
    "aluminum": "aluminium",
    "catalog": "catalogue",
    "tire": "tyre",
}
"""American spellings, so that a customer's `colors` meets a writer's `colours`."""

_VOWELS = frozenset("aeiouy")
_ES = ("xes", "ches", "shes", "sses", "zzes")
_NO_PLURAL = ("ss", "us", "is")
_ONE_SHORT_SYLLABLE = re.compile("[^aeiouy]*[aeiouy][^aeiouywx]")
_SHORT = 3
"""Words this short are left alone: `bus`, `die`, `led`."""


def singular(noun: str) -> str:
    """One of them: `box` for `boxes`; a word that is no plural stays. Expects a folded word.

    >>> [singular(word) for word in ("boxes", "copies", "dies", "plates", "people", "press")]
    ['box', 'copy', 'die', 'plate', 'person', 'press']
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if len(noun) <= _SHORT or not noun.endswith("s") or noun.endswith(_NO_PLURAL):
        return noun
    if noun.endswith("ies"):
        return noun[:-1] if len(noun) == len("dies") else noun[:-3] + "y"
    return noun[:-2] if noun.endswith(_ES) else noun[:-1]


def plural(noun: str) -> str:
    """Several of them: `boxes` for `box`. Expects a singular.

    >>> [plural(word) for word in ("box", "copy", "day", "person", "working day")]
    ['boxes', 'copies', 'days', 'people', 'working days']
    """
    head, space, last = noun.rpartition(" ")
    if last in _PLURALS:
        return head + space + _PLURALS[last]
    if last.endswith("y") and last[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if last.endswith(("x", "ch", "sh", "s", "z")) else "s")


def stem(word: str) -> str:
    """What a word shares with its plural, its -ed and its -ing; a key to compare by, not a word to show.

    Steps 1a, 1b and 5a of M. F. Porter's "An algorithm for suffix stripping" (1980), made milder: nothing is cut that
    would join two different nouns. Codes (anything but letters) stay as they are. Expects a folded word.

    >>> [stem(word) for word in ("boxes", "printed", "planning", "colors", "A-100")]
    ['box', 'print', 'plan', 'colour', 'A-100']
    """
    bare = word.removesuffix("'s").removesuffix("'")
    if not bare.replace("'", "").isalpha():
        return bare
    noun = singular(bare)
    return _without_e(_without_ending(_BRITISH.get(noun, noun)))


def _without_ending(word: str) -> str:
    """Without -ed or -ing where a syllable is left before it."""
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORT and _VOWELS & set(rest) and not word.endswith("eed"):
            doubled = rest[-1] == rest[-2] and rest[-1] not in "aeiouflsz"
            return rest[:-1] if doubled else _with_silent_e(rest)
    return word


def _without_e(word: str) -> str:
    rest = word.removesuffix("e")
    silent = rest != word and len(word) > _SHORT and not word.endswith("ee")
    return rest if silent and not _needs_e(rest) else word


def _with_silent_e(rest: str) -> str:
    """What *tubed* and *taping* come from; *tubbed* and *tapping* would have doubled their last letter."""
    return rest + "e" if _needs_e(rest) else rest


def _needs_e(rest: str) -> bool:
    """Whether only its e tells it from another word: *tube* from *tub*, *tape* from *tap*, *stripe* from *strip*."""
    return _ONE_SHORT_SYLLABLE.fullmatch(rest) is not None
