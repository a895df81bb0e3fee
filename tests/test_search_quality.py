"""That a change does not make the search worse: BANKING77, and what a search imports."""

import subprocess
import sys
from pathlib import Path
from statistics import fmean

import pytest
from conftest import SAMPLE
from search_samples import built

from kb.library.load import load_library
from kb.words.tokens import content_stems

sys.path.insert(0, str(Path(__file__).parent / "bench"))
from quality import QUESTIONS, asked, banking77_ranks, gain, questions, rank, right, shares


def test_banking77_is_found_as_well_as_ever(tmp_path: Path) -> None:
    ranks = banking77_ranks(tmp_path)

    assert fmean(map(gain, ranks["query"])) > 0.784
    assert fmean(map(gain, ranks["typo"])) > 0.772


def test_the_sample_company_is_asked_enough_and_not_in_its_titles_words() -> None:
    titles = {article.slug: set(content_stems(article.title)) for article in load_library(SAMPLE).articles}
    answerable = [each for each in questions("") if right(each)]
    strange = [each for each in answerable if not titles[right(each)[0]] & set(content_stems(each["ask"]))]
    assert len(answerable) >= 150
    assert len(strange) >= 50
    assert {slug for each in answerable for slug in right(each)} == set(titles)


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_half_of_the_questions_that_is_looked_at_is_found_as_well_as_ever(name: str, tmp_path: Path) -> None:
    clean = [rank(result, right(each)) for each, result in asked(tmp_path, name, "dev") if each["kind"] == "clean"]
    assert fmean(place == 1 for place in clean) > 0.88, shares(clean)
    assert fmean(0 < place <= 3 for place in clean) >= 0.96, shares(clean)


@pytest.mark.parametrize(("name", "least"), [("", 0.95), ("counter ", 0.92)])
def test_an_answer_is_told_from_none_as_well_as_ever(name: str, least: float, tmp_path: Path) -> None:
    judged = [bool(right(each)) == bool(result and result.answered) for each, result in asked(tmp_path, name, "dev")]
    assert fmean(judged) >= least


def test_a_search_imports_no_more_than_it_needs(tmp_path: Path) -> None:
    built(tmp_path)
    program = f"""
import sys
from pathlib import Path
sys.path[:] = {sys.path!r}
from kb.search.index import open_searcher
from kb.search.search import search
with open_searcher(Path({str(tmp_path)!r})) as searcher:
    assert search(searcher, "smalest quantity of 20kg boxes", limit=3).corrected
parts = "qparser highlight query searching writing sorting".split()
heavy = [*("whoosh." + part for part in parts), "yaml", "rich", "dataclasses"]
print([name for name in heavy if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("[]\n", "")
