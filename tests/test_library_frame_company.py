import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.library.frame import read_frame
from kb.model.library import Company, Frame

AS_LIST = "Write it as `[one, two]`, or as one `- item` a line."
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


def _company(text: str) -> tuple[Company, list[tuple[int, str]]]:
    frame, problems = read_frame({"kb.yaml": text.encode()})
    return frame.company, [(problem.line, problem.sentence) for problem in problems]


def test_the_settings_are_read_with_the_line_of_each() -> None:
    assert read_frame({"kb.yaml": COMPANY.encode()}) == (
        Frame(
            company=Company(
                name="Northfold Packaging",
                review_days=180,
                sheet=("lead-time-standard", "minimum-order", "colour-match"),
                publish=("sheet.pdf", "pocket.pdf --paper phone", "handbook.html", "leave-behind.pdf --for customer"),
                default_audience="inside",
                share_searches=False,
                key_lines=(
                    ("company", 1), ("review", 2), ("sheet", 3), ("publish", 4), ("default_audience", 9),
                    ("share_searches", 10), ("sheet:lead-time-standard", 3), ("sheet:minimum-order", 3),
                    ("sheet:colour-match", 3), ("publish:sheet.pdf", 5), ("publish:pocket.pdf --paper phone", 6),
                    ("publish:handbook.html", 7), ("publish:leave-behind.pdf --for customer", 8),
                ),
            )
        ),
        (),
    )  # fmt: skip


def test_a_list_where_a_text_is_wanted_is_an_error_and_the_rest_is_read() -> None:
    company, problems = _company("company: [A, B]\nreview: 90 days\nsheet: {a: b}\nshare_searches: [yes]\n")
    assert (company.name, company.review_days, company.sheet, company.share_searches) == ("", 90, (), False)
    assert problems == [
        (1, "`company` holds a list where a text is wanted. Write it on one line."),
        (
            3,
            f"`sheet` holds a table of keys where a list is wanted. {AS_LIST}",
        ),
        (4, "`share_searches` holds a list where a text is wanted. Write it on one line."),
    ]


def test_an_item_of_a_list_that_is_no_text_is_an_error_and_the_others_are_read() -> None:
    company, problems = _company("sheet:\n  - a\n  - b: c\n  - [d]\n  - e\n")
    assert company.sheet == ("a", "e")
    assert problems == [
        (3, "an item of `sheet` holds more than a text. Put it in quotes."),
        (4, "an item of `sheet` holds more than a text. Put it in quotes."),
    ]


def test_a_list_may_be_one_text_with_commas() -> None:
    company, problems = _company("sheet: a, b ,, c\npublish: sheet.pdf\n")
    assert (company.sheet, company.publish, problems) == (("a", "b", "c"), ("sheet.pdf",), [])
    assert company.key_lines == (
        ("sheet", 1), ("publish", 2), ("sheet:a", 1), ("sheet:b", 1), ("sheet:c", 1), ("publish:sheet.pdf", 2),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "days"),
    [("180 days", 180), ("10 years", 3650), ("6 months", 180), ("2 weeks", 14), ("90", 90), ("'1 year'", 365)],
)
def test_a_review_interval_is_read_into_days(said: str, days: int) -> None:
    company, problems = _company(f"review: {said} # a comment\n")
    assert (company.review_days, problems) == (days, [])


@pytest.mark.parametrize(
    "said", ["never", "3 to 6 months", "0 days", "9,999,999 years", "2,5 years", "180 boxes", "-3"]
)
def test_a_review_interval_that_cannot_be_read_is_an_error_and_the_usual_one_holds(said: str) -> None:
    company, problems = _company(f"company: X\nreview: {said}\n")
    assert company.review_days == 180
    assert problems == [(2, f"I can't read '{said}' as a length of time. Write it like `review: 180 days`.")]


@pytest.mark.parametrize(
    ("said", "shared"),
    [("yes", True), ("Yes", True), ("true", True), ("on", True), ("no", False), ("FALSE", False), ("off", False)],
)
def test_yes_and_no_are_read_as_people_write_them(said: str, shared: bool) -> None:  # noqa: FBT001 - a table's column
    company, problems = _company(f"share_searches: {said}\n")
    assert (company.share_searches, problems) == (shared, [])


@pytest.mark.parametrize("said", ["perhaps", "1", "yes please", "null"])
def test_what_is_neither_yes_nor_no_is_an_error_and_no(said: str) -> None:
    company, problems = _company(f"share_searches: {said}\n")
    assert company.share_searches is False
    assert problems == [(1, f"`share_searches` is neither yes nor no: '{said}'. Write yes or no.")]


@pytest.mark.parametrize("said", ["customer", "sales", "inside", '"customer"', "'sales '"])
def test_each_of_the_three_readers_is_a_default_audience(said: str) -> None:
    company, problems = _company(f"default_audience: {said}\n")
    assert (company.default_audience, problems) == (said.strip("\"' "), [])


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("Customer", "Did you mean 'customer'?"),
        ("custmer", "Did you mean 'customer'?"),
        ("customers", "Did you mean 'customer'?"),
        ("public", "Write customer, sales or inside."),
        ("\u0441ustomer", "Did you mean 'customer'?"),
    ],
)
def test_any_other_default_audience_is_an_error_and_inside(said: str, hint: str) -> None:
    company, problems = _company(f"default_audience: {said}\n")
    assert company.default_audience == "inside"
    assert problems == [(1, f"`default_audience` can't be '{said}'. {hint}")]


@pytest.mark.parametrize(
    "line",
    [
        "default_audience: [customer]",
        "default_audience: customer, sales",
        'default_audience: "customer\\u00a0"',
        "default_audience: customer\u00a0",
        "default_audience: cust\u200bomer",
        "default_audience: {customer: yes}",
        "default_audience: |\n  customer\n  sales",
        "default_audience: inside\ndefault_audience: customer",
        "default_audience: &a customer",
        "default_audience: !x customer",
        "default_audience:customer",
    ],
)
def test_a_doubtful_default_audience_is_told_and_inside(line: str) -> None:
    company, problems = _company(f"company: X\n{line}\n")
    assert company.default_audience == "inside"
    assert len(problems) == 1


@given(st.data())
def test_a_changed_default_audience_is_for_customers_only_where_it_still_says_exactly_that(data: st.DataObject) -> None:
    line = "default_audience: customer"
    at = data.draw(st.integers(0, len(line)))
    put = data.draw(st.just("") | st.characters(codec="utf-8"))
    changed = line[:at] + put + line[at + data.draw(st.integers(0, 1)) :]
    frame, _problems = read_frame({"kb.yaml": changed.encode()})
    says_so = "".join(changed.removeprefix("\ufeff").split()) == "default_audience:customer"
    assert frame.company.default_audience == "inside" or says_so
