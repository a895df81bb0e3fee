"""A time or a day of a text against one number line, as it is on the day its clock starts; picks no line."""

from datetime import date, timedelta
from decimal import Decimal

from kb.desk.calendar import closures, passed_by
from kb.desk.now_words import stretch_in_words
from kb.desk.promises.judged import Case, Judged, Start
from kb.desk.promises.lines import Line
from kb.desk.promises.terms import has_ended, left_open
from kb.desk.promises.touch import Touch
from kb.desk.today import counts_on_day, now_of
from kb.model import number as kinds
from kb.model.calendar import Now
from kb.model.number import Amount
from kb.model.promise import OVER, SAFE, UNKNOWN
from kb.text import fold
from kb.words.bounds import ADDED, AHEAD, GIVE, LEAST, SMALLEST, TAKE, UNDER
from kb.words.bounds import OVER as MORE
from kb.words.penalties import offers_a_penalty
from kb.words.points import DAY, Point
from kb.words.spoken import amount_words
from kb.words.timescale import in_unit
from kb.words.units import CALENDAR_MONTHS, CALENDAR_TIME, WORKING_TIME

_SHAPE = {
    kinds.TAKE: TAKE,
    kinds.GIVE: GIVE,
    kinds.GUARANTEED: GIVE,
    kinds.AT_LEAST: GIVE,
    kinds.AT_MOST: GIVE,
    kinds.AHEAD: AHEAD,
    kinds.ADDS: ADDED,
    kinds.EVERY: "",
    kinds.FIGURE: "",
}
_LONGER_IS_OVER = (kinds.GIVE, kinds.GUARANTEED, kinds.AT_MOST)


def judge_time(case: Case, touch: Touch) -> Judged | None:
    """What a line with a time makes of a time or a day; None where the line does not count then."""
    line, point = touch.line, case.point
    if point is None or line.number.amount is None:
        return None
    judged = [one for start in case.starts if (one := _from(case, touch, point, start))]
    return max(judged, key=lambda one: (one.verdict == OVER, one.verdict == UNKNOWN), default=None)


def fits_shape(line: Line, point: Point) -> bool:
    """Whether the claim may have the line's own shape: *in N* for what takes, *for N* for what is given."""
    shape = _SHAPE.get(line.number.kind)
    if shape is None:
        return False
    if shape == "":
        return True
    if shape == ADDED and not point.around.shapes:
        return False
    return not point.around.shapes or shape in point.around.shapes


def _from(case: Case, touch: Touch, point: Point, start: Start) -> Judged | None:
    line = touch.line
    if line.number.kind == kinds.TAKE:
        return _take(case, touch, point, start)
    if not counts_on_day(line.number, start.day) or has_ended(line.number, start.day):
        return None
    verdict, reason = _other(line, point, start, case)
    told = amount_words(line.number.amount) if line.number.amount else ""
    allowed = f"at most {told}" if line.number.kind in _LONGER_IS_OVER else told
    return Judged(verdict, line, line, reason, allowed, (f"{line.number.amount_text} ({line.article})",), start=start)


# ---- what takes time


def _take(case: Case, touch: Touch, point: Point, start: Start) -> Judged | None:
    line = touch.line
    extra = _extra(case, line, start.day)
    adding = [one.number._replace(name=line.number.name, conditions=()) for one in extra]
    now = now_of(line.number, start.day, adding, (), case.ground.calendar)
    if now is None:
        return None
    alone = now_of(line.number, start.day, [], (), case.ground.calendar) or now
    verdict, reason = _against(point, now, start.day, case.sentence)
    decides = line
    said = [one for one in extra if one.conditions or fold(one.number.name) != line.key]
    if said:
        decides = said[-1]
    elif verdict == OVER and extra and _against(point, alone, start.day, case.sentence)[0] != OVER:
        decides = extra[-1]
    if verdict == SAFE and (why := left_open(case, line.number)):
        verdict, reason = UNKNOWN, why
    return Judged(
        verdict, decides, line, reason, amount_words(now.amount), _because(case, line, extra, now, start), now.by, start
    )


def _extra(case: Case, line: Line, day: date) -> list[Line]:
    """Lines that add to this one: season and notices of its name, and those whose condition is said."""
    season = [one for one in case.ground.season_adds if one.key == line.key]
    said = [one for one in case.adds if one.key == line.key or not one.conditions]
    notices = [one for one in case.ground.notices if _is_for(one, line)]
    found = {(one.article, one.number.text): one for one in (*season, *said, *notices)}
    return [one for one in found.values() if counts_on_day(one.number, day)]


def _is_for(notice: Line, line: Line) -> bool:
    """Whether an `adds` line of a notice is for this line too, with the same FOR WHAT or less of it."""
    conditions, own = ({phrase.words for phrase in one.conditions} for one in (notice, line))
    return notice.number.kind == kinds.ADDS and notice.key == line.key and conditions <= own


def _because(case: Case, line: Line, extra: list[Line], now: Now, start: Start) -> tuple[str, ...]:
    told = [f"{line.number.amount_text} ({line.article})"]
    for one in extra:
        amount = amount_words(one.number.amount) if one.number.amount else one.number.amount_text
        when = " and ".join(season.said for season in one.number.during) or ", ".join(one.number.conditions)
        told.append(f"+{amount}{', ' + when if when else ''} ({one.article})")
    if now.by:
        slugs = {id(shut.number): shut.article for shut in case.ground.closing}
        found = closures([shut.number for shut in case.ground.closing], start.day + timedelta(days=1), now.by)
        told += [f"closed {stretch_in_words(one.first, one.last)} ({slugs[id(one.number)]})" for one in found]
    return tuple(told)


