"""Which number lines a clause touches: whose name or condition it says, wholly or by a word that sets it apart."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kb.desk.promises.barely import is_half, is_only_kept, says_little
from kb.desk.promises.ground import Ground
from kb.desk.promises.lexicon import Phrase, Said, Span, TextWords, matches_in, said_of
from kb.desk.promises.lines import SMALLEST, Line
from kb.model import number as kinds
from kb.words.amounts import FoundAmount
from kb.words.lists import word_set
from kb.words.stems import stem
from kb.words.tokens import words

FULL, PART, WEAK, UNSAID = 3, 2, 1, 0
"""Said whole; by a word that sets it apart; by words that do not; not at all."""

_WHEN = frozenset(("after", "before", "under", "over", "without", "during", "until", "above", "below"))
"""A condition that begins with one of these is not said without it: *before printing* is not *after printing*."""

_SMALL = word_set("on in with of from to within for by per off at up")
"""Words that set no condition apart: *on the handrail* does not say `on Saturdays`."""

_NOUNS = ("tion", "tions", "ment", "ments", "sion", "sions")
"""A word that ends so is a noun: *quotation* for `quote`."""

_LEAST_WORDS = word_set(
    "smallest minimum least finest shortest thinnest lightest lowest fewest narrowest min few little small fine thin "
    "short light low narrow start starts starting"
)
Fits = Callable[[Line], bool]
"""Whether the kind and unit of a line fit a claim."""


class Scope(NamedTuple):
    """Where the words of a claim are looked for."""

    text: TextWords
    clause: Span
    sentence: Span
    """Those of the clause, and of the parts of its sentence that make no claim of their own."""

    earlier: tuple[Span, ...]
    """Those of each sentence before, the nearest first, each with those of `sentence`."""

    amounts: tuple[FoundAmount, ...] = ()
    """All amounts of the sentence."""

    sentence_text: str = ""
    """The sentence folded; the amounts have their places in it."""

    before: Span = ()
    """Those that name what a clause speaks of that names nothing itself: *Yours in twelve*."""


class Touch(NamedTuple):
    """How a clause touches a line."""

    line: Line
    name: int
    """FULL, PART, WEAK or UNSAID."""

    conditions: tuple[int, ...]
    """The same, for each condition."""

    words: int
    """How many of the line's words are said."""

    places: frozenset[int]
    """Words of the text that say the name or a condition."""

    at_conditions: frozenset[int]
    """Those that say a condition."""

    head: bool
    """The last word of the name is said, as the noun that it is."""

    @property
    def condition(self) -> int:
        """The best said condition."""
        return max(self.conditions, default=UNSAID)

    @property
    def all_said(self) -> bool:
        """Whether every condition is said whole."""
        return all(level == FULL for level in self.conditions)


def touched(ground: Ground, text: TextWords, span: Span, fits: Fits) -> list[Touch]:
    """The lines that fit and that the words of a stretch touch at all."""
    places = dict.fromkeys(_places(ground, text, span))
    lines = (ground.lines[at] for at in places)
    found = (touch_of(ground, line, text, span, fits) for line in lines if fits(line))
    return [touch for touch in found if touch.name or touch.condition]


def touches_of(ground: Ground, lines: Sequence[Line], text: TextWords, span: Span, fits: Fits) -> list[Touch]:
    """How a stretch of text touches each of some lines, which may be thousands with one name.

    Of those whose conditions the stretch does not say, the name is looked for once for all.
    """
    near = {id(ground.lines[at]) for at in _places(ground, text, span)}
    alike: dict[tuple[Phrase, bool, str], Touch] = {}
    found = []
    for line in lines:
        key = (line.name, line.smallest, line.number.kind)
        if id(line) not in near and (other := alike.get(key)):
            found.append(other._replace(line=line, conditions=(UNSAID,) * len(line.conditions)))
            continue
        touch = touch_of(ground, line, text, span, fits)
        found.append(touch)
        if id(line) not in near:
            alike[key] = touch
    return found


