"""How kb bears 20,000 articles: index, search, a change found again, and memory. Looks at no other program.

    python tests/bench/large.py [--huge]

Run it with the Python of an environment in which the wheel is installed; `--huge` does the same with 100,000. The
articles are made up, the same on every run: the words of the sample and of BANKING77 as often as they occur there,
then made-up names, each rank as often as Zipf has it; about 250 words an article.
"""
# ruff: noqa: T201 - it prints figures

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, product
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SMALL, LARGE, HUGE = 1_000, 20_000, 100_000
RUNS, CHANGES = 15, 7
MADE_UP = 25_000
DESKS = ("estimating", "design", "prepress", "tooling", "planning", "press", "converting")
TIMES = ("lead time", "repeat order", "proof", "white sample", "new die", "delivery", "change", "answer")
QUESTIONS = ("how long does a printed box take", "can I change my order", "what does a new cutting die cost")
TYPO = ("how long does a prinetd box take", "can I chnage my order", "what does a new cuttign die cost")

KB = "import sys; from kb.cli.main import entry; sys.exit(entry())"
WITHOUT_LOOK = f"import kb.session.find as find; find.look_at = find.is_fresh = lambda *_: True; {KB}"

CHILD = """
import os, sys, time
start = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - start
print("\\n" + repr([usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)]))
"""
"""A small process in between: a child's peak memory begins at that of the process that starts it."""


class Run(NamedTuple):
    """What one process took."""

    cpu: float
    wall: float
    mebibytes: float
    out: str


class Words:
    """A vocabulary from which words are drawn as Zipf has them."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)  # noqa: S311 - no secret
        self.words = _vocabulary()
        self._weights = list(accumulate(1 / (rank + 3) ** 1.05 for rank in range(len(self.words))))

    def draw(self, count: int) -> list[str]:
        """So many words."""
        return self._random.choices(self.words, cum_weights=self._weights, k=count)

    def sentence(self, least: int, most: int) -> str:
        """Words with a capital and a full stop."""
        return " ".join(self.draw(self._random.randint(least, most))).capitalize() + "."

    def prose(self, sentences: int) -> str:
        """So many sentences of 8 to 18 words."""
        return " ".join(self.sentence(8, 18) for _ in range(sentences))

    def pick(self, choices: Sequence[str]) -> str:
        """One of them."""
        return self._random.choice(choices)


def articles(count: int, words: Words) -> Iterator[tuple[str, str]]:
    """Slug and Markdown of each article."""
    for number in range(count):
        lines = [
            f"---\ndesk: {words.pick(DESKS)}\naudience: {words.pick(('customer', 'customer', 'sales'))}\n---",
            f"# How about {' '.join(words.draw(5))}?\n",
            words.prose(3),
            "\n## Customers say",
            *(f"- {words.sentence(5, 10)}" for _ in range(4)),
            f"\n## Numbers\n- {words.pick(TIMES)}: 15 to 18 working days\n- smallest order: at least 500 boxes",
            f'\n## Don\'t say\n- "{" ".join(words.draw(4))}": {words.sentence(6, 10)}',
            f"\n## Why\n{words.prose(7)}\n\n{words.prose(3)}",
        ]
        yield f"answer-{number:06}", "\n".join(lines) + "\n"


def write_content(folder: Path, count: int) -> Path:
    """A content folder with so many articles, old enough for kb to believe their times."""
    (folder / "articles").mkdir(parents=True)
    (folder / "kb.yaml").write_text("company: Large\n")
    for name in ("people.yaml", "process.yaml", "glossary.yaml"):
        shutil.copy(ROOT / "content" / name, folder)
    for slug, text in articles(count, Words()):
        (folder / "articles" / f"{slug}.md").write_text(text, "utf-8")
    time.sleep(2.5)
    return folder


def timed(*command: str) -> Run:
    """CPU seconds, wall seconds, peak memory and output of a process that does not fail (1: nothing answers)."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", CHILD, *command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
    )
    out, _, figures = done.stdout.decode().rstrip().rpartition("\n")
    cpu, wall, mebibytes, code = map(float, figures.strip("[]").split(","))
    if code not in (0, 1):
        raise SystemExit(f"The command failed with {code:g}: {command}")
    return Run(cpu, wall, mebibytes, out)


