from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.library.frame import read_frame
from kb.model.glossary import Term
from kb.model.library import Company, Frame
from kb.model.problem import ERROR, WARNING, Problem
from kb.model.process import Route
from kb.words.units import UNITS

WORKING_DAY = UNITS[("working", "day")]
AS_LIST = "Write it as `[one, two]`, or as one `- item` a line."
TERM_KEYS = "The keys here are term, customers, means, avoid, instead."
NAMES = ("kb.yaml", "people.yaml", "process.yaml", "glossary.yaml")

COMPANY = """\
company: Northfold Packaging
review: 180 days            # how long a signature holds, unless an article says otherwise
sheet: [lead-time-standard, minimum-order, colour-match]     # what a cheat sheet holds when nothing is chosen, in order
publish:                    # what `kb publish DIR` writes
  - sheet.pdf
  - pocket.pdf --paper phone
  - handbook.html
  - leave-behind.pdf --for customer
default_audience: inside    # for articles that name none: inside, sales or customer
share_searches: no          # yes: searches without an answer go to content/searches/, without a person's name
"""
PEOPLE = """\
planning:
  name: Planning desk
  reach: planning@example.com, ext. 250
  knows: lead times, rush slots, order changes, capacity
  sales_voice: inside sales, ext. 110      # who signs for sales on this desk's articles
  proud: Nine of ten boxes left on the promised day last year.
  visit: Wednesdays 10:00 and 14:00
"""
PROCESS = """\
steps:
  - id: tooling
    name: Plates and cutting die
    short: Tooling
    desk: tooling
    takes: 5 working days
    what: Printing plates and the steel-rule die are made.
    why: Steel is bent by hand, one rule at a time.
  - {id: board, name: Board from the corrugator, desk: planning, takes: 3 to 5 working days, beside: tooling}
routes:
  - for: new printed box
    steps: [tooling, board, print, queue, cut, glue, check, deliver]
    promised_in: lead-time-standard         # lint: the steps must add up to that article's lead time
"""
GLOSSARY = """\
- term: die
  customers: [cutting forme, forme, cutter]      # their words: synonyms for search and promise
  means: The steel tool that cuts and creases the sheet.
- {term: takt, avoid: true, instead: pace of the line}      # a shop word not to use in an answer
"""


def _frame(**texts: str) -> tuple[Frame, tuple[Problem, ...]]:
    return read_frame({f"{name}.yaml": text.encode() for name, text in texts.items()})


def _problems(**texts: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.sentence) for problem in _frame(**texts)[1]]


def _company(text: str) -> tuple[Company, list[tuple[int, str]]]:
    frame, problems = _frame(kb=text)
    return frame.company, [(problem.line, problem.sentence) for problem in problems]


def test_the_sample_company_is_read_without_a_problem() -> None:
    content = Path(__file__).parent.parent / "content"
    frame, problems = read_frame({name: (content / name).read_bytes() for name in NAMES})
    assert problems == ()
    assert (frame.company.name, len(frame.desks), len(frame.process.steps)) == ("Northfold Packaging", 10, 11)
    assert all(step.takes for step in frame.process.steps)
    assert all(term.means or (term.avoid and term.instead) for term in frame.terms)


def test_terms_are_read() -> None:
    frame, problems = _frame(glossary=GLOSSARY)
    assert problems == ()
    assert frame.terms == (
        Term(
            term="die",
            customers=("cutting forme", "forme", "cutter"),
            means="The steel tool that cuts and creases the sheet.",
            line=1,
        ),
        Term(term="takt", avoid=True, instead="pace of the line", line=4),
    )


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "---\n", "\ufeff"])
def test_missing_and_empty_files_are_an_empty_frame(text: str) -> None:
    assert _frame() == (Frame(), ())
    assert _frame(kb=text, people=text, process=text, glossary=text) == (Frame(), ())


def test_keys_without_a_value_are_as_if_not_written() -> None:
    assert _company("company:\nreview:\nsheet:\npublish:\ndefault_audience:\nshare_searches:\n")[1] == []
    assert _problems(process="steps:\nroutes:\n", people="planning:\n") == []


def test_a_broken_file_never_hides_the_others() -> None:
    for broken in range(4):
        texts = [COMPANY, PEOPLE, PROCESS, GLOSSARY]
        texts[broken] = "company: Pump: x\n"
        frame, problems = read_frame(dict(zip(NAMES, (text.encode() for text in texts), strict=True)))
        read = (frame.company != Company(), bool(frame.desks), bool(frame.process.steps), bool(frame.terms))
        assert read == tuple(place != broken for place in range(4))
        assert problems == (Problem(NAMES[broken], 1, 'put the value in quotes: `company: "Pump: x"`.', ERROR),)


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
@pytest.mark.parametrize("name", NAMES)
def test_another_encoding_is_a_problem_of_that_file(name: str, encoding: str) -> None:
    frame, problems = read_frame({name: "a: é\n".encode(encoding)})
    assert frame == Frame()
    assert [(problem.path, problem.line) for problem in problems] == [(name, 1)]
    assert problems[0].sentence.endswith("Save it as UTF-8.")


def test_a_file_of_more_than_a_mebibyte_is_not_read() -> None:
    frame, problems = read_frame({"glossary.yaml": b"- term: die\n" + b"#" * (1 << 20)})
    assert frame == Frame()
    assert [(problem.line, problem.sentence) for problem in problems] == [
        (0, "this file is larger than 1,024 KiB and is not read. Shorten it."),
    ]


