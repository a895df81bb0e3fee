"""Lines written for one FOR WHAT where a text speaks of another of its kind: a payload of barrows, said of a racer."""

from collections.abc import Sequence

from kb.desk.promises.ground import Ground
from kb.desk.promises.lexicon import said_of
from kb.desk.promises.touch import Scope, Touch


def without_contradicted(ground: Ground, scope: Scope, touches: Sequence[Touch], key: str) -> list[Touch]:
    """The touches of one name without those whose only FOR WHAT is not said, where another of its kind is said whole.

    It is of its kind where both stand beside each other under some name.
    """
    said = _said_whole(ground, scope)
    if not said:
        return list(touches)
    named = {words for words in said if key not in ground.condition_keys[words]}
    return [touch for touch in touches if not _is_contradicted(ground, touch, named)]


def _said_whole(ground: Ground, scope: Scope) -> frozenset[tuple[str, ...]]:
    """The FOR WHATs of which the clause says every word."""
    text = scope.text
    near = {at for place in scope.clause for at in ground.by_word.get(text.words[place].root, ())}
    near |= {
        at
        for place in scope.clause
        for match in text.by_place.get(place, ())
        for at in ground.by_group.get(match.wording.group, ())
    }
    phrases = {phrase.words: phrase for at in near for phrase in ground.lines[at].conditions}
    return frozenset(
        words for words, phrase in phrases.items() if len(said_of(phrase, text, scope.clause).covered) == len(words)
    )


def _is_contradicted(ground: Ground, touch: Touch, named: set[tuple[str, ...]]) -> bool:
    if len(touch.line.conditions) != 1 or touch.condition or touch.line.quantity:
        return False
    own = touch.line.conditions[0].words
    keys = ground.condition_keys.get(own, frozenset())
    mine = set(touch.line.name.words)
    return any(not mine & set(words) and keys & ground.condition_keys[words] for words in named if words != own)
