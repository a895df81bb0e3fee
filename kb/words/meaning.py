"""Which questions mean the same, by their words: careful, as two that are joined get one answer. Searches nothing."""

import re
from collections.abc import Iterable, Sequence

from kb.text import fold
from kb.words.lists import word_set
from kb.words.tokens import stem, words

Meaning = tuple[str, ...]
"""What a question comes to; two mean the same when these are equal."""

_SAYS_NOTHING = word_set(
    """a an the this that these those do does did can could will would shall should may might is are am be been was
    were it its it's my our your their his her please kindly just also hi hello there have has had got get any some so
    really actually possible possibly"""
)
"""Left out of a meaning. *Not*, *over*, *without*, *we* and *you* are not among them: they make another question."""

_ONLY_ASKS = word_set("what which who how when where why we you they us them i me need want like of in on at for and")
"""Left out of a topic besides."""

_IN_ORDER = word_set(
    "from to into onto before after than over under above below between instead with without not no off out up down"
)
"""Where one of them stands, the order of the words counts: *from B to C* is not *from C to B*."""

_SAME = {"i": "we", "me": "us", "n't": "not"}
_ASKING_FIRST = ("how", "when", "where", "what", "who", "why")
"""A customer's word for a term that begins so (`how long`) fits too many questions."""


class Meanings:
    """Reads meanings, with what customers call the company's terms.

    >>> read = Meanings([("minimum order", ["moq"])])
    >>> read.meaning("What is the MOQ, please?") == read.meaning("What is your minimum order?")
    True
    """

    def __init__(self, synonyms: Iterable[tuple[str, Sequence[str]]] = ()) -> None:
        """`synonyms`: each term with what customers call it."""
        terms = {fold(name): fold(term) for term, names in synonyms for name in names}
        self._terms = {name: term for name, term in terms.items() if name and not name.startswith(_ASKING_FIRST)}
        longest_first = sorted(self._terms, key=len, reverse=True)
        said = "|".join(map(re.escape, longest_first))
        self._said = re.compile(rf"(?<!\w)(?:{said})(?!\w)") if said else None

    def meaning(self, text: str) -> Meaning:
        """What the question comes to; empty only where it has no word at all."""
        said = words(self._in_terms(text))
        found = [stem(_SAME.get(word, word)) for word in said if word not in _SAYS_NOTHING]
        found = found or list(said)
        figures = sum(word[0].isdigit() for word in found)
        return tuple(found) if figures > 1 or _IN_ORDER.intersection(found) else tuple(sorted(found))

    def topic(self, text: str) -> Meaning:
        """What a search was about, whatever was asked of it; for counting searches, which are seldom whole sentences.

        >>> Meanings().topic("do you do gold foil?") == Meanings().topic("Gold foils")
        True
        """
        meaning = self.meaning(text)
        return tuple(sorted({word for word in meaning if word not in _ONLY_ASKS})) or meaning

    def _in_terms(self, text: str) -> str:
        folded = fold(text)
        if self._said is None:
            return folded
        return self._said.sub(lambda found: self._terms[found.group()], folded)
