"""Which of the touched lines counts for a claim, as the format's "Which line counts" has it; compares no amount."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kb.desk.promises.belongings import without_others
from kb.desk.promises.conditions import CONTRADICTED, MET, quantity_state
from kb.desk.promises.ground import Ground
from kb.desk.promises.lexicon import Span, TextWords
from kb.desk.promises.lines import Line
from kb.desk.promises.others import without_contradicted
from kb.desk.promises.touch import FULL, PART, UNSAID, WEAK, Fits, Scope, Touch, touched, touches_of
from kb.model import number as kinds
from kb.words.roots import name_words

_ALTERNATIVES = ("and", "or", "as", "both", "plus", "nor")


class Choice(NamedTuple):
    """The lines of one name that count for a claim."""

    said: tuple[Touch, ...]
    """Each must hold: their conditions are said, or they have none."""

    unsaid: tuple[Touch, ...]
    """Where no condition is said: the most cautious of these counts."""

    others: tuple[Touch, ...] = ()
    """Where a condition is said in part: siblings that speak of something else, which it may be too."""

    weak: bool = False
    """Only words that set nothing apart were said: nothing can be safe by it."""

    @property
    def touches(self) -> tuple[Touch, ...]:
        """All lines that take part."""
        return (*self.said, *self.unsaid)


def choose(
    ground: Ground, scope: Scope, fits: Fits, named_in: Span | None = None, *, by_name: bool = False
) -> tuple[Choice, ...]:
    """The groups of lines that a claim touches best; several where the text leaves open which is meant.

    `named_in`: where alone a name may stand; else the clause, or the sentence where the clause names none. `by_name`:
    a line of which only a FOR WHAT is said counts where that is said whole and no other line's name is said.
    """
    for span in (named_in,) if named_in else dict.fromkeys((scope.clause, scope.sentence)):
        near = touched(ground, scope.text, span, fits)
        found = _best(scope.text, _named(near) if by_name else near)
        if found:
            return tuple(_count(ground, scope, span, keys, fits) for keys in found)
    return ()


def _named(found: Sequence[Touch]) -> list[Touch]:
    named = [touch for touch in found if touch.name >= PART]
    return named or [touch for touch in found if touch.name or touch.condition == FULL]


def rank_of(ground: Ground, scope: Scope, fits: Fits) -> tuple[bool, int, int]:
    """How well the best line that fits is said; to be compared with that for another `fits`."""
    for span in dict.fromkeys((scope.clause, scope.sentence)):
        found = touched(ground, scope.text, span, fits)
        if _best(scope.text, found):
            return max(
                (_rank(touch) for touch in found if max(touch.name, touch.condition) >= PART), default=(False, 0, 0)
            )
    return False, 0, 0


def choose_from_before(ground: Ground, scope: Scope, fits: Fits) -> tuple[Choice, ...]:
    """The same, by what was said earlier in the text, where the claim itself names nothing."""
    for span in scope.earlier:
        found = touched(ground, scope.text, span, fits)
        keys = _best(scope.text, [touch for touch in found if touch.condition == FULL])
        if keys:
            return tuple(_count(ground, scope, span, key, fits) for key in keys)
    return ()


def _best(text: TextWords, found: Sequence[Touch]) -> list[tuple[str, bool]]:
    """The names that are said best, each with whether that is weak."""
    takes = {touch.line.key for touch in found if touch.line.number.kind == kinds.TAKE}
    base = [touch for touch in found if touch.line.number.kind != kinds.ADDS or touch.line.key not in takes]
    base = without_others(text, base)
    strong = [touch for touch in base if max(touch.name, touch.condition) >= PART]
    whole = {(touch.line.key, touch.places, _clock_words(touch)): touch for touch in strong if touch.name == FULL}
    strong = [touch for touch in strong if not _is_event(text, touch, tuple(whole.values()))]
    if not strong:
        weak = [touch for touch in base if touch.name == WEAK]
        return [(key, True) for key in dict.fromkeys(touch.line.key for touch in weak)]
    ranks: dict[str, tuple[bool, int, int]] = {}
    for touch in strong:
        ranks[touch.line.key] = max(ranks.get(touch.line.key, (False, 0, 0)), _rank(touch))
    top = max(ranks.values())
    best = _by_start(text, strong, [key for key, rank in ranks.items() if rank == top])
    if all(touch.name < PART for touch in strong if touch.line.key in best):
        own = {word for touch in strong if touch.line.key in best for word in _clock_words(touch)}
        heads = [
            touch.line.key
            for touch in base
            if touch.name == WEAK
            and touch.head
            and touch.line.key not in best
            and touch.line.name.words[-1] not in own
            and not any(touch.places <= other.places for other in strong if other.line.key in best)
        ]
        return [*((key, False) for key in best), *((key, True) for key in dict.fromkeys(heads))]
    return [(key, False) for key in best]


def _by_start(text: TextWords, strong: Sequence[Touch], best: list[str]) -> list[str]:
    """Of names said equally well, those from whose start the text counts, where it does: *from your order*."""
    if len(best) == 1:
        return best
    roots = {word.root for word in text.words}
    started = {
        touch.line.key
        for touch in strong
        if touch.line.key in best and (own := name_words(touch.line.number.start)) and roots.issuperset(own)
    }
    return [key for key in best if key in started] or best


def _is_event(text: TextWords, touch: Touch, whole: Sequence[Touch]) -> bool:
    """Whether what is said of a line is from when another counts: *the warranty runs five years from the fitting*.

    `whole`: those of which the whole name is said.
    """
    said = {text.words[place].root for place in touch.places}
    return any(
        not other.places <= touch.places and said <= set(_clock_words(other))
        for other in whole
        if other.line.key != touch.line.key
    )


def _clock_words(touch: Touch) -> tuple[str, ...]:
    """The words that say from when and to where a line counts: they are no names."""
    number = touch.line.number
    return name_words(f"{number.start} {number.end} {number.once}")


def _rank(touch: Touch) -> tuple[bool, int, int]:
    full = FULL in (touch.name, touch.condition)
    return full, touch.words, touch.name + touch.condition


def _count(ground: Ground, scope: Scope, span: Span, best: tuple[str, bool], fits: Fits) -> Choice:
    key, weak = best
    lines = [ground.lines[at] for at in ground.by_key[key] if fits(ground.lines[at])]
    lines = [line for line in lines if line.number.kind != kinds.ADDS or not _is_with_base(lines, line)]
    spans = dict.fromkeys((span, scope.clause, scope.sentence, *scope.earlier))
    near = touches_of(ground, lines, scope.text, span, fits)
    found = near
    for wider in spans:
        at = touches_of(ground, lines, scope.text, wider, fits) if any(line.conditions for line in lines) else near
        if any(touch.condition >= PART for touch in at):
            found = [touch._replace(name=max(touch.name, first.name)) for touch, first in zip(at, near, strict=True)]
            break
    found = without_contradicted(ground, scope, found, key)
    named = max((touch.name for touch in near), default=UNSAID)
    return _by_conditions(scope, found, weak=weak and named <= WEAK)


def _is_with_base(lines: Sequence[Line], line: Line) -> bool:
    return any(other.number.kind == kinds.TAKE for other in lines if other is not line)


def _by_conditions(scope: Scope, found: Sequence[Touch], *, weak: bool) -> Choice:
    state = {id(touch): quantity_state(touch.line, scope) for touch in found}
    found = [touch for touch in found if state[id(touch)] != CONTRADICTED]
    met = [touch for touch in found if touch.line.quantity and state[id(touch)] == MET]
    open_quantity = [touch for touch in found if touch.line.quantity and state[id(touch)] != MET]
    plain = [touch for touch in found if not touch.line.quantity]
    full = [touch for touch in plain if touch.line.conditions and touch.all_said]
    part = [touch for touch in plain if touch.condition >= PART and not touch.all_said]
    rule = [touch for touch in plain if not touch.line.conditions]
    if full:
        said = set(map(_condition_words, full))
        most = [touch for touch in full if not any(_condition_words(touch) < other for other in said)]
        beside = _alternatives(scope.text, part, most)
        return Choice((*most, *beside), (), weak=weak)
    if part:
        best = max(sum(level == FULL for level in touch.conditions) * 100 + touch.words for touch in part)
        apart = _alternatives(scope.text, part, part)
        top = [touch for touch in part if sum(level == FULL for level in touch.conditions) * 100 + touch.words == best]
        return Choice(tuple({id(touch): touch for touch in (*top, *apart)}.values()), (), _others(plain, top), weak)
    if met:
        return Choice(tuple(met), (), weak=weak)
    if rule:
        return Choice(tuple(rule), tuple(open_quantity), weak=weak)
    return Choice((), tuple(found), weak=weak)


def _others(plain: Sequence[Touch], top: Sequence[Touch]) -> tuple[Touch, ...]:
    """The lines with one condition whose noun is another than that of those said: a repeat order is no kind of box."""
    heads = {phrase.words[-1] for touch in top for phrase in touch.line.conditions if phrase.words}
    chosen = set(map(id, top))
    return tuple(
        touch
        for touch in plain
        if len(touch.line.conditions) == 1
        and id(touch) not in chosen
        and not heads & set(touch.line.conditions[0].words)
    )


def _condition_words(touch: Touch) -> frozenset[str]:
    return frozenset(word for phrase in touch.line.conditions for word in phrase.words)


def _alternatives(text: TextWords, touches: Sequence[Touch], others: Sequence[Touch]) -> list[Touch]:
    """Those whose condition the text joins to another's; each place of the text is looked at once."""
    places = {touch.at_conditions for touch in others}
    joined = {mine: _is_alternative(text, mine, places) for mine in {touch.at_conditions for touch in touches}}
    return [touch for touch in touches if joined[touch.at_conditions]]


def _is_alternative(text: TextWords, mine: frozenset[int], places: Iterable[frozenset[int]]) -> bool:
    """Whether the text joins a line's condition to another's by *and* or *or*: *both printed and plain boxes*."""
    for other in places:
        theirs = other - mine
        own = mine - other
        if not theirs or not own:
            continue
        first, last = sorted((min(own), min(theirs)))
        between = {text.words[place].text for place in range(first, last)}
        if between & set(_ALTERNATIVES):
            return True
    return False
