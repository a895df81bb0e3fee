"""Units of measure with the family in which they compare exactly; knows no figures.

Times that cannot be turned into each other exactly are families of their own: a month has no fixed number of days, a
working day no fixed number of hours, and how many working days a week has depends on where it lies.

    clock             seconds, minutes, hours               in seconds
    working hours     working hours                         in working hours
    working time      working days, working weeks (of 5)    in working days
    calendar time     days, weeks, fortnights               in days
    calendar months   months, years                         in months
    time of day       10:00, 2 pm                           in minutes after midnight

Lengths are in micrometres, masses in milligrams, volumes in millilitres, areas in square millimetres. Every factor is
exact (inch, foot, yard, mile, ounce and pound by the international agreement of 1959). A currency is a family of its
own, as is every noun: `money:€`, `count:box` (after its stem).
"""

from decimal import Decimal

from kb.model.number import Unit
from kb.words.patterns import lazy
from kb.words.stems import singular, stem

CLOCK = "clock"
WORKING_HOURS = "working hours"
WORKING_TIME = "working time"
CALENDAR_TIME = "calendar time"
CALENDAR_MONTHS = "calendar months"
TIME_FAMILIES = (CLOCK, WORKING_HOURS, WORKING_TIME, CALENDAR_TIME, CALENDAR_MONTHS)
"""How long something takes or lasts."""

TIME_OF_DAY = "time of day"
LENGTH = "length"
MASS = "mass"
SHARE = "share"
TEMPERATURE = "temperature"
COLOUR_DIFFERENCE = "colour difference"
BARE_FAMILY = "figure"

BARE = Unit("", BARE_FAMILY)
"""No unit at all: `at most 4`."""

O_CLOCK = Unit("o'clock", TIME_OF_DAY)

# Name, family, factor, and the ways to write it, folded; a way may have several words.
_TABLE: tuple[tuple[str, str, str, str], ...] = (
    ("second", CLOCK, "1", "second|seconds|sec|secs"),
    ("minute", CLOCK, "60", "minute|minutes|min|mins"),
    ("hour", CLOCK, "3600", "hour|hours|h|hr|hrs|clock hour|clock hours"),
    ("working hour", WORKING_HOURS, "1", "working hour|working hours|business hour|business hours|office hours"),
    (
        "working day",
        WORKING_TIME,
        "1",
        (
            "working day|working days|business day|business days|work day|work days|workday|workdays|wd|wds|w d|"
            "wkg day|wkg days"
        ),
    ),
    ("working week", WORKING_TIME, "5", "working week|working weeks|business week|business weeks|work week|work weeks"),
    ("day", CALENDAR_TIME, "1", "day|days|calendar day|calendar days"),
    ("week", CALENDAR_TIME, "7", "week|weeks|wk|wks|calendar week|calendar weeks"),
    ("fortnight", CALENDAR_TIME, "14", "fortnight|fortnights"),
    ("month", CALENDAR_MONTHS, "1", "month|months|calendar month|calendar months|mth|mths"),
    ("decade", CALENDAR_MONTHS, "120", "decade|decades"),
    ("year", CALENDAR_MONTHS, "12", "year|years|yr|yrs|calendar year|calendar years"),
    ("%", SHARE, "1", "%|percent|per cent|pct|percentage points"),
    ("µm", LENGTH, "1", "μm|um|micron|microns|micrometre|micrometres|micrometer|micrometers"),
    ("mm", LENGTH, "1000", "mm|millimetre|millimetres|millimeter|millimeters"),
    ("cm", LENGTH, "10000", "cm|centimetre|centimetres|centimeter|centimeters"),
    ("m", LENGTH, "1000000", "m|metre|metres|meter|meters"),
    ("km", LENGTH, "1000000000", "km|kilometre|kilometres|kilometer|kilometers"),
    ("inch", LENGTH, "25400", "inch|inches|″"),
    ("foot", LENGTH, "304800", "foot|feet|ft"),
    ("yard", LENGTH, "914400", "yard|yards|yd|yds"),
    ("mile", LENGTH, "1609344000", "mile|miles"),
    ("mm²", "area", "1", "mm2|square millimetre|square millimetres|square millimeters"),
    ("cm²", "area", "100", "cm2|square centimetre|square centimetres|square centimeters"),
    ("m²", "area", "1000000", "m2|sqm|square metre|square metres|square meter|square meters"),
    ("mg", MASS, "1", "mg|milligram|milligrams"),
    ("g", MASS, "1000", "g|gram|grams|gramme|grammes"),
    ("kg", MASS, "1000000", "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes"),
    ("t", MASS, "1000000000", "t|tonne|tonnes|ton|tons|metric ton|metric tons"),
    ("lb", MASS, "453592.37", "lb|lbs"),
    ("oz", MASS, "28349.523125", "oz|ounce|ounces"),
    ("ml", "volume", "1", "ml|millilitre|millilitres|milliliter|milliliters"),
    ("cl", "volume", "10", "cl|centilitre|centilitres"),
    ("l", "volume", "1000", "l|litre|litres|liter|liters"),
    ("m³", "volume", "1000000", "m3|cubic metre|cubic metres|cubic meter|cubic meters"),
    ("°C", TEMPERATURE, "1", "°c|degrees c|degree c|degrees celsius|degree celsius|celsius"),
    ("°F", "temperature:°F", "1", "°f|degrees f|degrees fahrenheit|fahrenheit"),
    ("pt", "type size", "1", "pt|pts|point|points"),
    ("ΔE", COLOUR_DIFFERENCE, "1", "δe|δ e|delta e|deltae|δe00|δe2000|δe76|delta e00|delta e2000|de2000"),
    ("€", "money:€", "1", "€|euro|euros|eur"),
    ("£", "money:£", "1", "£|pound|pounds|pound sterling|pounds sterling|gbp"),
    ("$", "money:$", "1", "$|dollar|dollars|usd|us dollar|us dollars|us $"),
    ("¥", "money:¥", "1", "¥|yen|jpy"),
    ("CHF", "money:CHF", "1", "chf|swiss franc|swiss francs|franc|francs"),
    ("SEK", "money:SEK", "1", "sek|swedish krona|swedish kronor|kronor"),
    ("NOK", "money:NOK", "1", "nok|norwegian kroner"),
    ("DKK", "money:DKK", "1", "dkk|danish kroner"),
    ("zł", "money:zł", "1", "zł|zl|pln|zloty|zlotys"),
    ("₹", "money:₹", "1", "₹|inr|rupee|rupees"),
)

