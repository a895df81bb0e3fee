"""Other spellings of a word: British for American and back. Knows no collection.

Only for words that a collection does not know as they were typed, so a rule may propose what is no word at all.
"""

import re

RULES = (
    (r"our(?=$|[^aeiou]|able|ing|ed|er|ite|i[sz])", "or"),  # colour, favourite, moulding is in the list
    (r"(?<=[^aeiou\W])or(?=$|[^aeiou]|able|ing|ed|er|ite|i[sz])", "our"),
    (r"(?<=[^aeiou\W])re(?=s?$|d$)", "er"),  # centre, fibres
    (r"(?<=[^aeiou\W])er(?=s?$)", "re"),
    (r"(?<=[^aeiou\W])(?:red|ered)$", "ered"),
    (r"(?<=[^aeiou\W])ered$", "red"),
    (r"(?<=[^aeiou\W])ring$", "ering"),
    (r"(?<=[^aeiou\W])ering$", "ring"),
    (r"(?<=[a-z]{2})is(?=e|ing$|ation|able)", "iz"),  # organise
    (r"(?<=[a-z]{2})iz(?=e|ing$|ation|able)", "is"),
    (r"ys(?=e|ing$)", "yz"),  # analyse
    (r"yz(?=e|ing$)", "ys"),
    (r"(?<=[aeiou])ll(?=ed$|ing$|er|ation|able)", "l"),  # cancelled, labelling
    (r"(?<=[^aeiou\W][aeiou])l(?=ed$|ing$|er|ation|able)", "ll"),
    (r"ogue(?=s?$)", "og"),  # catalogue
    (r"og(?=s?$)", "ogue"),
    (r"ence(?=[sd]?$)", "ense"),  # licence
    (r"ens(?=e[sd]?$|ing$)", "enc"),
    (r"dgement", "dgment"),
    (r"dgment", "dgement"),
)
"""Pattern and replacement, in pairs for both ways."""

WORDS = """
aeroplane airplane, ageing aging, aluminium aluminum, artefact artifact, axe ax, calibre caliber, calliper caliper,
centre center, cheque check, cosy cozy, dialling dialing, draught draft, enquir inquir, enrol enroll, fibre fiber,
fulfil fulfill, grey gray, instalment installment, jewellery jewelry, kerb curb, litre liter, manoeuvr maneuver,
metre meter, mould mold, moult molt, moustache mustache, plough plow, practis practic, programme program,
sceptic skeptic, skilful skillful, speciality specialty, storey story, sulph sulf, theatre theater, tonne ton,
towards toward, tyre tire, whisky whiskey, yoghurt yogurt
"""
"""Words that no rule covers, and those that are parts of others (fibreboard)."""

_ROUNDS = 2
"""A word may have two such places: `colorize`, `colourise`."""

_SHORTEST = 4


def other_spellings(word: str) -> tuple[str, ...]:
    """What the folded word may be on the other side of the ocean, likeliest first; most are no words.

    >>> other_spellings("colored")[0], other_spellings("fiberboard")[0]
    ('coloured', 'fibreboard')
    """
    found = {word: None}
    if len(word) >= _SHORTEST and word.isalpha() and word.isascii():
        for _ in range(_ROUNDS):
            found |= dict.fromkeys(each for known in tuple(found) for each in _changed(known))
    return tuple(found)[1:]


def _changed(word: str) -> list[str]:
    listed = [tuple(pair.split()) for pair in WORDS.split(",")]
    swapped = [(a, b) for one, two in listed for a, b in ((one, two), (two, one)) if word.startswith(a)]
    by_list = [other + word[len(one) :] for one, other in swapped]
    by_rule = [re.sub(pattern, other, word) for pattern, other in RULES if re.search(pattern, word)]
    return [each for each in (*by_list, *by_rule) if each != word]
