"""How an answer stands, in the words that a salesperson reads on a hand-out; the state is worked out elsewhere."""

from typing import NamedTuple

from kb.model.agreement import Standing
from kb.model.states import AGREED, CHANGED, DUE, TIGHTENED
from kb.words.spoken import day_words

MAY_SAY = "You may say this"
ASK = "Ask first"


class StandingWords(NamedTuple):
    """A state with its sign."""

    sign: str
    """●, ○ or ▲: the words tell it all, the sign is for the eye."""

    words: str


def standing_words(standing: Standing) -> StandingWords:
    """The words for a state, with its date where there is one."""
    on = f", agreed {day_words(standing.on)}" if standing.on else ""
    told = {
        AGREED: StandingWords("●", f"{MAY_SAY}{on}"),
        TIGHTENED: StandingWords("●", f"{MAY_SAY}, wording waits for sales"),
        CHANGED: StandingWords("●", f"{MAY_SAY}{on.replace(', agreed', ', as agreed on')}; a new version waits"),
        DUE: StandingWords("○", f"{MAY_SAY}, being checked"),
    }
    return told.get(standing.state, StandingWords("▲", ASK))
