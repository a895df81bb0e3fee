"""What the words around an amount make of it: at most, at least, under, exactly, and the shape of a time.

A time is TAKEn by us, GIVEn to a customer, asked for AHEAD, or ADDED on top; reads no amount and knows no number.
"""

import re
from typing import NamedTuple

from kb.words.patterns import lazy

TAKE, GIVE, AHEAD, ADDED = "take", "give", "ahead", "added"
MOST, LEAST, UNDER, OVER, SMALLEST, EITHER_WAY, EXACT, SQUARE = (
    "most",
    "least",
    "under",
    "over",
    "smallest",
    "either way",
    "exact",
    "square",
)


PART_OF = (
    r"half(?: of)?|a (?:third|quarter|fifth|fraction) of|"
    r"(?:twice|\w+ times) as (?:fast|quick|short|soon|early|close|tight|fine|small) as"
)
"""Makes an amount the measure of a smaller one, as a pattern: *half the usual 18 days*."""

OR_MORE = (
    r"or (?:a (?:bit|little) )?(?:more|over|longer|later|wider|higher|taller|larger|bigger|thicker|heavier|upwards)|"
    r"and (?:more|then some|up|upwards|above|beyond|longer|wider|higher|taller|larger|bigger|thicker|heavier)|"
    r"upwards|onwards"
)
"""Opens an amount upwards, as a pattern of what stands after it."""

EACH_WAY = (
    r"square|each way|both ways|cubed?|by the same|(?:on|in|along) (?:both|all|each|every) (?:\w+ )?"
    r"(?:sides?|directions?|ways?)"
)
"""Makes one length all sides of a thing, as a pattern of what stands after it."""


def _before(way: str, needs: str) -> re.Pattern[str]:
    """A way of saying it at the end of what stands before an amount."""
    little = (
        r"[\s:]*(?:about |around |some |approx\.? |roughly |the |a |an |of |that |those |these |our |your |usual |"
        r"normal |ordinary |standard |typical |€|\$|£)*$"
    )
    return lazy(rf"(?<![^\W_])(?:{way}){little}", needs=needs)


_BEFORE = {
    MOST: _before(
        r"at (?:the )?(?:very )?most|up to|max(?:imum)?\.?(?: of)?|a maximum of|no more than|not more than|"
        r"no longer than|not longer than|never more than|never longer than|(?:no|not|never) later than|"
        r"not exceeding|as (?:many|much|long|large|big|high|heavy|late) as|≤|limit(?:ed)? (?:is|of|to)",
        "most|up to|max|no|never|as |≤|limit",
    ),
    LEAST: _before(
        r"at (?:the )?(?:very )?least|no less than|not less than|no fewer than|not fewer than|≥",
        "least|less|fewer|≥",
    ),
    UNDER: _before(
        r"(?:less|fewer|shorter|smaller|sooner|quicker|faster|earlier|better|closer|tighter|finer) than|under|below|"
        rf"inside|<|not even|nearly|almost|just under|{PART_OF}",
        " than|under|below|inside|<|even|nearly|almost|half|a |as ",
    ),
    OVER: _before(
        r"more than|over|above|longer than|larger than|bigger than|beyond|upwards of|exceeding|well over|>",
        "more|over|above|longer|larger|bigger|beyond|upwards|exceed|>",
    ),
    SMALLEST: _before(
        r"as (?:few|little|small|low|short|thin|fine|early|soon|quick(?:ly)?|fast) as|from|"
        r"start(?:s|ing)? (?:at|from|with)|begin(?:s|ning)? (?:at|with)|down to|min(?:imum)?\.?(?: is| of)?|"
        r"a minimum of|minimum (?:order |quantity |run )?(?:is |of )?|moq(?: is| of|:)?|only|just|even|"
        r"smallest \w+ (?:is|of)",
        "as |from|start|begin|down to|min|moq|only|just|even|smallest",
    ),
    EITHER_WAY: _before(
        r"±|\+/-|\+-|plus or minus|plus/minus|to within|accurate to|accuracy of|accuracy is|tolerance (?:is|of)|"
        r"precise to|vary by|varies by|variation of|deviation of|off by|give or take|accuracy:|tolerance:|"
        r"tolerances? of",
        "±|+|plus|within|accura|tolerance|precise|var|deviation|off by|give or take",
    ),
    EXACT: _before(r"exact(?:ly)?|precise(?:ly)?|always|guaranteed?", "exact|precise|always|guarantee"),
}
_AFTER: dict[str, str] = {
    MOST: r"(?:or (?:less|fewer|under)|at (?:the )?(?:very )?(?:most|latest)|max(?:imum)?\b|tops)",
    LEAST: rf"(?:{OR_MORE}|at (?:the )?least|min(?:imum)?\b)",
    OVER: rf"(?:{OR_MORE})",
    EITHER_WAY: r"(?:either way|up or down|plus or minus|more or less|tolerance|accuracy|either side|over or under)",
    SQUARE: rf"(?:{EACH_WAY})",
    EXACT: r"(?:exactly|sharp|on the dot|precisely|to the day)",
}
_AFTER_PATTERNS = {hint: lazy(rf"^[\s,(]*{way}") for hint, way in _AFTER.items()}