def touch_of(ground: Ground, line: Line, text: TextWords, span: Span, fits: Fits) -> Touch:
    """How a stretch of text touches one line."""
    name = said_of(line.name, text, span)
    conditions = [said_of(phrase, text, span) for phrase in line.conditions]
    least = line.smallest and _says_least(line, text, span)
    level = _name_level(ground, line, name, text, fits, least=least)
    levels = tuple(
        _condition_level(ground, line, phrase, said) for phrase, said in zip(line.conditions, conditions, strict=True)
    )
    places = [said.places for said in conditions]
    return Touch(
        line, level, levels,
        words=len(name.covered) + sum(len(said.covered) for said in conditions) + (least and _names_least(text, span)),
        places=name.places.union(*places),
        at_conditions=frozenset().union(*places),
        head=bool(line.name.words) and len(line.name.words) - 1 in name.covered and not _is_verb(line.name, name, text),
    )  # fmt: skip


def _places(ground: Ground, text: TextWords, span: Span) -> Iterable[int]:
    for place in span:
        yield from ground.by_word.get(text.words[place].root, ())
    for match in matches_in(text, span):
        yield from ground.by_group.get(match.wording.group, ())


def _name_level(ground: Ground, line: Line, said: Said, text: TextWords, fits: Fits, *, least: bool) -> int:
    told = [word for at in said.covered if (word := line.name.words[at]) not in _SMALL]
    if not told or is_half(line.name, said):
        return UNSAID
    whole = len(said.covered) == len(line.name.words)
    verb = _is_verb(line.name, said, text)
    only = not whole or (len(line.name.words) == 1 and line.number.kind == kinds.TAKE)
    if (verb and only) or says_little(line, told, whole=whole) or is_only_kept(line.name, said, text):
        return WEAK
    if whole and line.smallest and not least:
        return WEAK if all(word in ground.generic for word in told) else PART
    if whole:
        return FULL
    if 2 * len(said.covered) < len(line.name.words):
        return WEAK
    return PART if any(_tells_name_apart(ground, line, word, fits) for word in told) else WEAK


def _says_least(line: Line, text: TextWords, span: Span) -> bool:
    """Whether the text says *smallest*, *as few as*, *start at* or a synonym of the whole name."""
    if any(text.words[place].text in _LEAST_WORDS for place in span):
        return True
    whole = {group for group, own in line.name.groups if len(own) == len(line.name.words)}
    return any(
        (match.wording.group in whole and len(match.wording.words) > 1)
        or (match.wording.group in whole and match.wording.words[0] not in line.name.words)
        for match in matches_in(text, span)
    )


def _names_least(text: TextWords, span: Span) -> bool:
    """Whether *smallest*, *minimum* or the like is said, as in the name itself."""
    return any(text.words[place].root in SMALLEST for place in span)


def _is_verb(phrase: Phrase, said: Said, text: TextWords) -> bool:
    """Whether a name is only said as a verb: *we deliver* for `delivery`, *we store* for `tooling storage`."""
    told = [text.words[place].text for place in said.places if text.words[place].root in phrase.words]
    if any(word.endswith(_NOUNS) for word in told):
        return False
    said_words = set(map(_stem, told))
    return bool(said_words) and not said_words & _stems(phrase.text)


_stem = lru_cache(maxsize=2_000)(stem)


@lru_cache(maxsize=2_000)
def _stems(text: str) -> frozenset[str]:
    """The words of a name before verbs and nouns are made one: `delivery`, not `deliver`."""
    return frozenset(map(stem, words(text)))


def _tells_name_apart(ground: Ground, line: Line, word: str, fits: Fits) -> bool:
    if word in ground.generic:
        return False
    others = ground.keys_of.get(word, frozenset()) - {line.key}
    return not any(fits(ground.lines[at]) for key in others for at in ground.by_key[key])


def _condition_level(ground: Ground, line: Line, phrase: Phrase, said: Said) -> int:
    if not said.covered:
        return UNSAID
    told = [phrase.words[at] for at in said.covered]
    if len(said.covered) == len(phrase.words):
        return WEAK if len(told) == 1 and told[0] in ground.generic else FULL
    if phrase.words[0] in _WHEN and 0 not in said.covered:
        return WEAK
    own = " ".join(phrase.words)
    apart = (
        word
        for word in told
        if word not in ground.generic
        and word not in _WHEN
        and word not in _SMALL
        and ground.condition_words.get((line.key, word), frozenset()) <= {own}
    )
    return PART if any(apart) else WEAK
