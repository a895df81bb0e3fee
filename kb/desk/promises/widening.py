"""Words that promise more than a line lets choose: *not only on Mondays*, *besides oak*; reads no choice itself."""

from kb.desk.promises.judged import Case
from kb.model.promise import OVER, SAFE, UNKNOWN
from kb.words.negation import NOT_DENIED
from kb.words.patterns import lazy

_NOT_ONLY = lazy(
    r"(?:\bnot|\bnever|n't) (?:just|only|merely|solely|limited to|restricted to|confined to|bound to)\b",
    needs="just|only|merely|solely|limited|restricted|confined|bound",
)
_BESIDES = lazy(
    r"\b(?:besides|apart from|aside from|in addition to|beyond|as well as|along with|on top of|more than|"
    r"other than|other \w+ than)\b",
    needs="besides|apart|aside|addition|beyond|as well|along|on top|than",
)
_ALSO = lazy(
    r"\b(?:and|or|but) (?:also|more|others|even|the like)\b|\b(?:too|as well|etc)\W*$",
    needs="also|too|well|more|other|even|like|etc",
)


def unless_widened(case: Case, reason: str) -> tuple[str, str]:
    """The verdict and the reason for a claim that chooses what a line allows: SAFE where it says no more than that."""
    clause = case.clause
    if _NOT_ONLY.search(case.sentence) or (_BESIDES.search(clause.folded) and clause.denial == NOT_DENIED):
        return OVER, "more than those is promised"
    if _BESIDES.search(clause.folded) or _ALSO.search(case.sentence):
        return UNKNOWN, "something else seems to be promised besides"
    return SAFE, reason
