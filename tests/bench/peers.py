"""How well and how fast kb finds beside other programs, in one run, as a Markdown table. Changes no figure of its own.

    python tests/bench/peers.py [--write README.md]

Run it with the Python of an environment in which kb's wheel and the peers are installed (tantivy, bm25s, PyStemmer);
what is missing is said to be. Quality is nDCG@10 on BANKING77, speed the CPU time of a whole process that searches
made-up articles once. `--write` puts the table between `<!-- peers -->` and `<!-- /peers -->` of a file.
"""

import json
import os
import platform
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from statistics import fmean, median
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from large import QUESTIONS, timed, write_content  # noqa: E402 - beside this file
from quality import BANKING77, DEPTH, banking77_documents, banking77_ranks, gain  # noqa: E402 - beside this file

from kb.search.document import Document  # noqa: E402 - quality has made kb findable

SIZES = (1_000, 2_000)
RUNS = 15
KINDS = ("query", "typo")
PEERS = {"SQLite FTS5": "peer_fts5", "tantivy": "peer_tantivy", "bm25s": "peer_bm25s"}
MARKED = re.compile(r"(<!-- peers -->\n).*?(<!-- /peers -->)", re.DOTALL)


class Row(NamedTuple):
    """One line of the table; what was not measured is empty."""

    name: str
    clean: str = ""
    typos: str = ""
    speed: Sequence[str] = ("",) * len(SIZES)


def main(arguments: Sequence[str]) -> int:
    """Prints the table; the exit code is 1 where it was to be written and there is no place for it."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPATH"] = str(HERE)
    peers, missing = installed()
    kb = Path(sys.executable).parent / "kb"
    ripgrep = shutil.which("rg")
    missing += [name for name, there in (("kb", kb.exists()), ("ripgrep", ripgrep)) if not there]
    quality = {"kb": kb_quality(), **{name: peer_quality(module) for name, module in peers.items()}}
    speed, base = speeds({"kb": str(kb)} if kb.exists() else {}, peers, ripgrep)
    names = ["kb", *PEERS, "rg -il"]
    rows = [Row(name, *quality.get(name, ("", "")), speed.get(name, Row("").speed)) for name in names]
    text = table(rows) + legend(base, peers, ripgrep, missing)
    sys.stdout.write(text)
    return write(Path(arguments[1]), text) if arguments[:1] == ["--write"] else 0


def installed() -> tuple[dict[str, Any], list[str]]:
    """The modules of the peers that can be imported, and the names of those that cannot."""
    modules: dict[str, Any] = {}
    for name, module in PEERS.items():
        try:
            modules[name] = import_module(module)
        except ImportError:
            continue
    return modules, [name for name in PEERS if name not in modules]


def kb_quality() -> tuple[str, str]:
    """nDCG@10 of kb, on clean queries and on those with one typing mistake."""
    with tempfile.TemporaryDirectory() as folder:
        ranks = banking77_ranks(Path(folder))
    return figure(fmean(map(gain, ranks["query"]))), figure(fmean(map(gain, ranks["typo"])))


def peer_quality(module: Any) -> tuple[str, str]:  # noqa: ANN401 - a module of this folder
    """The same of a peer, which gets the same titles and wordings."""
    data = json.loads(BANKING77.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        module.build(Path(folder), map(_text, banking77_documents(data)))
        peer = module.Peer(Path(folder))
        clean, typos = (fmean(_gain(peer, query[kind], query["slug"]) for query in data["queries"]) for kind in KINDS)
    return figure(clean), figure(typos)


def _text(article: Document) -> tuple[str, str, str]:
    """Slug, title and text; the title is in the text too, as that is what helps every peer."""
    return article.slug, article.title, "\n".join((article.title, *article.questions))


def _gain(peer: Any, query: str, slug: str) -> float:  # noqa: ANN401 - of a module of this folder
    found = [each for each, _title in peer.search(query, DEPTH)]
    return gain(found.index(slug) + 1) if slug in found else 0.0


def speeds(kb: dict[str, str], peers: dict[str, Any], ripgrep: str | None) -> tuple[dict[str, list[str]], float]:
    """By name, the ratio to `python -c pass` at each size; and the seconds that `pass` took."""
    ratios: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KB_STATE"] = str(Path(folder, "state"))
        for size in SIZES:
            content = write_content(Path(folder, str(size)), size)
            ways = {"": ["-c", "pass"], **peer_ways(content, peers)}
            commands = {name: [sys.executable, *way] for name, way in ways.items()}
            commands |= {name: [path, "--content", str(content), "search", "{}"] for name, path in kb.items()}
            if ripgrep:
                commands["rg -il"] = [ripgrep, "-il", "{|}", str(content / "articles")]
            seconds = measured(commands)
            for name in commands.keys() - {""}:
                ratios.setdefault(name, []).append(f"{seconds[name] / seconds['']:.1f}")
    return ratios, seconds[""]


def peer_ways(content: Path, peers: dict[str, Any]) -> dict[str, list[str]]:
    """Builds each peer's index of the same articles; returns how to search it, compiled as kb is."""
    ways = {}
    for name, module in peers.items():
        module.build(content, texts_of(content))
        ways[name] = ["-c", f"from {PEERS[name]} import main; main()", str(content), "{}"]
    return ways


