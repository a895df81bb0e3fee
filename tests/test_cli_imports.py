"""What a plain search imports: the time that a salesperson waits is mostly imports."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLE, RunKb

ALLOWED = [
    "kb",
    "kb.cli",
    "kb.cli.commands",
    "kb.cli.group",
    "kb.cli.main",
    "kb.cli.options",
    "kb.cli.output",
    "kb.cli.search",
    "kb.errors",
    "kb.files",
    "kb.library",
    "kb.library.scan",
    "kb.model",
    "kb.model.results",
    "kb.model.states",
    "kb.render",
    "kb.render.answer",
    "kb.render.numbers",
    "kb.render.page",
    "kb.render.plain",
    "kb.render.standing",
    "kb.render.times",
    "kb.search",
    "kb.search.analysis",
    "kb.search.evidence",
    "kb.search.index",
    "kb.search.lexicon",
    "kb.search.manifest",
    "kb.search.matching",
    "kb.search.meaning",
    "kb.search.nearby",
    "kb.search.pairs",
    "kb.search.postings",
    "kb.search.query",
    "kb.search.schema",
    "kb.search.scoring",
    "kb.search.sealing",
    "kb.search.search",
    "kb.search.synonyms",
    "kb.session",
    "kb.session.find",
    "kb.session.looking",
    "kb.session.opening",
    "kb.session.session",
    "kb.session.today",
    "kb.settings",
    "kb.text",
    "kb.words",
    "kb.words.daynames",
]
HEAVY = [
    "dataclasses",
    "hypothesis",
    "markdown_it",
    "msgspec",
    "pygments",
    "rich",
    "sqlite3",
    "typst",
    "yaml",
    "whoosh.highlight",
    "whoosh.qparser",
    "whoosh.query",
    "whoosh.searching",
    "whoosh.sorting",
    "whoosh.writing",
]

PROGRAM = """
import sys
from kb.cli.main import main
try:
    main(["--content", {content!r}, "search", "lead time"])
except SystemExit as left:
    assert left.code == 0
print("\\n".join(sys.modules), file=sys.stderr)
"""


def test_a_plain_search_imports_these_modules_and_no_others(kb: RunKb, own_state: Path) -> None:
    assert kb("search", "lead time").code == 0
    assert own_state.exists()
    program = PROGRAM.format(content=str(SAMPLE))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = done.stderr.split()
    assert sorted(name for name in loaded if name.split(".")[0] == "kb") == sorted(ALLOWED)
    assert [name for name in HEAVY if name in loaded] == []


SHEET = """
import sys
from kb.cli.main import main
try:
    main(["--content", {content!r}, "--today", "2026-11-24", "export", {out!r}])
except SystemExit as left:
    assert left.code == 0
with open("/proc/self/status", encoding="utf-8") as told:
    peak = next(line for line in told if line.startswith("VmHWM"))
print("_hashlib" in sys.modules, int(peak.split()[1]) // 1024)
"""


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="the memory is read as Linux tells it")
def test_a_sheet_of_twelve_answers_is_printed_without_openssl_in_little_memory(kb: RunKb, tmp_path: Path) -> None:
    assert kb("search", "lead time").code == 0
    program = SHEET.format(content=str(SAMPLE), out=str(tmp_path / "sheet.pdf"))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    openssl, peak = done.stdout.split()
    assert openssl == "False"
    assert int(peak) < 92, "MiB; 89 here, 94 with OpenSSL and with what Typst has freed"
