"""What a word may be that the collection does not know: spelt otherwise there, misspelt, or a real word beside one.

Imported only where a question has such a word.
"""

import re
from collections.abc import Mapping, Sequence

from kb.search.analysis import is_small, is_vague, stem
from kb.search.english import is_english
from kb.search.families import relatives
from kb.search.index import Searcher
from kb.search.meaning import Meant, is_known
from kb.search.schema import TEXT
from kb.search.spelling import may_be_misspelt, nearest
from kb.search.synonyms import Glossary
from kb.search.variants import other_spellings

SHARES = (0.9, 0.4, 0.3)
"""How much the likeliest correction counts, and the next two."""

FAMILY_SHARE = 0.9
"""How much a word of the same family counts for one that the collection lacks."""

_REAL_WORD_SHARE = 0.5
"""How much of that is left where what was typed is an English word: it was hardly a slip, but may have been."""

Near = Mapping[str, tuple[Meant, ...]]
"""Each word with what is searched for it: a word, or two."""


def spelt_here(searcher: Searcher, unknown: Sequence[str], glossary: Glossary) -> dict[str, tuple[str, ...]]:
    """The words that collection or glossary only spell otherwise, with how."""
    found: dict[str, tuple[str, ...]] = {}
    for word in unknown:
        others = () if glossary.knows(word) else (*other_spellings(word), *_as_code(word))
        here = next((each for each in others if is_known(searcher, each) or each in glossary.words), None)
        if here:
            found[word] = (here,)
    return found


def meant_by(
    searcher: Searcher, words: Sequence[str], unknown: Sequence[str], glossary: Glossary
) -> tuple[Near, tuple[tuple[str, str], ...]]:
    """What is searched for each unknown word of a question, and those that are corrections, of which the user is told.

    A real word is corrected only where the question has nothing else to search for; otherwise it stays, and what it is
    like counts a little beside it.
    """
    lost = [word for word in unknown if may_be_misspelt(word) and not glossary.knows(word)]
    near = _near(searcher, lost, glossary) if lost else {}
    alone = all(word in near or is_small(word) or is_vague(word) for word in words)
    slips = [word for word in near if alone or not is_english(word)]
    read = {word: meant if word in slips else _beside(word, meant) for word, meant in near.items()}
    read |= _of_the_family(searcher, [word for word in lost if word not in near])
    return read, tuple((word, " ".join(meant[0][0] for meant in near[word])) for word in slips)


def _as_code(word: str) -> tuple[str, ...]:
    """`a-100` for `a100`."""
    found = re.fullmatch(r"([^\W\d_]{1,5})(\d+\w*)", word)
    return (f"{found[1]}-{found[2]}",) if found else ()


def _beside(word: str, near: tuple[Meant, ...]) -> tuple[Meant, ...]:
    """A real word, and beside it what it may have been to be; what would be two words is too far."""
    alike = near[0] if len(near) == 1 else ()
    return (((word, 1.0), *((other, likelihood * _REAL_WORD_SHARE) for other, likelihood in alike)),)


def _of_the_family(searcher: Searcher, words: Sequence[str]) -> dict[str, tuple[Meant, ...]]:
    families = {word: relatives(word, searcher.words) for word in words}
    return {word: (((family[0], FAMILY_SHARE),),) for word, family in families.items() if family}


def _near(searcher: Searcher, lost: Sequence[str], glossary: Glossary) -> dict[str, tuple[Meant, ...]]:
    """Each word with the nearest that collection and glossary do know; one that is two of theirs is two."""
    joined = {line.replace("-", ""): tuple(line.split("-")) for line in searcher.words if "-" in line}
    said = {left + right: (left, right) for left, right in glossary.neighbours}
    joined |= said

    def frequency(word: str) -> int:
        if is_small(word):
            return 0  # it would not be worth a correction
        found = min(searcher.live_frequency(TEXT, stem(part)) for part in joined.get(word, (word,)))
        return found or int(word in glossary.words or word in said)

    known = searcher.words.union(glossary.words, joined)
    found: dict[str, tuple[Meant, ...]] = {}
    for word in lost:
        near = _one_a_stem(nearest(word, known, frequency))
        if near and near[0] in joined:
            found[word] = tuple(((part, 1.0),) for part in joined[near[0]])
        elif near:
            found[word] = (tuple(zip(near, SHARES, strict=False)),)
    return found


def _one_a_stem(words: list[str]) -> tuple[str, ...]:
    """The first words, of which no two are forms of one: they would be the same term twice."""
    firsts: dict[str, str] = {}
    for word in words:
        firsts.setdefault(stem(word), word)
    return tuple(firsts.values())[: len(SHARES)]
