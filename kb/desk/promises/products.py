"""Whether a clause says something about the product or the service that a salesperson may have to answer for."""

from kb.desk.promises.ground import Ground
from kb.words.lists import word_set
from kb.words.patterns import lazy
from kb.words.roots import placed_words
from kb.words.tokens import STOP_WORDS

_VERBS = word_set(
    "offer make provide supply print deliver ship guarantee promise ensure include support handle accept produce "
    "run give keep store hold match design do bake cut build host have stock carry take sell fit add cover refund "
    "replace repair test check certify work open monitor back scale answer respond reply decorate arrange collect "
    "pack wrap label personalise customise migrate encrypt restore makes takes get come comes gets made done fine "
    "ok okay possible happy gladly please works choose decide"
)
"""What a supplier does, and how it may be taken: no news about a product."""

_WE_DO = lazy(
    r"\b(?:we|our (?:\w+ ){1,3}|all our (?:\w+ ){1,2})(?:'ll|'re|'ve)? ?(?:(?:will|can|could|do|also|even|always|"
    r"often|usually|gladly|happily|now|are able to|would|may|are|have|never|don't|cannot|can't|do not) )*\w+"
)
_YOU_GET = lazy(
    r"\b(?:you(?:'ll| will| can| may| could)?(?: also| always)? (?:get|have|receive|choose|order|expect|use|"
    r"visit|bring|change|cancel|return|pay|store|see|"
    r"collect|pick|send|add|upgrade|book)|comes? with|is included|are included|available)\b"
)
_IS = lazy(
    r"\b(?:is|are|comes?|has|have|can|will|stays?|lasts?|withstands?|resists?|holds?|fits?|works?|takes?|costs?|"
    r"stands?|survives?|keeps?|contains?|supports?|runs?|"
    r"needs?|made|never|always|may|look|looks|glow|glows|shows?|lies|gets?|goes|go|find|finds|accepts?|carry|"
    r"carries|arrives?|weighs?)\b"
    r"|^\W*(?:and |so |but |that )?(?:the|our|your|all|every|each|these|a|an|my) (?:\w+[ -]){1,3}?\w+s? (?:a|an|"
    r"the|your|our|in|on|at|with|to|for|from|without|by|\w+ly)\b"
)
_POSSIBLE = lazy(
    r"\b(?:is|are|isn't|'s|will be|would be)(?: also| always| easily| quite| perfectly| of course| certainly)* "
    r"(?:possible|available|feasible|doable|included|standard|no problem|no issue|never a problem|not a problem|"
    r"part of (?:the|our)|on offer|in stock)\b"
)
"""What is said of things that somebody may have, whatever they are: *gold foil is possible*."""

_HOW_POSSIBLE = word_set(
    "available feasible doable included standard problem issue part offer stock never not always also"
)

_SIDE = lazy(
    r"^\W*(?:and |or |but )?(?:if|when|once|unless|as soon as|because|since|whether|after|before|"
    r"as)\b"
)
_MONEY = lazy(r"[€£$¥₹]|\b(?:eur|gbp|usd|chf|price list)\b")
_VERB_FIRST = lazy(r"^\W*(?:and|but) (?:is|are|comes?|has|includes?|gets?|goes|shows?|works?|can|will)\b")
_SHORT = 6


def is_offer(folded: str, ground: Ground, *, alone: bool) -> bool:
    """Whether a folded clause that no number decides on still tells of the product or the service."""
    if _SIDE.match(folded) or _MONEY.search(folded):
        return False
    words = placed_words(folded)
    told = [word for word in words if word.text not in STOP_WORDS and word.text.isalpha() and word.text not in _VERBS]
    if not told:
        return False
    if _VERB_FIRST.match(folded) and len(told) > 1:
        return True
    named = any(word.text not in _HOW_POSSIBLE for word in told)
    if _WE_DO.search(folded) or _YOU_GET.search(folded) or (named and _POSSIBLE.search(folded)):
        return True
    own = any(word.root in ground.lexicon.known or word.root in ground.generic for word in told)
    if own and _IS.search(folded):
        return True
    return alone and (own or len(words) <= _SHORT)