def main(arguments: Sequence[str]) -> None:
    """Prints all figures, for a small and a large folder."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    count = HUGE if "--huge" in arguments else LARGE
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KB_STATE"] = str(Path(folder, "state"))
        os.chdir(folder)
        contents = {size: write_content(Path(folder, str(size)), size) for size in (SMALL, count)}
        for size, content in contents.items():
            print_index(size, content)
        print_searches(contents)
        for size, content in contents.items():
            print_changes(size, content)


def kb(content: Path, *arguments: str) -> Run:
    """The installed `kb`, asked about a content folder."""
    return timed(str(Path(sys.executable).parent / "kb"), "--content", str(content), *arguments)


def print_index(count: int, content: Path) -> None:
    """How fast all is read and indexed, from nothing."""
    run = kb(content, "index")
    print(f"{count:7,} articles  index {count / run.wall:6.0f} articles/s  ({run.wall:.1f} s, {run.mebibytes:.0f} MiB)")


def print_searches(contents: dict[int, Path]) -> None:
    """A cold search with and without the look at every file, as CPU time of `python -c pass` and of the small folder.

    Each is run in turn with the others, with each question as often as with another.
    """
    kinds = [
        (size, look, kind)
        for kind in ("plain", "typo")
        for look in ("without the look", "with the look")
        for size in contents
    ]
    runs: dict[object, list[Run]] = {key: [] for key in ("pass", *kinds)}
    for turn in range(-2, RUNS):  # the first rounds warm the caches
        for key, done in runs.items():
            run = _search(contents, key, turn) if isinstance(key, tuple) else timed(sys.executable, "-c", "pass")
            if turn >= 0:
                done.append(run)
    base = median(run.cpu for run in runs["pass"])
    for size, look, kind in kinds:
        here = median(run.cpu for run in runs[size, look, kind])
        small = median(run.cpu for run in runs[SMALL, "without the look", kind])
        peak = max(run.mebibytes for run in runs[size, look, kind])
        print(
            f"{size:7,} articles  search, {kind}, {look:16} {here * 1000:6.1f} ms CPU  {here / base:5.1f} x pass  "
            f"{here / small:5.2f} x that of {SMALL:,} without the look  {peak:.1f} MiB"
        )


def _search(contents: dict[int, Path], key: tuple[int, str, str], turn: int) -> Run:
    size, look, kind = key
    question = (QUESTIONS if kind == "plain" else TYPO)[turn % len(QUESTIONS)]
    code = KB if look == "with the look" else WITHOUT_LOOK
    return timed(sys.executable, "-c", code, "--content", str(contents[size]), "search", question)


def print_changes(count: int, content: Path) -> None:
    """How long it takes, whole process, to find what has just been changed, and to miss what has just been deleted."""
    files = sorted((content / "articles").iterdir())
    found, missed = [], []
    for number in range(CHANGES):
        word = f"zeppelinfahrt{'abcdefghij'[number]}x"
        file = files[number * len(files) // CHANGES]
        file.write_text(file.read_text("utf-8").replace("# How about", f"# How about {word}"), "utf-8")
        found.append(kb(content, "search", word))
        _require(f"{word}" in found[-1].out.casefold(), "The changed article was not found.")
        file.unlink()
        missed.append(kb(content, "search", "--json", word))
        _require(file.stem not in missed[-1].out, "The deleted article was found.")
    for what, runs in (("changed one found", found), ("deleted one gone", missed)):
        walls = sorted(run.wall * 1000 for run in runs)
        peak = max(run.mebibytes for run in runs)
        print(
            f"{count:7,} articles  {what:17} median {median(walls):4.0f} ms, worst {walls[-1]:4.0f} ms, whole process"
            f"  {peak:.1f} MiB"
        )


def _require(right: bool, sentence: str) -> None:  # noqa: FBT001 - it reads as an assertion
    if not right:
        raise SystemExit(sentence)


def _vocabulary() -> list[str]:
    """Real words, the most frequent first, then made-up ones."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "content").rglob("*.md"))]
    banking77 = json.loads((ROOT / "tests/data/banking77.json").read_text("utf-8"))
    texts += (query["query"] for query in banking77["queries"])
    counted = Counter(re.findall(r"\b[a-z]+(?:'[a-z]+)?\b", "\n".join(texts)))
    starts = ("b", "bl", "c", "d", "f", "g", "h", "l", "m", "n", "p", "pr", "s", "st", "tr", "v")
    syllables = [start + middle for start in starts for middle in "aeiou"]
    ends = ("ar", "el", "in", "ol", "und", "ister", "axa", "orin")
    made = ("".join(parts) for parts in product(syllables, syllables, ends))
    some = Random(1).sample(sorted(set(made) - set(counted)), MADE_UP)  # noqa: S311 - no secret
    return [*(word for word, _ in counted.most_common()), *some]


if __name__ == "__main__":
    main(sys.argv[1:])
