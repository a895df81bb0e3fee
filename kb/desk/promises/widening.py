"""What promises more than a line lets choose: *not only on Mondays*, or another FOR WHAT; reads no choice itself."""

from kb.desk.promises.judged import Case
from kb.desk.promises.lexicon import said_of
from kb.desk.promises.lines import Line
from kb.model.promise import OVER, SAFE, UNKNOWN
from kb.words.negation import NOT_DENIED
from kb.words.patterns import lazy
from kb.words.roots import name_words

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


def other_of_its_kind(case: Case, line: Line) -> tuple[str, str] | None:
    """Another FOR WHAT than those that may be chosen: *express for litho boxes*, where it is `only repeat orders`.

    It is one that stands beside a choice under some name: both are a `lead time, …`.
    """
    chosen = {name_words(choice) for choice in line.number.choices}
    keys = {one.key for one in case.ground.lines if any(phrase.words in chosen for phrase in one.conditions)}
    beside = {phrase for key in keys for at in case.ground.by_key[key] for phrase in case.ground.lines[at].conditions}
    for phrase in beside:
        if phrase.words in chosen or set(phrase.words) <= set(line.name.words):
            continue
        if len(said_of(phrase, case.scope.text, case.scope.clause).covered) == len(phrase.words):
            return OVER, "it is none of them"
    return None