def test_an_unknown_key_is_a_warning_with_the_nearest_one() -> None:
    texts = {
        "kb": "company: X\ndefault_audiance: sales\n",
        "people": "planning:\n  reach: ext. 250\n  sales voice: x\n",
        "process": "step: []\nroutes:\n  - {for: x, steps: [a], promissed_in: y}\nsteps:\n  - {id: a, tekes: 1 day}\n",
        "glossary": "- {term: die, meaning: x, colour: red}\n",
    }
    assert _frame(**texts)[1] == (
        Problem("glossary.yaml", 1, f"unknown key 'colour'. {TERM_KEYS}", WARNING),
        Problem("glossary.yaml", 1, f"unknown key 'meaning'. {TERM_KEYS}", WARNING),
        Problem("kb.yaml", 2, "unknown key 'default_audiance'. Did you mean 'default_audience'?", WARNING),
        Problem("people.yaml", 3, "unknown key 'sales voice'. Did you mean 'sales_voice'?", WARNING),
        Problem("process.yaml", 1, "unknown key 'step'. Did you mean 'steps'?", WARNING),
        Problem("process.yaml", 3, "unknown key 'promissed_in'. Did you mean 'promised_in'?", WARNING),
        Problem("process.yaml", 5, "unknown key 'tekes'. Did you mean 'takes'?", WARNING),
    )


def test_text_that_yaml_drops_as_a_comment_is_a_warning() -> None:
    assert _frame(people="planning:\n  name: Planning #5\n  reach: ext. 250  # in the hall\n")[1] == (
        Problem("people.yaml", 2, "what follows ` #` is dropped as a comment: '#5'. Put the value in quotes.", WARNING),
    )


def test_a_step_or_term_that_stands_twice_is_an_error_and_the_first_is_kept() -> None:
    frame, problems = _frame(
        process="steps:\n- {id: cut, name: A}\n- {id: Cut, name: B}\n",
        glossary="- {term: die, means: A}\n- {term: Die, means: B}\n",
    )
    assert [step.name for step in frame.process.steps] == ["A"]
    assert [term.means for term in frame.terms] == ["A"]
    assert [(problem.path, problem.line, problem.sentence) for problem in problems] == [
        ("glossary.yaml", 2, "the term 'Die' stands on line 1 already. Make it one entry."),
        ("process.yaml", 3, "the step 'Cut' stands on line 2 already. Rename one of them."),
    ]


def test_entries_without_their_name_are_errors_and_the_others_are_read() -> None:
    frame, problems = _frame(
        process="steps:\n- {name: A}\n- cut\n- {id: glue}\nroutes:\n- {for: x}\n- {steps: [glue]}\n",
        glossary="- {means: A}\n- die\n- {term: box}\n",
    )
    assert [step.key for step in frame.process.steps] == ["glue"]
    assert frame.process.routes == (Route(for_what="", steps=("glue",), line=7),)
    assert [term.term for term in frame.terms] == ["box"]
    assert [(problem.path, problem.line, problem.sentence) for problem in problems] == [
        ("glossary.yaml", 1, "an entry has no `term:`. Write `- term: die`."),
        ("glossary.yaml", 2, "this item has no keys. Write it as `- key: value`."),
        ("process.yaml", 2, "a step has no `id:`. Write `- id: cutting`."),
        ("process.yaml", 3, "this item has no keys. Write it as `- key: value`."),
        ("process.yaml", 6, "a route has no `steps:`. Write `steps: [cutting, packing]` below its `for:`."),
    ]


def test_the_wrong_kind_of_file_is_an_error_with_the_way_to_write_it() -> None:
    assert _frame(kb="- a\n", people="- a\n", process="- id: cut\n", glossary="die: x\n")[1] == (
        Problem("glossary.yaml", 1, "glossary.yaml is no list. Begin each entry with `- term:`."),
        Problem("kb.yaml", 1, "kb.yaml is a list. Write it as lines of `key: value`, such as `company: Your name`."),
        Problem(
            "people.yaml", 1, "people.yaml is a list. Write each desk as `planning:` with its keys indented below it."
        ),
        Problem("process.yaml", 1, "process.yaml is a list. Write `steps:` above it and indent it."),
    )
    assert _problems(process="steps: cut\n") == [
        (1, f"`steps` holds no list. {AS_LIST}"),
    ]


def test_long_texts_are_on_one_line() -> None:
    frame, problems = _frame(
        people="press:\n  proud: >-\n    One line\n    and another.\n  visit: |\n    Mon\n    Tue\n"
    )
    assert problems == ()
    assert (frame.desks[0].proud, frame.desks[0].visit) == ("One line and another.", "Mon Tue")


@given(st.data())
def test_any_change_of_the_four_files_is_read_with_problems_at_their_lines(data: st.DataObject) -> None:
    texts = [COMPANY, PEOPLE, PROCESS, GLOSSARY]
    sources: dict[str, bytes] = {}
    for name, text in zip(NAMES, texts, strict=True):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 4)))
        put = data.draw(st.sampled_from(["", "[", "- ", "\n", ": ", "&a ", "'", "\t", "{", "\x1b", "#", "x"]))
        sources[name] = (text[:start] + put + text[end:]).encode()
    _frame_read, problems = read_frame(sources)
    assert all(0 < problem.line <= sources[problem.path].count(b"\n") + 2 for problem in problems)


@given(st.dictionaries(st.sampled_from(NAMES), st.binary(max_size=40)))
def test_any_bytes_are_read_or_told(sources: dict[str, bytes]) -> None:
    _frame_read, problems = read_frame(sources)
    assert {problem.path for problem in problems} <= set(sources)
