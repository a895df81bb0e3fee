"""Names of which a text says too little to mean them: half of a hyphen, a word of time, a verb that fits anything."""

from collections.abc import Sequence

from kb.desk.promises.lexicon import Phrase, Said, TextWords
from kb.desk.promises.lines import Line
from kb.words.lists import word_set
from kb.words.roots import name_words, root

_HOW_MUCH = frozenset(map(root, ("quantity", "number", "amount", "size", "figure", "total")))
_TIMES = frozenset(map(root, ("minute", "hour", "day", "week", "month", "year", "time")))
_KEEPING = word_set(
    "keep keeps keeping kept hold holds holding held stay stays stayed last lasts lasting store stores stored stand "
    "stands stood remain remains"
)


def says_little(line: Line, told: Sequence[str], *, whole: bool) -> bool:
    """Whether what is said of a name fits anything: *the day before* for `delivery days`, *quantity: 5,000 boxes*."""
    if not whole:
        return _TIMES.issuperset(told)
    return bool(line.conditions) and _HOW_MUCH.issuperset(line.name.words)


def is_only_kept(phrase: Phrase, said: Said, text: TextWords) -> bool:
    """Whether all that is said of a name is a synonym that fits anything: *keeps* for `shelf life`."""
    return all(
        text.words[place].text in _KEEPING and text.words[place].root not in phrase.words for place in said.places
    )


def is_half(phrase: Phrase, said: Said) -> bool:
    """Whether all that is said of a name is one side of its hyphen: a *call* is no `call-off`."""
    if "-" not in phrase.text:
        return False
    said_words = {phrase.words[at] for at in said.covered}
    joined = [set(name_words(word)) for word in phrase.text.split() if "-" in word.strip("-")]
    return any(said_words < parts for parts in joined)