def texts_of(content: Path) -> list[tuple[str, str, str]]:
    """Slug, title and the whole of each article, without its front matter."""
    texts = []
    for path in sorted((content / "articles").iterdir()):
        text = path.read_text("utf-8").partition("\n# ")[2]
        texts.append((path.stem, text.partition("\n")[0], text))
    return texts


def measured(commands: dict[str, list[str]]) -> dict[str, float]:
    """Median CPU seconds of each command, run in turn with each question; the first rounds warm the caches."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(-3, RUNS):
        question = QUESTIONS[turn % len(QUESTIONS)]
        filled = {"{}": question, "{|}": "|".join(question.split())}
        for name, command in commands.items():
            run = timed(*(filled.get(part, part) for part in command))
            if turn >= 0:
                times[name].append(run.cpu)
    return {name: median(values) for name, values in times.items()}


def table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    heads = (" ", "nDCG@10", "with typos", *(f"cold search, {size:,} articles" for size in SIZES))
    lines = [heads, ("---", *("---:",) * (len(heads) - 1)), *((row[0], row[1], row[2], *row[3]) for row in rows)]
    return "".join("| " + " | ".join(cell or "–" for cell in line) + " |\n" for line in lines)


def legend(base: float, peers: dict[str, Any], ripgrep: str | None, missing: Sequence[str]) -> str:
    """What was measured, on what, and what is missing."""
    programs = [f"SQLite {sqlite3.sqlite_version}"]
    programs += [f"{name} {version(name)}" for name in ("tantivy", "bm25s") if name in peers]
    if ripgrep:
        programs.append(
            subprocess.run([ripgrep, "-V"], capture_output=True, text=True, check=True).stdout.split("\n")[0]
        )
    said = f" Not installed, so not measured: {', '.join(missing)}." if missing else ""
    return (
        "\nQuality: BANKING77, 770 queries; the peers, too, count a title twice. Speed: CPU time of a whole process as "
        f"a multiple of `python -c pass` ({base * 1000:.0f} ms), medians of {RUNS} interleaved runs; kb looks at every "
        f"file for changes first, the peers are bare scripts that do not. {os.cpu_count()} cores, "
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {', '.join(programs)}.{said}\n"
    )


def figure(value: float) -> str:
    """Three decimals, without the nought in front."""
    return f"{value:.3f}".removeprefix("0")


def write(path: Path, text: str) -> int:
    """Puts the text between the marks; 1 where there are none."""
    before = path.read_text("utf-8")
    after, times = MARKED.subn(lambda found: f"{found[1]}{text}{found[2]}", before)
    if not times:
        sys.stderr.write(f"{path} has no <!-- peers --> and <!-- /peers -->: nothing was written.\n")
        return 1
    path.write_text(after, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
