"""The company's words: which words of a text say a name, a condition or one of its synonyms; judges no number."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kb.words.hyphens import first_halves
from kb.words.roots import Word, is_glue, name_words, placed_words

if TYPE_CHECKING:  # only for building it
    from kb.model.glossary import Term

_LOOSE = frozenset(("your", "the", "our", "my", "a", "an"))
"""A customer's phrase with one of these is a way of speaking, not a name: its words may stand in another order."""

_WINDOW = 3
_MOST_ASKED = 20_000
"""Answers that are kept: more than one clause asks for, and little memory."""

_OTHER_WAYS = {"after": ("once", "when", "following"), "under": ("below",), "before": ("prior",)}
"""Words that begin a condition in another way."""

_SAYS_NOTHING = frozenset(("job", "servic"))

Span = tuple[int, ...]
"""Places of words in a text, in order."""


class Phrase(NamedTuple):
    """A name or a condition of a number line, ready to be looked for."""

    text: str
    words: tuple[str, ...]
    groups: tuple[tuple[int, frozenset[int]], ...]
    """Synonyms that stand for some of the words: the group, and which words."""


class Wording(NamedTuple):
    """One way to say a term."""

    group: int
    words: tuple[str, ...]
    loose: bool


class Match(NamedTuple):
    """A wording found in a text."""

    wording: Wording
    places: frozenset[int]
    """Which words of the text."""


class TextWords(NamedTuple):
    """The words of a text with all wordings among them."""

    words: tuple[Word, ...]
    matches: tuple[Match, ...]
    by_place: Mapping[int, Sequence[Match]]
    """The same by the first of their places: a long text has thousands, and each clause asks for its own."""

    asked: dict[tuple[str, tuple[str, ...], Span], "Said"]
    """What was asked of late: hundreds of lines share a name, and each is looked at several times."""

    halves: Mapping[int, int]
    """Words that a hyphen makes part of another, each with the place of that one: the *die* of a *die-cutter*."""


class Said(NamedTuple):
    """What of a phrase a stretch of text says."""

    covered: frozenset[int]
    """Which words of the phrase."""

    places: frozenset[int]
    """Which words of the text said them."""


