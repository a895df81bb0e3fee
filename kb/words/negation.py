"""Whether a clause denies what it says; knows no matter. What is not denied for sure counts as unclear."""

from kb.words.patterns import lazy

NOT_DENIED, DENIED, UNCLEAR = "", "denied", "unclear"

_NEGATION = lazy(
    r"\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|unable|impossible|\w+n't|isnt|cant|dont|"
    r"wont)\b"
)
_CLEAN = lazy(
    r"\b(?:cannot|can not|can't|cant|could not|couldn't|won't be|wont be|will not be|will not|won't|wouldn't|"
    r"would not|"
    r"unable to|not able to|"
    r"(?:do|does|did) not|don't|dont|doesn't|didn't|is not|isn't|isnt|are not|aren't|was not|may not|must not|"
    r"mustn't|"
    r"should not|shouldn't|never|nobody|no one|neither|nor)\b"
)
_UNDONE = lazy(
    r"\b(?:not|no|never|n't|without|nothing|hardly|cannot|\w+n't)\b(?:\s+\w+){0,4}?\s+"
    r"(?:more than|longer than|later than|less than|fewer than|over|above|beyond|exceed\w*|only|just|problem|issue|"
    r"trouble|doubt|matter|worry|worries|wait|costs?|charge\w*|pay|extra|miss|fail|hesitate|limit\w*|question|later|"
    r"longer|difficult\w*|difference|delay\w*|need\w*|mind|exception\w*|hard)\b"
)
_IMPOSSIBLE = lazy(
    r"\b(?:(?:is|are|would be|it's) (?:simply |just |sadly |unfortunately |also )?(?:not possible|impossible|"
    r"out of the "
    r"question|not realistic|not feasible|not an option|too (?:soon|short|tight|fast|early))|it is not true|"
    r"it isn't true|"
    r"not possible|impossible|not offered|not available|out of the question)\b",
    needs="possible|question|realistic|feasible|option|too |true|offered|available",
)
_NOT_SO = lazy(
    r"\b(?:no|not every|hardly any) \w+(?: \w+)? (?:is|are|can be|stays?|was) (?:ever |really |truly )?$|"
    r"\bnot (?:a |an |the |in |within |by |for |quite |really |even )*$|\b(?:never|no|without|nor|or) (?:a |an |"
    r"the )*$"
)


_IDIOM = lazy(
    r"\b(?:no|not a|never a) (?:big |real |great |major )?(?:problem|deal|trouble|issue|worries|wonder|doubt|"
    r"hassle|bother|sweat|fuss|"
    r"rush|hurry|obstacle)\b|\b(?:do not|don't) (?:worry|hurry|panic|hesitate)\b|\bnot only\b|\bwhy not\b|\bif not\b",
    needs="no|never|don",
)
_NOT_DONE = lazy(
    r"\b(?:cannot|can not|can't|could not|do not|don't|will not|won't|never) (?:\w+ )?"
    r"(?:do|make|offer|promise|give|have|sell|accept|take|say|guarantee)\W*$|\b(?:sorry|no|never)\W*$",
    needs="do|make|offer|promise|give|have|sell|accept|take|say|guarantee|sorry|no|never",
)
"""What stands before a colon and denies what follows it: *what we can't do: …*, *sorry, no: …*"""
_NEITHER = lazy(r"\bnor\b")
_SIDE = lazy(r"(?:^|(?<=[\s,]))(?:if|unless|because|when|since|as long as|until|so that|in case|whether)\b.*$")


def denial_of(clause: str) -> str:
    """DENIED where a folded clause as a whole says that something is not so or not done, UNCLEAR for another *not*.

    >>> denial_of("we cannot do it in a week"), denial_of("it never takes more than a week"), denial_of("in a week")
    ('denied', 'unclear', '')
    """
    main = _SIDE.sub("", clause)
    clause = _IDIOM.sub(" ", main if main.strip() else clause)
    if "neither" in clause:
        clause = _NEITHER.sub(" ", clause)
    if _IMPOSSIBLE.search(clause):
        return DENIED if len(_NEGATION.findall(_IMPOSSIBLE.sub(" ", clause))) == 0 else UNCLEAR
    found = _NEGATION.findall(clause)
    if not found:
        return NOT_DENIED
    head, colon, tail = clause.rpartition(": ")
    if colon and not _NEGATION.search(tail) and not _NOT_DONE.search(head):  # *no floor too high: carrying in …*
        return UNCLEAR
    if _UNDONE.search(clause) or len(found) > 1 or not _CLEAN.search(clause):
        return UNCLEAR
    return DENIED


def denies_before(left: str) -> bool:
    """Whether the folded words right before something deny it: *not*, *never a*, *no*."""
    return _NOT_SO.search(left) is not None