_AHEAD = lazy(r"^[\s,]*(?:'|s')?\s*(?:ahead|in advance|beforehand|notice|earlier|of notice|prior|up ?front|before\b)")
_ADDED_AFTER = lazy(
    r"^[\s,]*(?:more\b(?! than)|longer\b|(?:faster|sooner|quicker|earlier|slower|shorter)(?= than)|"
    r"extra\b|additional\b|on top|in addition|to the (?:lead|delivery) time|"
    r"later\b)"
)
_ADDED_INSIDE = lazy(r"\b(?:more|extra|additional|further|longer)\b")
_ADDED_BEFORE = lazy(
    r"\b(?:adds?|adding|sets? you back|plus|another|extra|additional(?:ly)?|on top|extends? .{0,30}by|longer by)\s*"
    r"(?:only |"
    r"just |about |an? |up to )*$|\+\s*$"
)
_GIVE_AFTER = lazy(
    r"^[\s,]*(?:to (?!your|our|the|my|finish|deliver|make|produce|print|complete|get)\w+|for you to|"
    r"of (?:free )?(?:storage|credit|warranty|guarantee)|"
    r"(?:\w+ )?(?:warranty|guarantee|storage|validity|credit)\b)"
)
_GIVE_BEFORE = lazy(
    r"\b(?:you(?:'ve| have| get|'ve got| have got)(?: another| only| just| then)*|"
    r"you (?:can|may|must|should|need to|have to|could)(?! have\b| get\b| expect\b| receive\b| collect\b|"
    r" count\b)(?: \w+){1,6}? "
    r"(?:within|up to|until|in)|"
    r"customers? (?:have|has|get|gets)|shelf life(?: is| of)?|warranty(?: is| of)?|expires? (?:after|in)|"
    r"deadline (?:is|of)|"
    r"(?:(?:^\W*|\byou (?:\w+ ){0,3}|\bto |\bplease |\bmust |\bshould |\bcan |\band )(?:report|tell|send us|pay|"
    r"claim|complain|return|cancel|"
    r"notify|object|settle)|complaints?|claims?|payment|payable|due|invoices?)(?: \w+){0,4}? (?:within|in|"
    r"no later than|up to|after|for)|up to)\s*"
    r"(?:about |around |a |an |up to |at most |at least |the |full |no more than |maximum |only |of |:)*$",
    needs="you|customer|shelf|warranty|expire|deadline|report|tell|send|pa|claim|complain|"
    "return|cancel|notify|object|settle|due|invoice|up to",
)
_GIVE_STRICT = lazy(
    r"\b(?:you (?:can|may|could|might) take|"
    r"for(?: up to| at least| a maximum of| at most| a full| another| the next| as long as)?|(?:valid|good|"
    r"hold|holds|held|keep|keeps|"
    r"kept|store|stores|stored|last|lasts|stays?|remains?|open|fixed|lasting|retain\w*|archived|"
    r"archives)(?: (?!in\b|within\b|by\b|at\b)\w+){0,4}?)\s*"
    r"(?:about |around |more than |over |longer than |less than |under |exactly |a |an |up to |at most |"
    r"at least |the |full |no more than |maximum |only |of |:)*$",
    needs="you|for|valid|good|hold|held|keep|kept|store|last|stay|remain|open|fixed|retain|archive",
)
_TAKE_BEFORE = lazy(
    r"\b(?:in|within|inside|takes?|taking|took|need|needs|ready|by|after|turnaround(?: is| of|:)?|requires?|"
    r"lead time(?: is| of|:)?|deliver\w*|arrives?|ships?|finish\w*|done|takes? (?:us|about)|allow|reckon with|"
    r"count on|expect)\s*"
    r"(?:\w+ ){0,2}(?:only |just |about |around |as little as |under |less than |at most |up to |a |an |the |"
    r"no more than |of |"
    r"at least |within |no later than |later than )*$"
)
_TAKE_AFTER = lazy(
    r"^[\s,-]*(?:turnaround|lead time|delivery|from|after|once|until (?:it|they)|to (?:finish|deliver|make|"
    r"produce|print|complete|get|your door)|service|production)\b"
)
_SINCE = lazy(r"^[\s,]*(?:from|after|once)\b", needs="from|after|once")
_NO_MORE = lazy(
    r"\b(?:never|not|no|\w+n't)\b(?: \w+){0,3} (?:more|longer|later|over|beyond)(?: than)? (?:a |an |the )*$"
)
_FOR = lazy(r"\bfor (?:about |up to |at most |a |an |the )*$")
_TAKES = lazy(r"\b(?:takes?|took|taking|needs?|requires?)\b(?: \w+){0,3}? *$")
_IS = lazy(
    r"(?:\b(?:is|are|was|be|being|of|to|means?)|[:=])\s*(?:only |just |about |around |now |currently |normally |"
    r"usually |a |an |the |at most |up to )*$"
)
_OUR_DOING = lazy(
    r"\b(?:we|our team|our lab)(?:'ll| will| can| always| usually|'re)*(?: \w+){0,2}? (?:answer|reply|respond|"
    r"handle|process|fix|solve|"
    r"settle|deal|look|react|refund|pay|credit|return|repair|replace|take|need|make|deliver|ship|finish|send)\w*\b"
    r"|\b(?:answered|handled|processed|fixed|solved|settled|dealt|refunded|paid out|credited|repaired|replaced|"
    r"resolved|reviewed|"
    r"answers?|replies|reply|takes?|taking|ready|delivered|shipped|finished|made)\b"
)
_YOUR_DOING = lazy(
    r"\byou\b(?!r)|^(?:\W*)(?:report|tell|send|pay|claim|complain|return|cancel|notify|object|settle)\b|"
    r"\bto (?:report|pay|complain|claim)\b"
)
_ANY_VERB = lazy(
    r"\b(?!need\b)(?:\w{3,}(?:ed|ing)|we|sent|made|done|ready|repl\w+|answer\w*|respond\w*|fix\w*|solv\w*|"
    r"handl\w*|process\w*|deliver\w*|ship\w*|arriv\w*|make|makes|get|gets)\b"
)


