"""What is done with a line's thing where the line tells of another act: *is checked*, *to read*; judges no amount."""

from collections.abc import Callable

from kb.desk.promises.judged import Case, Judged
from kb.desk.promises.lexicon import matches_in
from kb.model import number as kinds
from kb.words.doers import goes_to_us, is_customers_doing, is_customers_keeping, is_said_to_somebody
from kb.words.figures import NUMBER_WORDS
from kb.words.patterns import lazy
from kb.words.plainwords import PLAIN
from kb.words.points import TIME
from kb.words.roots import is_glue, root
from kb.words.tokens import STOP_WORDS

_SIDE = lazy(r"\b(?:if|once|when|after|as soon as|provided|until|unless|from|as)\b[^,;]*")
_TALKED_OF = lazy(
    r"\b(?:is|are|be|gets?|been)(?: \w+ly)? (?:quoted|billed|invoiced|approved|signed|confirmed|called|answered|"
    r"ordered|agreed|paid|explained|discussed|checked|counted|read|looked at|seen)\b",
    needs="ed|paid|read|looked at|seen",
)
_TO_DO = lazy(
    r"^\W*to (?!your|our|the|my|their|an?\b|you|us|it|be\b|get|reach|arrive|come|finish|deliver|make|do\b|produce|"
    r"print|complete|prepare|build|ship|send|turn)(\w{3,})",
    needs="to ",
)
_OFTEN = lazy(r"\b(?:every|each) $", needs="every|each")
_STARTS = lazy(
    r"\b(?:we|we'll|production|work)(?: can| will)? (?:start|begin)s?\b(?! (?:at|from|with)\b)", needs="start|begin"
)
_ITS_WEIGHT = lazy(r"\b(?:weighs?|weighing|itself|themselves)\b", needs="weigh|itself|themselves")
_VERB = lazy(
    r"\b(?:is|are|be|gets?|been|can|may|could|might|will|must)(?: \w+ly| also| then| be)* (?P<verb>\w{3,})\b"
    r"|^\W*(?:and |but |so )?(?P<order>\w{3,}) (?:your|the|our)\b"
)
_SUBJECT = lazy(
    r"^\W*(?:(?:and|but|so|then|yes|no)\W+)?(?:(?:the|your|our|a|an|each|every|all|this|that|these)\s+)?"
    r"(?:[\w-]+ ){0,2}?(?P<what>[\w-]+) (?:is|are|will|can|takes?|needs?|comes?|arrives?|gets?|may|must|has|have|"
    r"stays?|holds?|lasts?|goes|runs?|weighs?)\b"
)
_PASSED_ON = lazy(
    r"\b(?:is|are|be|gets?)(?: \w+ly)? (?:sent|delivered|shipped|charged|billed|paid|checked|counted|made|produced)\b",
    needs="sent|ed|paid|made",
)
_DONE = (kinds.TAKE, kinds.EVERY)
_GIVEN = (kinds.GIVE, kinds.AT_MOST, kinds.GUARANTEED)
_MASS = "mass"


def another_act(case: Case, judged: Judged) -> str:
    """Why what is done is not what the line tells; empty where it may be."""
    return next((why for rule in _RULES if (why := rule(case, judged))), "")


def _is_talk(case: Case, _judged: Judged) -> str:
    return "it is about a call or a letter" if is_said_to_somebody(_main(case)) else ""


def _is_sent_to_us(case: Case, _judged: Judged) -> str:
    return "it goes to us, not from us" if goes_to_us(_main(case)) else ""


def _is_own_weight(case: Case, judged: Judged) -> str:
    amount = judged.base.number.amount
    if amount is None or amount.unit.family != _MASS or not _ITS_WEIGHT.search(case.clause.folded):
        return ""
    said = {case.scope.text.words[place].root for place in judged.matched}
    return "" if said.issuperset(judged.base.name.words) else "it is said of the weight of the thing itself"


def _is_a_customers(case: Case, judged: Judged) -> str:
    if judged.base.number.kind not in _DONE:
        return "a customer keeps it, not we" if is_customers_keeping(case.clause.folded) else ""
    return "a customer does it, not we" if is_customers_doing(_left(case)) else ""