def _against(point: Point, now: Now, start: date, sentence: str) -> tuple[str, str]:
    """A claim against how long something takes now."""
    if point.kind == DAY and point.day:
        return _against_day(point.day.last, now)
    if point.amount is None or fold(point.amount.per) != fold(now.amount.per):
        return UNKNOWN, "no time is said that could be compared"
    bounds = point.around.bounds - ({LEAST, MORE} if offers_a_penalty(sentence) else set())
    verdict, reason = _sooner(point.amount, bounds, now.amount)
    if verdict == SAFE and now.beside:
        return UNKNOWN, "more comes on top in another unit"
    passed = passed_by(point.amount, start) if verdict == SAFE else None
    if passed and now.by and passed < now.by:  # enough weeks, but the plant is closed in some of their days
        return UNKNOWN, "closed days lie in between, so it is ready only after that"
    return verdict, reason


def _against_day(day: date, now: Now) -> tuple[str, str]:
    if now.by is None:
        return UNKNOWN, "no day can be told for it"
    return (OVER, "it is ready later than that day") if day < now.by else (SAFE, "the slow end is ready by then")


def _sooner(said: Amount, bounds: frozenset[str], slow: Amount) -> tuple[str, str]:
    high, low = (in_unit(end, said.unit, slow.unit, sooner_is_over=True) for end in (said.high, said.low))
    if high is None or low is None:
        return UNKNOWN, "the two times cannot be compared"
    end, start = slow.high * slow.unit.factor, slow.low * slow.unit.factor
    if UNDER in bounds:
        return (OVER, "the slow end takes longer") if high <= end else (SAFE, "the slow end is within it")
    if high < end and bounds & {LEAST, MORE} and SMALLEST not in bounds:
        return UNKNOWN, "it says only how long at least"
    if high < end:
        return OVER, "the slow end takes longer"
    if low < high and low < start:
        return OVER, "the quick end is sooner than the best case"
    return SAFE, "the slow end is within it"


# ---- what is given, asked for ahead, added


def _other(line: Line, point: Point, start: Start, case: Case) -> tuple[str, str]:
    number = line.number
    if point.kind == DAY:
        verdict, reason = _until_day(line, point, start, case)
    elif point.amount is None or number.amount is None:
        return UNKNOWN, "no time is said"
    elif fold(point.amount.per) != fold(number.amount.per):
        return UNKNOWN, "it is counted by something else"
    elif number.kind in _LONGER_IS_OVER:
        verdict, reason = _longer(point.amount, point.around.bounds, number.amount)
    else:
        verdict, reason = _shorter(point.amount, point.around.bounds, line)
    if verdict == SAFE and (why := left_open(case, number)):
        return UNKNOWN, why
    return verdict, reason


def _longer(said: Amount, bounds: frozenset[str], most: Amount) -> tuple[str, str]:
    high = in_unit(said.high, said.unit, most.unit, sooner_is_over=False)
    if high is None:
        return UNKNOWN, "the two times cannot be compared"
    end = most.high * most.unit.factor
    if high > end or (MORE in bounds and high >= end):
        return OVER, "it is longer than that"
    if bounds & {LEAST, MORE}:
        return UNKNOWN, "it says only how long at least"
    return SAFE, "it is no longer than that"


def _shorter(said: Amount, bounds: frozenset[str], line: Line) -> tuple[str, str]:
    number = line.number
    if number.amount is None:
        return UNKNOWN, "no time is said"
    high, low = (in_unit(end, said.unit, number.amount.unit, sooner_is_over=True) for end in (said.high, said.low))
    if high is None or low is None:
        return UNKNOWN, "the two times cannot be compared"
    end, start = number.amount.high * number.amount.unit.factor, number.amount.low * number.amount.unit.factor
    if high < end or (UNDER in bounds and high <= end) or (low < high and low < start):
        return OVER, "it is less than that"
    if number.kind == kinds.AT_LEAST and high > end and not line.smallest:
        return UNKNOWN, "more than that is not written anywhere"
    return SAFE, "it is no less than that"


def _until_day(line: Line, point: Point, start: Start, case: Case) -> tuple[str, str]:
    """*Valid until 31 December*: what is given ends on a day."""
    if point.day is None or line.number.kind not in _LONGER_IS_OVER:
        return UNKNOWN, "a day says nothing here"
    taken = now_of(line.number._replace(kind=kinds.TAKE), start.day, [], (), case.ground.calendar)
    if taken is None or line.number.amount is None:
        return UNKNOWN, "no day can be told for it"
    family = line.number.amount.unit.family
    if family not in (WORKING_TIME, CALENDAR_TIME, CALENDAR_MONTHS):
        return UNKNOWN, "no day can be told for it"
    end = _last_day(line.number.amount, taken, start.day)
    if end is None:
        return UNKNOWN, "no day can be told for it"
    return (OVER, "it ends before that day") if point.day.last > end else (SAFE, "it lasts until then")


def _last_day(amount: Amount, taken: Now, day: date) -> date | None:
    figure = amount.high * amount.unit.factor
    if figure != figure.to_integral() or figure > Decimal(1_000_000):
        return None
    return taken.by if amount.unit.family == WORKING_TIME else passed_by(amount, day)
