"""Pairs of neighbouring terms, packed into bytes beside an article. Knows no index and no scores.

As terms of the index they would be two thirds of it, and of the time to build it; yet they only set the best few
articles right, so they are looked at for those only.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise, starmap
from zlib import crc32

from kb.search.postings import LONGEST


def pack(title: Sequence[str], texts: Iterable[Sequence[str]]) -> bytes:
    """Both lengths in terms, then four bytes a pair: pairs of the title's terms, and of each text's."""
    texts = list(texts)
    length = min(sum(map(len, texts)), LONGEST)
    sums = [min(len(title), LONGEST) << 16 | length]
    sums += starmap(_title_sum, pairwise(title))
    for terms in texts:
        # The checksum goes on from that of the left one, which is there already: the same as `_text_sum`.
        sums += map(crc32, map(str.encode, terms[1:]), map(_lefts.__getitem__, terms[:-1]))
    return array("I", sums).tobytes()


def in_title(pair: tuple[str, str]) -> bytes:
    """What `pack` has for a pair of a title's terms."""
    return _packed(_title_sum(*pair))


def in_text(pair: tuple[str, str]) -> bytes:
    """What `pack` has for a pair of a text's terms."""
    return _packed(_text_sum(*pair))


def lengths(packed: bytes) -> tuple[int, int]:
    """How many terms title and text have."""
    both = array("I", packed[:4])[0]
    return both >> 16, both & 0xFFFF


class _Lefts(dict[str, int]):
    """The checksum of each term that was met, as the left one of a pair."""

    def __missing__(self, term: str) -> int:
        found = self[term] = crc32(f"{term} ".encode())
        return found


_lefts = _Lefts()


def _title_sum(left: str, right: str) -> int:
    return crc32(f"{left} {right}".encode(), 1)


def _text_sum(left: str, right: str) -> int:
    return crc32(f"{left} {right}".encode())


def _packed(checksum: int) -> bytes:
    return array("I", (checksum,)).tobytes()