class Lexicon(NamedTuple):
    """The synonyms of a company."""

    by_first: dict[str, list[Wording]]
    """Wordings by their first word."""

    by_word: dict[str, list[Wording]]
    phrases: dict[str, Phrase]
    """Those made so far: many lines share a name."""

    known: set[str]
    """All roots of the company's words."""

    def phrase(self, text: str, words: Sequence[str] | None = None) -> Phrase:
        """A name or condition, with the synonyms that stand for it or for a part of it."""
        own = tuple(words if words is not None else name_words(text))
        key = " ".join((text, *own))
        return self.phrases.get(key) or self.phrases.setdefault(key, self._phrase(text, own))

    def read(self, text: str) -> TextWords:
        """The words of a text, and the longest wordings among them."""
        words = placed_words(text)
        roots = {word.root for word in words}
        halves = first_halves(text, words)
        found = [
            Match(wording, places)
            for at, word in enumerate(words)
            for wording in self.by_first.get(word.root, ())
            if roots.issuperset(wording.words) and (places := _places(words, at, wording))
            if len(wording.words) > 1 or at not in halves
        ]
        reached: dict[int, list[Match]] = {}
        for one in found:
            for place in one.places:
                reached.setdefault(place, []).append(one)
        longest = [one for one in found if not any(one.places < other.places for other in reached[min(one.places)])]
        by_place: dict[int, list[Match]] = {}
        for one in longest:
            by_place.setdefault(min(one.places), []).append(one)
        return TextWords(words, tuple(longest), by_place, {}, halves)

    def _phrase(self, text: str, own: tuple[str, ...]) -> Phrase:
        groups = []
        near = {wording for word in own for wording in self.by_word.get(word, ())}
        for wording in sorted(near, key=lambda one: (-len(one.words), one.group, one.words)):
            if set(wording.words) <= set(own) or set(_core(wording.words)) <= set(own):
                covered = frozenset(place for place, word in enumerate(own) if word in wording.words)
                groups.append((wording.group, covered))
        return Phrase(text, own, tuple(groups))


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a term without a last one that says nothing by itself: `express` of *express job*."""
    return words[:-1] if len(words) > 1 and words[-1] in _SAYS_NOTHING else words


def lexicon_of(terms: "Iterable[Term]") -> Lexicon:
    """The synonyms of a glossary; shop words to avoid are none, though their replacement is one."""
    lexicon = Lexicon({}, {}, {}, set())
    for group, term in enumerate(terms):
        ways = (term.term, term.instead) if term.avoid else (term.term, *term.customers)
        for way in dict.fromkeys(filter(None, ways)):
            words = name_words(way)
            if not words:
                continue
            loose = any(word.text in _LOOSE for word in placed_words(way))
            wording = Wording(group, words, loose)
            lexicon.by_first.setdefault(words[0], []).append(wording)
            for word in set(words):
                lexicon.by_word.setdefault(word, []).append(wording)
            lexicon.known.update(words)
    return lexicon


def said_of(phrase: Phrase, text: TextWords, span: Span) -> Said:
    """What the words at some places of a text say of a phrase."""
    asked = (phrase.text, phrase.words, span)
    known = text.asked.get(asked)
    if known is None:
        if len(text.asked) > _MOST_ASKED:
            text.asked.clear()
        known = text.asked[asked] = _said(phrase, text, span)
    return known


def _said(phrase: Phrase, text: TextWords, span: Span) -> Said:
    groups = dict.fromkeys(group for group, _ in phrase.groups)
    inside = matches_in(text, span)
    covered: set[int] = set()
    places: set[int] = set()
    for match in inside:
        for group, own in phrase.groups:
            if group == match.wording.group:
                covered |= own
                places |= match.places
    mine = set(phrase.words)
    foreign = {
        place
        for match in inside
        if len(match.wording.words) > 1
        and not match.wording.loose
        and match.wording.group not in groups
        and not mine.issuperset(match.wording.words)
        for place in match.places
    }
    for place in span:
        root = text.words[place].root
        if root in mine and place not in foreign and not _is_part_of_another(text, place, mine):
            covered |= {at for at, word in enumerate(phrase.words) if word == root}
            places.add(place)
    if phrase.words and (others := _OTHER_WAYS.get(phrase.words[0])):
        first = next((place for place in span if text.words[place].text in others), None)
        if first is not None:
            covered.add(0)
            places.add(first)
    return Said(frozenset(covered), frozenset(places))


def _is_part_of_another(text: TextWords, place: int, mine: set[str]) -> bool:
    other = text.halves.get(place)
    return other is not None and text.words[other].root not in mine


def matches_in(text: TextWords, span: Span) -> list[Match]:
    """The wordings of which all words stand at these places."""
    if not text.matches:
        return []
    inside = frozenset(span)
    return [one for place in span for one in text.by_place.get(place, ()) if one.places <= inside]


def _places(words: Sequence[Word], at: int, wording: Wording) -> frozenset[int]:
    """The places of a wording that begins at a word; empty where it does not."""
    if len(wording.words) == 1:
        return frozenset((at,))
    return _loosely(words, at, wording) if wording.loose else _in_order(words, at, wording)


def _in_order(words: Sequence[Word], at: int, wording: Wording) -> frozenset[int]:
    places = [at]
    place = at + 1
    for wanted in wording.words[1:]:
        while place < len(words) and words[place].root != wanted and _may_stand_between(words[place]):
            place += 1
        if place >= len(words) or words[place].root != wanted:
            return frozenset()
        places.append(place)
        place += 1
    return frozenset(places)


def _loosely(words: Sequence[Word], at: int, wording: Wording) -> frozenset[int]:
    reach = range(max(0, at - _WINDOW - len(wording.words)), min(len(words), at + _WINDOW + len(wording.words) + 1))
    places = [at]
    for wanted in wording.words[1:]:
        near = [place for place in reach if words[place].root == wanted and place not in places]
        if not near:
            return frozenset()
        places.append(min(near, key=lambda place: abs(place - at)))
    return frozenset(places)


def _may_stand_between(word: Word) -> bool:
    return is_glue(word.text) or word.text[0].isdigit()
