"""Words before a noun against those that a line lets choose: *rim brakes*, *drum brakes*; knows no day and no code."""

from kb.desk.promises.judged import Case
from kb.desk.promises.lines import Line
from kb.desk.promises.touch import FULL, Touch
from kb.model.promise import OVER, SAFE, UNKNOWN
from kb.text import fold
from kb.words.codes import CODE
from kb.words.lists import word_set
from kb.words.roots import Word, is_glue, name_words
from kb.words.tokens import STOP_WORDS

_EVERY = word_set("any every all each whatever whichever")
_NO_MODIFIERS = word_set("your our the a an this that these those such of for with in on at to and or same")
_NEUTRAL = word_set("good usual own single next last big small large whole")
_VERBS = word_set("is are was has have had will would can could may must should needs need takes does do")


def chosen_words(case: Case, touch: Touch) -> tuple[str, str] | None:
    """The choice itself; or its noun with another word before it."""
    line = touch.line
    words = [case.scope.text.words[place] for place in case.scope.clause]
    roots = [word.root for word in words]
    named = {at for at, place in enumerate(case.scope.clause) if place in touch.places and touch.name == FULL}
    said_one = False
    for choice in line.number.choices:
        own = name_words(choice)
        if not own or CODE.fullmatch(choice.strip()):
            continue
        if all(word in roots for word in own):
            said_one = True
            continue
        if any(word.text in {f"un{part}" for part in fold(choice).replace("-", " ").split()} for word in words):
            return OVER, "it is none of them"
        answer = _other_modifier(line, words, own, named)
        if answer:
            return answer
    if said_one:
        return _beside(line, words)
    return _other_inside(line, words)


def _beside(line: Line, words: list[Word]) -> tuple[str, str]:
    """Whether a choice stands alone, or *and* joins something to it that is none."""
    own = {part for choice in line.number.choices for part in name_words(choice)} | set(line.name.words)
    for at, word in enumerate(words):
        if word.text not in ("and", "or", "plus") or not 0 < at < len(words) - 1:
            continue
        sides = (words[at - 1], words[at + 1])
        inside = [side.root in own for side in sides]
        other = sides[inside.index(False)] if inside.count(True) == 1 else None
        if other and at + 2 < len(words) and words[at + 2].text in _VERBS:  # *…, and planning has to confirm it*
            continue
        if other and other.text.isalpha() and other.text not in STOP_WORDS and not is_glue(other.text):
            return UNKNOWN, "something else is named beside it"
    return SAFE, "it is what may be chosen"


def _other_inside(line: Line, words: list[Word]) -> tuple[str, str] | None:
    """Another word inside the name, or right before its last: *organic rice flour* where only wheat and rye may be."""
    own = line.name.words
    if len(own) < 2 or any(len(name_words(choice)) != 1 for choice in line.number.choices):  # noqa: PLR2004
        return None
    places = [at for at, word in enumerate(words) if word.root == own[-1]]
    for at in places:
        before = words[at - 1] if at else None
        first = words[at - 2].root if at > 1 else ""
        if (
            before
            and first in own
            and before.root not in own
            and before.text.isalpha()
            and before.text not in STOP_WORDS
        ):
            return OVER, "it is none of them"
    return None


def _other_modifier(line: Line, words: list[Word], own: tuple[str, ...], named: set[int]) -> tuple[str, str] | None:
    """The noun of a choice with another word before it; `named` are places that say the name of the line itself."""
    if len(own) < 2:  # noqa: PLR2004 - a noun with a word before it
        return None
    head, roots, texts = own[-1], [word.root for word in words], [word.text for word in words]
    for at, word in enumerate(roots):
        if word != head or at == 0:
            continue
        before = texts[at - 1]
        if at - 1 in named and at in named:
            continue
        if before in _EVERY:
            return OVER, "it is not for all of them"
        plain = before in _NO_MODIFIERS or is_glue(before) or before in STOP_WORDS or roots[at - 1] in line.name.words
        chosen = {word for choice in line.number.choices for word in name_words(choice)}
        if plain or before in _NEUTRAL or not before.isalpha() or roots[at - 1] in chosen:
            continue
        return OVER, "it is none of them"
    return None
