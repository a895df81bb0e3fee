"""The rules for authors: what `kb lint` finds in a content folder that could be read; changes nothing.

A rule is a function from the library to its problems, whose name says what is true where it finds none. To add one,
write it in the file of its theme and put its name into CHECKS.
"""

from collections.abc import Callable, Iterable

from kb.library.checks.answers import answers_are_short, sentences_are_short
from kb.library.checks.company import (
    articles_name_their_readers,
    outputs_can_be_published,
    sheet_articles_exist,
    sheet_names_each_article_once,
)
from kb.library.checks.desks import answers_have_a_desk, desks_exist, steps_have_desks_that_exist
from kb.library.checks.links import links_lead_somewhere, links_stay_with_their_reader
from kb.library.checks.names import (
    aliases_lead_to_one_article,
    names_work_on_windows,
    no_copies_are_left,
    slugs_are_unique,
    slugs_differ_everywhere,
    titles_differ,
)
from kb.library.checks.numbers import (
    additions_count_once,
    answers_agree_with_their_numbers,
    notices_change_something,
    numbers_agree,
    strengths_are_guaranteed,
)
from kb.library.checks.process import (
    routes_keep_their_promise,
    steps_do_not_wait_for_each_other,
    steps_that_are_named_exist,
)
from kb.library.checks.shop_words import shop_words_are_avoided
from kb.library.checks.unseen import nothing_is_unseen
from kb.library.checks.wordings import (
    customers_words_exist,
    phrases_not_to_say_are_quoted,
    wordings_lead_to_one_article,
)
from kb.model.library import Library
from kb.model.problem import Problem

CHECKS: tuple[Callable[[Library], Iterable[Problem]], ...] = (
    desks_exist,
    answers_have_a_desk,
    steps_have_desks_that_exist,
    slugs_are_unique,
    slugs_differ_everywhere,
    no_copies_are_left,
    names_work_on_windows,
    titles_differ,
    aliases_lead_to_one_article,
    answers_are_short,
    sentences_are_short,
    shop_words_are_avoided,
    customers_words_exist,
    wordings_lead_to_one_article,
    phrases_not_to_say_are_quoted,
    numbers_agree,
    answers_agree_with_their_numbers,
    strengths_are_guaranteed,
    additions_count_once,
    notices_change_something,
    links_lead_somewhere,
    links_stay_with_their_reader,
    steps_that_are_named_exist,
    steps_do_not_wait_for_each_other,
    routes_keep_their_promise,
    sheet_articles_exist,
    sheet_names_each_article_once,
    outputs_can_be_published,
    articles_name_their_readers,
    nothing_is_unseen,
)


def check(library: Library) -> tuple[Problem, ...]:
    """Everything that writers should know: what reading found and what the rules find, by file and line."""
    found = (problem for rule in CHECKS for problem in rule(library))
    return tuple(sorted({*library.problems, *found}))
