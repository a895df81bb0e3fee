"""What a clause is about where that is not the line's own thing: the drawing *for* a bench; judges no amount."""

from kb.desk.promises.acts import another_act
from kb.desk.promises.judged import Case, Judged
from kb.desk.promises.weighing import Weighed
from kb.model import number as kinds
from kb.model.promise import OVER, SAFE, UNKNOWN
from kb.words.lists import word_set
from kb.words.plainwords import PLAIN
from kb.words.roots import Word, is_glue, name_words
from kb.words.tokens import STOP_WORDS

_LEADS = frozenset(("for", "of", "about", "on", "to", "regarding", "concerning"))
_PAPER_AND_TALK = word_set(
    "call calls phone mail mails email e-mail letter letters message messages reply replies answer answers response "
    "question questions note notes notice news information info detail details data document documents paperwork form "
    "forms list lists plan plans drawing drawings sketch sketches design designs artwork file files layout layouts "
    "photo photos picture pictures image images video sample samples proof proofs quote quotes quotation estimate "
    "estimates offer offers price prices cost costs invoice invoices bill bills payment payments receipt confirmation "
    "approval decision meeting meetings visit visits appointment talk training number label labels report reports "
    "certificate certificates test tests permit contract contracts instructions manual brochure catalogue concept "
    "proposal proposals discount refund credit tool tools material materials"
)
"""What is written, drawn, said or paid about a thing, and is not the thing."""

_ASKED = word_set("ask asked asking talked talking spoke mentioned wrote wondered enquired thinking how what think")
"""*You asked about a bench* leads to what is said of the bench."""

_SMALL = word_set("new first next whole same own each all any this that these those such one")
_MONEY = word_set("price prices cost costs payment payments bill bills invoice invoices discount refund credit")
_PAID = (kinds.CHARGED, kinds.COSTS, kinds.FREE, kinds.NONE, kinds.FIGURE)
_NOT_AFTER = word_set("cost costs call calls offer offers test tests")
"""Verbs as well, where they follow a thing: *the lacquer costs 90 euros*."""


def if_its_own_thing(case: Case, weighed: Weighed) -> Weighed:
    """The same; UNKNOWN where the clause tells of something else that has to do with the line's thing, or of its doer.

    So is what would be over, where the thing is only said after *for* or *of*.
    """
    judged = weighed.judged
    if judged.verdict not in (SAFE, OVER):
        return weighed
    whole = judged.base.number.kind in (kinds.ONLY, kinds.AHEAD)
    if not whole and (head := _head_before(case, judged)):
        return _open(weighed, f"it is said of “{head}”")
    if judged.verdict == SAFE and (why := another_act(case, judged)):
        return _open(weighed, why)
    return weighed


def _open(weighed: Weighed, reason: str) -> Weighed:
    judged = weighed.judged._replace(verdict=UNKNOWN, reason=reason, point=None)
    return weighed._replace(judged=judged, otherwise=())


def _head_before(case: Case, judged: Judged) -> str:
    """The noun to which all that is said of the line only belongs: *the drawing for*; empty where there is none."""
    words, doubled = case.scope.text.words, -1
    own = [place for place in case.scope.clause if place in judged.matched]
    if not own:
        return ""
    if (after := _noun_after(case, judged, own)) and judged.verdict == SAFE:
        return after
    if words[own[0]].text in _PAPER_AND_TALK and any(words[own[0]].root == words[at].root for at in own[1:]):
        own, doubled = own[1:], own[0]  # *the label for a private label*
    lead = own[0] - 1
    while lead > 0 and (words[lead].text in _SMALL or (is_glue(words[lead].text) and words[lead].text not in _LEADS)):
        lead -= 1
    noun = lead - 1
    if lead not in case.scope.clause or words[lead].text not in _LEADS or noun not in case.scope.clause:
        return ""
    if _is_in_a_point(case, noun):
        return ""
    if words[noun].text in _ASKED:
        return ""
    is_other = noun == doubled or words[lead].text == "about" or _is_other(case, judged, noun)
    return case.written[words[noun].start : words[noun].end] if is_other else ""


def _noun_after(case: Case, judged: Judged, own: list[int]) -> str:
    """What follows the words of the line at once and is no more than about it: *bench drawings*."""
    words = case.scope.text.words
    for place in own:
        after = place + 1
        if after in judged.matched or after not in case.scope.clause:
            continue
        beside = case.written[words[place].end : words[after].start] == " " and not _is_in_a_point(case, after)
        if beside and words[after].text not in _NOT_AFTER and _is_paper(judged, words[after]):
            return case.written[words[after].start : words[after].end]
    return ""


def _is_in_a_point(case: Case, place: int) -> bool:
    start = case.scope.text.words[place].start
    return any(point.start <= start < point.end for point in case.clause.points)


def _is_other(case: Case, judged: Judged, place: int) -> bool:
    """Whether a noun is paper or talk, or one of the company's that is not the line's."""
    word = case.scope.text.words[place]
    if _is_paper(judged, word):
        return True
    ground = case.ground
    if judged.verdict == OVER or word.root in _own_words(judged) or word.text in _PAPER_AND_TALK:
        return False
    if word.text in PLAIN or word.text in STOP_WORDS or is_glue(word.text) or word.root in ground.generic:
        return False
    return word.root in ground.lexicon.known


def _is_paper(judged: Judged, word: Word) -> bool:
    paid = word.text in _MONEY and judged.base.number.kind in _PAID
    return word.text in _PAPER_AND_TALK and not paid and word.root not in _own_words(judged)


def _own_words(judged: Judged) -> frozenset[str]:
    number = judged.base.number
    when = name_words(f"{number.start} {number.end} {number.once}")
    return frozenset((*judged.base.name.words, *judged.line.name.words, *when))
