"""Kb's own sentences about today, for what is read on another day: they name the day instead."""

from datetime import date

from kb.words.spoken import day_words


def dated(sentence: str, day: date) -> str:
    """The sentence with the day in the place of *today*; only for sentences that kb composed.

    >>> dated("At the moment 20 to 23 working days: approved today, by Monday 4 January.", date(2026, 11, 24))
    'At the moment 20 to 23 working days: approved on 24 November, by Monday 4 January.'
    """
    on = day_words(day, year=False)
    return sentence.replace("approved today", f"approved on {on}").replace("counted from today", f"counted from {on}")
