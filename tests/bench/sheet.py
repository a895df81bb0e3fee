"""Prints how long a sheet takes, each in a fresh interpreter, imports included: `python tests/bench/sheet.py`.

It checks nothing; the goals are 1.2 s for 12 cards and 6 s for 100. The processor's time tells more on a busy machine.
"""

import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5

ONE_RUN = """
import resource, sys, time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from kb.model.number import TAKE, Amount, Number, Unit
from kb.model.people import Desk
from kb.model.prose import TEXT, Block, Line, Span
from kb.model.published import SalesArticle
from kb.render.pdf import sheet_pdf
from kb.render.sheet import sales_sheet

days = Amount(Decimal(15), Decimal(18), Unit("working day", "working time"))
numbers = tuple(
    Number(name="lead time", conditions=(what,), kind=TAKE, amount=days, amount_text="15 to 18 working days")
    for what in ("new printed box", "repeat order", "plain box")
)
answer = "Fifteen to eighteen working days from the day you approve the proof and the deposit is in. "
article = SalesArticle(
    slug="a", title="How long does a new printed box take?", tags=("time",), say=(Block(TEXT, ((Span(answer * 2),),)),),
    numbers=numbers, why=(), worth_telling=(), path="", audience="customer", desk="planning", aliases=(),
    customers_say=(), dont_say=(Line('"two weeks": plates and die alone take five working days'),),
    push_back=(Block(TEXT, ((Span("A repeat order is eight to ten days: your tooling is in our store."),),)),),
)
articles = [replace(article, slug=f"a{n}", title=f"{article.title} ({n})") for n in range(int(sys.argv[1]))]
data = sales_sheet(articles, company="Northfold", day=date(2026, 11, 23), desks=[Desk(key="planning", name="Planning")])
pdf = sheet_pdf(data, paper=sys.argv[2], day=date(2026, 11, 23))
print(time.process_time(), len(pdf), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


class Measured(NamedTuple):
    """Several runs of one size."""

    seconds: list[float]
    processor: list[float]
    size: int
    """Bytes."""

    memory: int
    """KiB at most."""


def main() -> None:
    """One line a size: the best and the worst of five runs, the least of the processor, the file's size, the memory."""
    sys.stdout.write("cards paper     best    worst  processor   PDF KB  memory MiB\n")
    for cards, paper in ((1, "a4"), (12, "a4"), (12, "phone"), (24, "a4"), (100, "a4"), (100, "phone")):
        made = _measured(cards, paper)
        sys.stdout.write(
            f"{cards:5} {paper:6} {min(made.seconds):6.2f} s {max(made.seconds):6.2f} s {min(made.processor):8.2f} s "
            f"{made.size / 1000:8.0f} {made.memory / 1024:11.0f}\n"
        )


def _measured(cards: int, paper: str) -> Measured:
    seconds, processor, size, memory = [], [], 0, 0
    for _ in range(RUNS):
        start = time.perf_counter()
        command = [sys.executable, "-c", ONE_RUN, str(cards), paper]
        said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
        seconds.append(time.perf_counter() - start)
        processor.append(float(said[0]))
        size, memory = int(said[1]), max(memory, int(said[2]))
    return Measured(seconds, processor, size, memory)


if __name__ == "__main__":
    main()
