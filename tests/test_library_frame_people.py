from kb.library.frame import read_frame
from kb.model.people import Desk
from kb.model.problem import Problem

PEOPLE = """\
planning:
  name: Planning desk
  reach: planning@example.com, ext. 250
  knows: lead times, rush slots, order changes, capacity
  sales_voice: inside sales, ext. 110      # who signs for sales on this desk's articles
  proud: Nine of ten boxes left on the promised day last year.
  visit: Wednesdays 10:00 and 14:00
"""


def _people(text: str) -> tuple[tuple[Desk, ...], tuple[Problem, ...]]:
    frame, problems = read_frame({"people.yaml": text.encode()})
    return frame.desks, problems


def _told(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.sentence) for problem in _people(text)[1]]


def test_a_desk_is_read() -> None:
    assert _people(PEOPLE) == (
        (
            Desk(
                key="planning",
                name="Planning desk",
                reach="planning@example.com, ext. 250",
                knows="lead times, rush slots, order changes, capacity",
                sales_voice="inside sales, ext. 110",
                proud="Nine of ten boxes left on the promised day last year.",
                visit="Wednesdays 10:00 and 14:00",
                line=1,
            ),
        ),
        (),
    )


def test_a_desk_may_be_only_a_name_and_knows_may_be_a_list() -> None:
    desks, problems = _people("press:\nplanning:\n  knows: [lead times, rush slots]\n")
    assert problems == ()
    assert desks == (
        Desk(key="press", name="press", line=1),
        Desk(key="planning", name="planning", knows="lead times, rush slots", line=2),
    )


def test_a_desk_that_stands_twice_or_has_no_keys_is_an_error() -> None:
    assert _told("press:\nPress:\n") == [(2, "the desk 'Press' stands on line 1 already. Rename one of them.")]
    assert _told("press:\npress:\n") == [(2, "the key 'press' stands here and on line 1. Keep one of them.")]
    assert _told("a: x\nb: [y]\n") == [
        (1, "the desk 'a' has no keys. Write `name:` and `reach:` indented below it."),
        (2, "the desk 'b' has no keys. Write `name:` and `reach:` indented below it."),
    ]
