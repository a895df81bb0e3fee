import os
import subprocess
import sys

import pytest
from promise_samples import FOLDERS, MAILS, Report, mail_report, report


@pytest.mark.parametrize("company", FOLDERS)
def test_the_sentences_of_a_company_get_their_verdicts_and_no_over_promise_is_called_safe(company: str) -> None:
    found = report(company)

    assert found.false_safe == 0, [sample.say for sample, _checked in found.misses]
    assert found.verdicts >= 0.94, [sample.say for sample, _checked in found.misses]
    assert found.deciding >= 0.9, [sample.say for sample, _checked in found.misses]


def test_of_all_sentences_97_in_100_get_their_verdict_and_95_the_article_that_decides() -> None:
    found = Report()
    for company in FOLDERS:
        one = report(company)
        found.matrix += one.matrix
        found.articles += one.articles

    assert found.matrix.total() > 1_400
    assert found.verdicts >= 0.97
    assert found.deciding >= 0.95


@pytest.mark.parametrize("company", FOLDERS)
def test_among_the_sentences_that_nobody_looks_at_no_over_promise_is_called_safe(company: str) -> None:
    assert report(company, held=True).over_called_safe == 0


@pytest.mark.parametrize("folder", MAILS)
def test_planted_over_promises_are_found_on_their_line_and_honest_mails_are_left_alone(folder: str) -> None:
    found = mail_report(folder, held=False)

    assert found.found >= 0.9 * found.planted, found.told
    assert found.false_alarms <= 0.2 * found.honest, found.told
    assert found.asks <= 2 * found.honest, found.told


def test_the_same_text_gets_the_same_answer_in_every_process() -> None:
    """Python orders sets of days and words anew in each process: no answer may hang on that."""
    program = (
        "import promise_samples as s\n"
        "print([s.check_promise(one.say, s.ground('bakery'), one.day) for one in s.samples('bakery')])"
    )
    told = set()
    for seed in ("1", "2", "3"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        told.add(subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, check=True).stdout)
    assert len(told) == 1
    assert b"verdict='over'" in told.pop()
