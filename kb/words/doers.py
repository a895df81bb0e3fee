"""Who does what a folded clause tells: whether a customer does or keeps it; knows no matter and judges nothing."""

from kb.words.lists import word_set
from kb.words.patterns import lazy

_CUSTOMER = (
    r"^\W*(?:(?:and|but|so|then|also|yes|no|well|of course)\W+)*(?:you|the customers?|customers?|"
    r"your (?:own )?(?:\w+ )?(?:lab|company|team|people|workshop|office|planners?|manager|boss|buyers?|customers?|"
    r"clients?|colleagues?|friends?|partners?|staff|designers?|technicians?|engineers?|neighbours?|suppliers?|"
    r"printers?|builders?|admins?))"
)
_HELPING = (
    r"(?:(?: |(?='))(?:'ll|'d|will|can|may|could|would|must|should|have to|has to|need to|also|then|just|only|simply|"
    r"usually|normally|always|still|even|to))*"
)
_DOES = lazy(rf"{_CUSTOMER}{_HELPING} (?P<verb>\w+)(?P<rest>.*)$", needs="you|customer")
_RECEIVES = word_set(
    "get gets have has receive receives expect expects see sees hold holds find finds collect collects count counts "
    "reckon reckons wait waits allow allows rely relies plan plans hear hears enjoy enjoys be is are re ve keep keeps "
    "need needs want wants choose chooses pick picks take takes know knows own owns save saves pay pays order orders "
    "book books buy buys bring brings come comes visit visits"
)
"""What a customer does with what comes from us."""

_WE_AFTER = lazy(r"\b(?:we|we'll|our|us|is|are|will|comes?|arrives?|reach\w*|get|gets|have|has|receive|there)\b")
_KEEPS = lazy(
    rf"{_CUSTOMER}{_HELPING} (?:store|stores|look after|looks after|archive|archives|guard|guards|warehouse|warehouses|"
    r"lend|lends|maintain|maintains)\b"
    r"|^\W*(?:the customers?|customers?)\b" + _HELPING + r" (?:keep|keeps|hold|holds)\b",
    needs="you|customer",
)
_WITH_US = lazy(r"\b(?:with us|here|(?:at|in|on|from) our|at ours)\b")
_OWN_PLACE = lazy(
    rf"{_CUSTOMER}\b.*\b(?:for us|your own|yourself|yourselves|at your (?:\w+ )?(?:place|end|site|home|"
    r"warehouse|premises))\b",
    needs="you|customer",
)


_TALKS = lazy(
    r"\b(?:call|ring|phone|write|mail|e-?mail|text|answer|tell|inform|remind)s? (?:to )?"
    r"(?:you|him|her|them|your \w+)\b",
    needs="call|ring|phone|write|mail|text|answer|tell|inform|remind",
)
_TO_US = lazy(
    r"\b(?:send|ship|bring|return|give|lend|deliver|hand)(?:s|ed)? (?:it |them |back )?(?:us\b|(?:back )?to us\b)|"
    r"\bback to us\b",
    needs="us",
)


def is_said_to_somebody(folded: str) -> bool:
    """Whether somebody is called, written to or told something: *the driver calls you*."""
    return _TALKS.search(folded) is not None


def goes_to_us(folded: str) -> bool:
    """Whether something comes from a customer to us: *you send us ten pallets*."""
    return _TO_US.search(folded) is not None


def is_customers_doing(folded: str) -> bool:
    """Whether the words up to an amount tell what a customer does, rather than what one gets.

    >>> is_customers_doing("you approve the hard proof within"), is_customers_doing("you get the hard proof within")
    (True, False)
    """
    found = _DOES.search(folded)
    return found is not None and found["verb"] not in _RECEIVES and not _WE_AFTER.search(found["rest"])


def is_customers_keeping(folded: str) -> bool:
    """Whether a customer keeps or stores the thing, at a place of his own or for us.

    >>> is_customers_keeping("you store it for us"), is_customers_keeping("you store it with us for three months")
    (True, False)
    """
    if _WITH_US.search(folded):
        return False
    return _KEEPS.search(folded) is not None or _OWN_PLACE.search(folded) is not None
