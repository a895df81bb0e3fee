r"""From text to the terms that are indexed and searched: words and stems. Knows no index.

A word is `\w+(?:\.\w+)*`, folded. What a salesperson types as one thing but is no such word (`C++`, `R&D`, `#5`,
`A-100`, `±2`, `20kg`) becomes a term of its own, before its parts.
"""

import re
from collections.abc import Iterable, Iterator

from whoosh.analysis.filters import STOP_WORDS
from whoosh.lang.porter import stem as porter_stem

from kb.text import fold

WORD = re.compile(r"\w+(?:\.\w+)*")

_THOUSANDS = r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])"
_SPECIAL_PATTERN = (
    rf"(?P<figure>{_THOUSANDS})"
    r"|(?P<delta>(?:\bdelta[ -]?|∆ ?|\bδ )e\b)"
    r"|(?:±|\+/-)\s?(?P<within>\d+(?:\.\d+)?)"
    r"|#\d+"
    r"|\b[^\W\d_]{1,3}(?:\+\+|#(?!\w))"
    r"|\b[^\W_]{1,12}(?:&[^\W_]{1,12})+"
    r"|\b[^\W\d_](?: & [^\W\d_])+\b"
    r"|\b[^\W\d_]{1,5}-\d+\w*"
    r"|\b\d+(?:\.\d+)?(?!st\b|nd\b|rd\b|th\b)[^\W\d_]{1,3}\b"
)
_SIGNS = frozenset("0123456789+#&")
"""Without one of them, or a letter beyond ASCII, a text has no special word but `delta`."""

_SIGN_PATTERN = r"[\d+#&±∆]|delta|δ "
"""What every special word has in it."""

_BEFORE = 12
"""Characters of a special word that may stand before the first of those: the letters of `XY&Z`."""

_PART_PATTERN = r"\d+(?:\.\d+)?|[^\W\d_]+"

_LONGEST_WORD = 60
"""Characters of a word that count; what is longer is no word that anybody types."""

_SHORTEST_WORD = 2

_SHORT_PLURAL = 4
"""Letters of `dies` and `ties`."""

_ADJECTIVES = """
big bright broad busy cheap clean clear close cold cool damp dark dear deep dirty dry early easy fair fast few fine firm
full great hard heavy high hot large late light long loose low narrow near new old pale quick rare rough safe short
simple slow small smooth soft soon steady strict strong sturdy tall thick thin tight tiny warm weak wet wide young
"""
ADJECTIVES = frozenset(_ADJECTIVES.split())
"""Those whose degrees are one word with them: `quicker`, `thinnest`; Porter's stems keep them apart."""

FORMS = """
become became, begin began begun, bend bent, bind bound, bite bitten, blow blew blown, break broke broken, bring
brought, build built, buy bought, catch caught, choose chose chosen, come came, deal dealt, draw drew drawn, drive drove
driven, eat ate eaten, fall fell fallen, feed fed, fight fought, fly flew flown, forget forgot forgotten, freeze froze
frozen, get got gotten, give gave given, go went gone, grow grew grown, hang hung, hear heard, hide hid hidden, hold
held, keep kept, know knew known, lend lent, lose lost, make made, mean meant, meet met, mistake mistook mistaken, pay
paid, rebuild rebuilt, repay repaid, resend resent, rewrite rewrote rewritten, run ran, say said, sell sold, send sent,
shake shook shaken, show shown, shrink shrank shrunk, sink sank sunk, sit sat, slide slid, speak spoke spoken, spend
spent, spin spun, stand stood, steal stole stolen, stick stuck, sweep swept, swell swollen, swim swam, take took taken,
teach taught, tear tore torn, tell told, think thought, throw threw thrown, understand understood, undo undid undone,
wake woke woken, wear wore worn, win won, withdraw withdrew withdrawn, write wrote written
"""
"""Forms of one word, the plain one first; what is a word of its own (`found`, `left`) is left out."""

PLAIN_FORMS = {form: plain for forms in FORMS.split(",") for plain, *others in [forms.split()] for form in others}
"""The plain one of each other form."""

NOUNS_OF_PARTICLES = frozenset(("overs", "unders"))
"""Plurals that are no forms of `over` and `under`."""

_SMALL = """
about also am any been but could did do does doing don done get got had has he her here him his how i im into its just
let like me much my no our out please s should so some such t than them then there these they thing things those too
up very want was were what where which who whom whose why would yes ve re ll d m
"""
SMALL_WORDS = STOP_WORDS.union(_SMALL.split())
"""Words that say nothing about what a question is about."""