def _is_half_named(case: Case, judged: Judged) -> str:
    """*The battery is charged for five hours* says nothing of a `battery warranty`: the noun itself is not said."""
    name, words = judged.base.name, case.scope.text.words
    told = judged.base.number.kind not in _GIVEN or judged.base.conditions or judged.base.smallest
    if told or len(name.words) < 2:  # noqa: PLR2004 - a noun with a word before it
        return ""
    said = {words[place].root for place in judged.matched}
    groups = {group for group, _own in name.groups}
    by_synonym = any(match.wording.group in groups for match in matches_in(case.scope.text, case.scope.clause))
    if name.words[-1] in said or by_synonym or not said & set(name.words):
        return ""
    return f"it is said of “{' '.join(words[place].text for place in sorted(judged.matched))}” only"


def _is_passed_on(case: Case, judged: Judged) -> str:
    found = _PASSED_ON.search(_main(case)) if judged.base.number.kind in _GIVEN else None
    return f"“{found.group()}” is something else" if found else ""


def _is_talked_of(case: Case, judged: Judged) -> str:
    found = _TALKED_OF.search(_main(case)) if judged.base.number.kind in _DONE else None
    if found is None or any(case.scope.text.words[place].text in found.group().split() for place in judged.matched):
        return ""
    return f"“{found.group()}” is something else"


def _is_for_another_act(case: Case, judged: Judged) -> str:
    """*It takes one day to read*, *every 18 days we make one*, *we start on it within 18 days*."""
    point = case.point
    if judged.base.number.kind != kinds.TAKE or point is None or point.kind != TIME:
        return ""
    found = _TO_DO.match(case.clause.folded[point.end - case.clause.start :])
    if found and root(found[1]) not in judged.base.name.words:
        return f"it is the time to {found[1]}"
    often = _OFTEN.search(_left(case)) or _STARTS.search(_main(case))
    return "it is told how often, or when it begins" if often else ""


def _has_another_verb(case: Case, judged: Judged) -> str:
    """A verb that is one of the company's words, and none of this article's: *you can change the quote*."""
    if judged.base.number.kind in (kinds.ONLY, kinds.AHEAD, kinds.FREE, kinds.CHARGED):
        return ""
    for found in _VERB.finditer(_main(case)):
        verb = found["verb"] or found["order"]
        if _is_of_another_article(case, judged, verb):
            return f"it is about “{verb}”"
    return ""


def _has_another_subject(case: Case, judged: Judged) -> str:
    """*Your plates are checked every 500 sheets* is no `sheet check`."""
    found = _SUBJECT.match(_main(case)) if judged.base.number.kind != kinds.ONLY else None
    if found is None:
        return ""
    words, first, last = case.scope.text.words, case.clause.start, case.clause.start + found.end("what")
    if any(first <= words[place].start < last for place in judged.matched):
        return ""
    what = found["what"]
    return f"it is said of “{what}”" if _is_of_another_article(case, judged, what) else ""


_RULES: tuple[Callable[[Case, Judged], str], ...] = (
    _is_talk, _is_sent_to_us, _is_own_weight, _is_a_customers, _is_half_named, _is_passed_on, _is_talked_of,
    _is_for_another_act, _has_another_verb, _has_another_subject,
)  # fmt: skip


def _main(case: Case) -> str:
    """The clause without what is said after *if*, *once* and the like."""
    return _SIDE.sub(lambda side: " " * len(side.group()), case.clause.folded)


def _left(case: Case) -> str:
    """What stands before what is compared."""
    folded = case.clause.folded
    return folded[: case.point.start - case.clause.start] if case.point else folded


def _is_of_another_article(case: Case, judged: Judged, word: str) -> bool:
    """Whether it is one of the company's words that neither the line's article nor everyday English has."""
    if word in PLAIN or word in STOP_WORDS or is_glue(word) or word in NUMBER_WORDS or word.startswith("weigh"):
        return False
    if word in case.ground.desk_words:
        return False
    if any(case.scope.text.words[place].text == word for place in judged.matched):
        return False
    stem = root(word)
    articles = (judged.base.article, judged.line.article)
    own = any(stem in case.ground.article_words.get(one, ()) for one in articles)
    return not own and stem in case.ground.lexicon.known and stem not in case.ground.generic
