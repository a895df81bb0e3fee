"""What stands around a promise and is none of it: *As discussed, …*, *I'm happy to confirm that …*, *…, I'm afraid*.

It is blanked before a text is read, so that neither its words nor its voice are taken for those of the promise.
Judges nothing; the words are in `kb.words.asideforms`.
"""

from collections.abc import Collection

from kb.words.asideforms import ANYWHERE, CLOSING, LEADING, OPENING, SAID, STOP, TAG
from kb.words.patterns import lazy
from kb.words.roots import folded_text
from kb.words.sentences import sentences

_JOINTS = lazy(r"(?:and|but|so|then|also),? +")
_FIRST_STOP = lazy(STOP)
_TRAILING = lazy(r"(?:\s*[,;(]|\s[–—-])\s*(?P<said>[^,;:()–—?]{2,40}?)\)?(?:(?P<tag>\?)\s*$|(?=[.!\s]*$))")
_BETWEEN = lazy(r"\s*[,(]\s*(?P<said>[^,;:()]{2,40}?)\s*[,)](?=\s)")
_WORD = lazy(r"\w")
_FIRST_WORD = lazy(r"[^\W\d_]+")
_SOMETHING = lazy(r"[^\W_]{2}")


def without_asides(text: str) -> str:
    """The text with spaces for each aside, so that all else stays in its place; what is all opener stays."""
    parts, at, asked = [], 0, False
    for sentence in sentences(text):
        end = sentence.start + len(sentence.text)
        for first, last in _asides(folded_text(sentence.text), after_question=asked):
            parts += [text[at : sentence.start + first], " " * (last - first)]
            at = sentence.start + last
        parts.append(text[at:end])
        at, asked = end, sentence.text.endswith("?")
    return "".join((*parts, text[at:]))


def _asides(folded: str, *, after_question: bool) -> list[tuple[int, int]]:
    """Where the asides of a sentence stand, in order; to a question *you have my word* is an answer."""
    if folded.rstrip(" .!") in CLOSING:
        return [] if after_question else [(0, len(folded))]
    first = _after_openers(folded)
    closers = _closers(folded, first)
    inner = folded[: closers[0][0]] if closers else folded
    between = [one.span() for one in _BETWEEN.finditer(inner, first) if _is_aside(one["said"], ANYWHERE)]
    return [*([(0, first)] if first else []), *between, *closers]


def _closers(folded: str, at: int) -> list[tuple[int, int]]:
    """Where the asides stand with which a sentence ends, none before `at`; one may follow the other."""
    found: list[tuple[int, int]] = []
    while (last := _TRAILING.search(folded, at)) and _is_aside(
        last["said"], TAG if last["tag"] else ANYWHERE | CLOSING
    ):
        found.insert(0, last.span())
        folded = folded[: last.start()]
    return found


def _is_aside(said: str, known: Collection[str]) -> bool:
    return said in known or SAID.fullmatch(said) is not None


def _after_openers(folded: str) -> int:
    """Where the sentence begins that its openers lead to; what they do not fill must say something."""
    word = _WORD.search(folded)
    at = begin = word.start() if word else 0
    while True:
        end = _opener(folded, at)
        if end is None:
            joint = _JOINTS.match(folded, at)
            end = joint and _opener(folded, joint.end())
        if not end or not _SOMETHING.search(folded, end):
            return at if at > begin else 0
        at = end


def _opener(folded: str, at: int) -> int | None:
    """Where the opener ends that begins there."""
    stop = _FIRST_STOP.search(folded, at)
    if stop and folded[at : stop.start()] in ANYWHERE | OPENING:
        return stop.end()
    word = _FIRST_WORD.match(folded, at)
    patterns = (pattern for words, pattern in LEADING if word and word.group() in words)
    return next((found.end() for pattern in patterns if (found := pattern.match(folded, at))), None)