_VAGUE = """
able actually after again all always another anybody anyone ask asked asking asks back because before between bit both
came client clients come comes coming currently customer customers different each else even ever every everybody
exactly explain few find first gave give given gives go goes going good happen happened happens hello help hey hi
issue keep kind kinds knew know known knows last later less look looking lot made make makes making many maybe more
most need needed needs never new next now ok okay old one ones only other people place placed possible problem put
question ready really recently right said same say saying says see seen since somebody someone sort still sure take
taken takes taking tell telling tells thank thanks think thought through today told tomorrow took understand until use
used using wanted wants way while without wonder wondering work working works
"""
VAGUE_WORDS = frozenset(_VAGUE.split())
"""Words that any question may have, whatever it is about."""

SMALL_SHARE, VAGUE_SHARE = 0.3, 0.7
"""How much they count beside one that says what the question is about; measured on BANKING77."""


class _Stems(dict[str, str]):
    """The stem of each word that was met: the same words come again and again."""

    def __missing__(self, word: str) -> str:
        plain = _plain(word)
        found = str(porter_stem(plain)) if plain not in NOUNS_OF_PARTICLES else plain  # type: ignore[no-untyped-call]
        self[word] = found
        return found


_stems = _Stems()


def words_of(text: str) -> list[str]:
    """The folded words of a text in order; special ones come whole and then in parts.

    >>> words_of("R&D needs 20kg of C++")
    ['r&d', 'r', 'd', 'needs', '20kg', '20', 'kg', 'of', 'c++', 'c']
    """
    folded = fold(text)
    found = _with_special(folded) if _may_be_special(folded) else WORD.findall(folded)
    if len(folded) <= _LONGEST_WORD or len(max(found, key=len, default="")) <= _LONGEST_WORD:
        return found
    return [word[:_LONGEST_WORD] for word in found]


def stem(word: str) -> str:
    """The Porter stem of a folded word."""
    return _stems[word]


def title_terms(words: Iterable[str]) -> list[str]:
    """Stems of all words: a title is short, so its small words count."""
    return list(map(_stems.__getitem__, words))


def text_terms(words: Iterable[str]) -> list[str]:
    """Stems of all words but stop words and single letters."""
    return list(map(_stems.__getitem__, text_words(words)))


def text_words(words: Iterable[str]) -> list[str]:
    """All words but stop words and single letters."""
    return [word for word in words if len(word) >= _SHORTEST_WORD and word not in STOP_WORDS]


def share(word: str) -> float:
    """How much a word counts in a question: from 0.3 for a small word to 1 for one that says what it is about."""
    if word in SMALL_WORDS:
        return SMALL_SHARE
    return VAGUE_SHARE if word in VAGUE_WORDS else 1.0


def is_vague(word: str) -> bool:
    """Whether any question may have the word, whatever it is about."""
    return word in VAGUE_WORDS


def is_small(word: str) -> bool:
    """Whether a word says nothing about what a question is about."""
    return word in SMALL_WORDS


def _may_be_special(folded: str) -> bool:
    """Whether it is worth a closer look; a pattern would cost every search the third of a millisecond to compile."""
    return not _SIGNS.isdisjoint(folded) or "delta" in folded or not folded.isascii()


def _plain(word: str) -> str:
    """The form of a word that Porter's rules can stem: `send` of `sent`, `thin` of `thinnest`."""
    if word in PLAIN_FORMS:
        return PLAIN_FORMS[word]
    if word.endswith(("er", "est")):
        root = word.removesuffix("er").removesuffix("est")
        shapes = (root, root + "e", root[:-1], root[:-1] + "y")
        return next((each for each in shapes if each in ADJECTIVES), word)
    # Porter makes `di` of `dies`, and `die` of `die`.
    return word[:-1] if len(word) == _SHORT_PLURAL and word.endswith("ies") else word


def _with_special(folded: str) -> list[str]:
    found: list[str] = []
    start = 0
    for special in _specials(folded):
        found += WORD.findall(folded, start, special.start())
        found += _special_words(special)
        start = special.end()
    return found + WORD.findall(folded, start)


def _specials(folded: str) -> Iterator[re.Match[str]]:
    """What `finditer` finds of them; but only around what each must have is looked, as that is in few places."""
    # Compiled when first met, as most questions have nothing special in them; `re` remembers them.
    match = re.compile(_SPECIAL_PATTERN).match
    at = 0
    for sign in re.finditer(_SIGN_PATTERN, folded):
        at = max(at, sign.start() - _BEFORE)
        while at <= sign.start():
            special = match(folded, at)
            if special:
                yield special
            at = special.end() if special else at + 1


def _special_words(special: re.Match[str]) -> list[str]:
    whole = special.group()
    if special["figure"]:
        return [whole.replace(",", "")]
    if special["delta"]:
        return ["δe", "delta", "e"]
    if special["within"]:
        return [f"±{special['within']}", special["within"]]
    return [whole.replace(" ", ""), *re.findall(_PART_PATTERN, whole)]
