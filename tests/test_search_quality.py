"""That a change does not make the search worse: BANKING77, and what a search imports."""

import subprocess
import sys
from pathlib import Path
from statistics import fmean

from search_samples import built

sys.path.insert(0, str(Path(__file__).parent / "bench"))
from quality import banking77_ranks, gain


def test_banking77_is_found_as_well_as_ever(tmp_path: Path) -> None:
    ranks = banking77_ranks(tmp_path)

    assert fmean(map(gain, ranks["query"])) > 0.780
    assert fmean(map(gain, ranks["typo"])) > 0.768


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
