"""Phrases of *Don't say* in a text, other words between theirs or not; knows no numbers."""

from typing import NamedTuple

from kb.desk.promises.ground import Ground
from kb.desk.promises.lexicon import Phrase, Span, said_of
from kb.desk.promises.lines import Phrases
from kb.desk.promises.touch import Scope
from kb.model.promise import OVER, SAFE, UNKNOWN
from kb.words.figures import NUMBER_WORDS
from kb.words.negation import DENIED, NOT_DENIED, denial_of, denies_before
from kb.words.roots import Word

_MOST_BETWEEN = 3
_BREAKS = ".;:!?()|\n"


class Wording(NamedTuple):
    """A phrase that must not be said, found."""

    line: Phrases
    verdict: str
    reason: str
    places: tuple[int, ...]
    start: int
    end: int


def wordings_in(ground: Ground, scope: Scope, written: str, folded: str, offset: int) -> list[Wording]:
    """The Don't-say phrases of a clause; of two that lie in each other the longest only.

    `folded` is the clause folded, `offset` its place in the text.
    """
    words = scope.text.words
    last = scope.clause[-1] + 1 if scope.clause else 0
    found: list[tuple[Phrases, tuple[int, ...]]] = []
    for at in scope.clause:
        for line, which in ground.dont_by_word.get(words[at].root, ()):
            phrase = ground.dont_say[line].phrases[which]
            tight = " " not in ground.dont_say[line].line.phrases[which].strip()
            places = _places(words[:last], at, phrase, written, between=0 if tight else _MOST_BETWEEN)
            if places:
                found.append((ground.dont_say[line], places))
    longest = [one for one in found if not any(set(one[1]) < set(other[1]) for other in found)]
    judged = (_judged(ground, scope, one, folded, offset) for one in longest)
    return [one for one in judged if one]


def _places(
    words: tuple[Word, ...], at: int, phrase: tuple[str, ...], written: str, *, between: int
) -> tuple[int, ...]:
    places = [at]
    for wanted in phrase[1:]:
        place = places[-1] + 1
        limit = min(len(words), place + between + 1)
        while place < limit and words[place].root != wanted:
            place += 1
        skipped = words[places[-1] + 1 : place]
        if place >= limit or _is_broken(written[words[places[-1]].end : words[place].start]) or _counts(skipped):
            return ()
        places.append(place)
    return tuple(places)


def _counts(between: tuple[Word, ...]) -> bool:
    """Whether a number stands there: *fresh for two days* is not *fresh for days*."""
    return any(word.text[0].isdigit() or word.text in NUMBER_WORDS for word in between)


def _is_broken(between: str) -> bool:
    return any(sign in between for sign in _BREAKS)


def _judged(
    ground: Ground, scope: Scope, found: tuple[Phrases, tuple[int, ...]], folded: str, offset: int
) -> Wording | None:
    line, places = found
    words = scope.text.words
    start, end = words[places[0]].start, words[places[-1]].end
    left = folded[: start - offset]
    inside = folded[start - offset : end - offset]
    own_denial = denial_of(inside) != NOT_DENIED
    verdict, reason = OVER, "the phrase is one not to say"
    if denies_before(left) or denial_of(left) == DENIED or (not own_denial and denial_of(folded) == DENIED):
        verdict, reason = SAFE, "the phrase is denied"
    elif not own_denial and denial_of(left) != NOT_DENIED:
        verdict, reason = UNKNOWN, "it is not clear whether the phrase is denied"
    elif line.what is not None:
        state = _what(ground, scope, line.what)
        if state == SAFE:
            return None
        if state == UNKNOWN:
            verdict, reason = UNKNOWN, f"it must not be said for {line.line.what}, and that is left open"
    return Wording(line, verdict, reason, places, start, end)


def _what(ground: Ground, scope: Scope, what: Phrase) -> str:
    """OVER where the FOR WHAT is said, SAFE where another is, UNKNOWN where none is."""
    for span in (scope.clause, scope.sentence, *scope.earlier):
        said = _said_share(what, scope, span, ground)
        others = [
            phrase
            for key in _keys(ground, what)
            for at in ground.by_key[key]
            for phrase in ground.lines[at].conditions
            if phrase.words != what.words
        ]
        if said:
            return OVER
        if any(len(said_of(phrase, scope.text, span).covered) == len(phrase.words) for phrase in others):
            return SAFE
    return UNKNOWN


def _said_share(what: Phrase, scope: Scope, span: Span, ground: Ground) -> bool:
    covered = said_of(what, scope.text, span).covered
    words = [what.words[at] for at in covered]
    if len(covered) == len(what.words):
        return True
    keys = _keys(ground, what)
    own = " ".join(what.words)
    return any(
        word not in ground.generic
        and all(ground.condition_words.get((key, word), frozenset()) <= {own} for key in keys)
        for word in words
    )


def _keys(ground: Ground, what: Phrase) -> list[str]:
    """The names that have such a condition."""
    own = " ".join(what.words)
    found = (key for (key, _word), texts in ground.condition_words.items() if own in texts)
    return list(dict.fromkeys(found))
