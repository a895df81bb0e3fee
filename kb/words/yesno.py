"""Words of a text that call something free, charged or nothing, and words that allow no exception; knows no matter."""

from typing import NamedTuple

from kb.words.patterns import lazy

FREE, CHARGED, ZERO = "free", "charged", "zero"

_FREE = lazy(
    r"\b(?:free of (?:any )?charges?|for free|(?<!feel )(?<!hands )(?<![-\w])free(?![-\w])(?! (?:of|from|to|time|"
    r"slot|table|hand|capacity|samples? of))|"
    r"at no (?:extra |additional |further )?(?:costs?|charges?|fees?)|(?:no|without(?: any)?|zero) (?:extra |"
    r"additional |further )?(?:costs?|charges?|fees?)\b|"
    r"complimentary|gratis|(?:is|are|comes?|fully|all) included\b|included (?:in the price|free|as standard|"
    r"at no)|includes?\b|"
    r"on us\b|on the house|on our account|at our (?:own )?(?:cost|expense)\b|"
    r"costs? (?:you |them )?(?:nothing|no more|not a)|for nothing|not charged|"
    r"(?:do|does|will|would|did)(?: not|n't) (?:be )?(?:charged?|cost|bill|invoice)\w*|won't (?:be )?(?:charged?|"
    r"cost|bill)\w*|"
    r"never (?:be )?(?:charged?|cost|bill)\w*|(?:not|n't) (?:have to |need to |be asked to )pay|waived?|"
    r"we (?:pay|cover|bear|absorb) (?:for )?|(?:paid|covered|borne|settled|footed|carried) by us\b|"
    r"without paying|nothing to pay|pay nothing)",
    needs="free|cost|charge|fee|complimentary|gratis|includ|on us|on the house|account|nothing|"
    "bill|invoice|pay|waive|cover|bear|absorb|by us|expense",
)
_CHARGED = lazy(
    r"\b(?:charged|chargeable|charges?|costs? (?:extra|more|money)|at (?:your|extra|an extra|additional) (?:cost|"
    r"charge)|extra charge|payable|"
    r"you pay(?! no| nothing)|customer pays(?! no| nothing)|(?:is|are) paid(?! by us)|for a (?:fee|charge)|billed|"
    r"invoiced|paid once|has to be paid|"
    r"have to be paid|not free|no longer free)\b",
    needs="charg|cost|pay|paid|bill|invoice|fee|free",
)
_ZERO = lazy(
    r"(?<=adds )nothing|(?<=add )nothing|\b(?P<word>no(?! (?:more|less|fewer|later|longer|sooner|earlier|"
    r"shorter) than|t\b| (?:problem|doubt|matter|way|one|wonder|two|idea|longer|sense|point|reason)\b|"
    r" other\b(?! (?:costs?|charges?|fees?|payments?)))|zero|without(?: any| a| an)?|nil|not any|free of|skip the|"
    r"0)\s+(?=[^\W\d_])"
)
_NO = r"\b(?:(?:do|does|did|will|would|need|shall|should|is|are)(?: not|n't)|never|won't|don't|doesn't|needn't)"
_BURDEN_DENIED = lazy(
    rf"{_NO}(?: \w+){{0,2}}? (?:ask|require|need|charge|want|add|demand|insist|pay|book|order|bother|necessary|"
    rf"needed|required|due|payable)\w*\b"
    r"|\bno need (?:to|for)\b|\bwithout having to\b|\bneedn't\b|\bneed not\b"
)
_TAKEN_AWAY = lazy(
    r"\b(?:falls? away|fell away|drops? (?:away|out|the|your|our|any|all)|dropped|goes away|go away|disappears?|"
    r"lifted|waives?|waived|"
    r"absorbs?|absorbed|swallow|spares? (?:you|them)|you save|saves? you|skips?|skipped|forget|gone|"
    r"(?:does not|do not|doesn't|don't|no longer) (?:apply|applies|count)|knock\w* off|take off|taken off|left out|"
    r"leaves? out|(?:can|may) be left out)\b",
    needs="fall|fell|drop|go|dis|forget|lift|waive|absorb|swallow|spare|save|skip|apply|applies|count|off|out",
)
_ABSOLUTE = lazy(
    r"\b(?P<exact>exact(?:ly)?|precise(?:ly)?|to the (?:day|hour|minute|letter|millimetre|gram))\b"
    r"|\b(?P<sure>guarantee[ds]?|guaranteeing|always|never|no (?:problem|exceptions?|matter what)|"
    r"without (?:fail|exception)|perfect(?:ly)?|"
    r"flawless(?:ly)?|every (?:single )?time|under any circumstances|"
    r"100 ?%|hundred per ?cent|one hundred per ?cent|come what may|without any exception)(?!\w)",
    needs="exact|precise|to the|guarante|always|never|no |without|perfect|flawless|every|"
    "under any|100|hundred|come what",
)
_NOT_ABSOLUTE = lazy(r"\b(?:cannot|can't|can not|not|never|no|without|don't|do not|nobody can) (?:\w+ ){0,2}$")


class Spot(NamedTuple):
    """A place in a text."""

    word: str
    """FREE, CHARGED or ZERO; for an absolute word, the word."""

    start: int
    end: int


def find_yes_no(folded: str) -> tuple[Spot, ...]:
    """Where a folded text calls something free, charged or says that there is none of it."""
    free = [Spot(FREE, found.start(), found.end()) for found in _FREE.finditer(folded)]
    rest = [Spot(CHARGED, found.start(), found.end()) for found in _CHARGED.finditer(folded)]
    rest += [Spot(ZERO, found.start(), found.end()) for found in _ZERO.finditer(folded)]
    kept = [one for one in rest if not any(one.start < other.end and one.end > other.start for other in free)]
    return tuple(sorted((*free, *kept), key=lambda spot: spot.start))


def denies_a_burden(folded: str) -> bool:
    """Whether a folded clause says that something need not be done or paid: *we do not ask for a deposit*."""
    return _BURDEN_DENIED.search(folded) is not None


def takes_a_burden_away(folded: str) -> bool:
    """Whether a folded clause says that something is spared: *the five days fall away*, *we absorb the surcharge*."""
    return _TAKEN_AWAY.search(folded) is not None


def absolute_words(folded: str) -> tuple[Spot, ...]:
    """Words that leave no room for a tolerance, a range or a condition, where they are not denied."""
    return tuple(
        Spot(found.group(), found.start(), found.end())
        for found in _ABSOLUTE.finditer(folded)
        if not _NOT_ABSOLUTE.search(folded[max(0, found.start() - 40) : found.start()])
    )


def is_exact(spot: Spot) -> bool:
    """Whether an absolute word says *exactly*."""
    return spot.word.startswith(("exact", "precise", "to the"))