class Around(NamedTuple):
    """What stands around an amount."""

    bounds: frozenset[str]
    shapes: frozenset[str]
    """For a time; all that it may be. Empty where nothing tells: it may then be any."""


def around(left: str, inside: str, right: str) -> Around:
    """What the folded words of a clause before, in and after an amount make of it."""
    bounds = {hint for hint, pattern in _BEFORE.items() if pattern.search(left)}
    bounds |= {hint for hint, pattern in _AFTER_PATTERNS.items() if pattern.search(right)}
    if _NO_MORE.search(left):
        bounds |= {MOST}
    bounds -= ({OVER} if MOST in bounds else set()) | ({UNDER} if LEAST in bounds else set())
    return Around(frozenset(bounds), frozenset(_shapes(left, inside, right)))


def _is_since(left: str, right: str) -> bool:
    """*Is two years from the last order*: what takes and what is given are told alike."""
    return _SINCE.search(right) is not None and _IS.search(left) is not None


def _shapes(left: str, inside: str, right: str) -> set[str]:
    if (ahead := _AHEAD.search(right)) and not (ahead.group().strip(" ,") == "before" and _FOR.search(left)):
        return {AHEAD}
    if _ADDED_BEFORE.search(left) or _ADDED_INSIDE.search(inside) or _ADDED_AFTER.search(right):
        return {ADDED}
    if _GIVE_STRICT.search(left) or (_GIVE_AFTER.search(right) and not _TAKES.search(left)):
        return {GIVE}
    take = bool(_TAKE_BEFORE.search(left) or (_TAKE_AFTER.search(right) and not _is_since(left, right)))
    if _GIVE_BEFORE.search(left):
        ours = _OUR_DOING.search(f"{left} {right}")
        return {TAKE} if ours else {TAKE, GIVE} if take and not _YOUR_DOING.search(left) else {GIVE}
    if take:
        return {TAKE}
    plain = _IS.search(left) or not _ANY_VERB.search(f"{left} {right}")
    return set() if plain else {TAKE}