UNITS: dict[tuple[str, ...], Unit] = {
    tuple(way.split()): Unit(name, family, Decimal(factor))
    for name, family, factor, ways in _TABLE
    for way in ways.split("|")
}
"""By the folded words of each way to write it."""

LONGEST = max(map(len, UNITS))
"""How many words the longest way to write a unit has."""

TIME_WORDS = (
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "working day", "working days", "week",
    "weeks", "working week", "working weeks", "month", "months", "year", "years", "decade", "decades", "fortnight",
)  # fmt: skip
"""Units of time written out, for near matches."""

_VOWEL = lazy("[^\\x00-\\x7f]|[aeiouy]")
"""A noun without one is a short sign: `500 gb`, `3,000 rpm`."""

_SYMBOLS = frozenset(unit.name for unit in UNITS.values() if unit.name not in ("inch", "foot", "yard", "mile"))


def is_time(unit: Unit) -> bool:
    """Whether it measures how long something takes or lasts."""
    return unit.family in TIME_FAMILIES


def is_measure(unit: Unit) -> bool:
    """Whether it is a measure, not a noun that is counted, nor money, nor nothing."""
    return unit.family != BARE_FAMILY and not unit.family.startswith(("count:", "money:"))


def noun_unit(phrase: str) -> Unit:
    """The unit for a noun, with the words that go before it: `spot colour`, of the family `count:colour`.

    Expects folded words; the last is the noun. Comparison is by the noun alone.
    """
    before, space, noun = phrase.rpartition(" ")
    one = singular(noun)
    return Unit(before + space + one, f"count:{stem(one)}")


def has_plural(unit: Unit) -> bool:
    """Whether the unit's name is a word that takes a plural, not a sign: `day`, `box`; not `mm`, nor `gb`."""
    is_word = is_time(unit) or (unit.name not in _SYMBOLS and _VOWEL.search(unit.name.rpartition(" ")[2]))
    return bool(unit.name and is_word) and unit.family != TIME_OF_DAY
