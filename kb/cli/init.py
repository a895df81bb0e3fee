"""`kb init`: a content folder for another company, or the sample company to look at."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from kb.cli import output
from kb.cli.asking import ask, can_ask
from kb.errors import UsageError
from kb.files import typed_path
from kb.session.start import company_of, refuse_used, start, start_with_sample


def run(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="A folder that is new or empty: it becomes the root.")],
    *,
    company: Annotated[str, typer.Option("--company", metavar="NAME", help="The company's name.")] = "",
    sample: Annotated[bool, typer.Option("--sample", help="With the sample company, Northfold Packaging.")] = False,
) -> None:
    """Start a knowledge base: a few files to change, or the sample company.

    \b
    kb init acme --company "Acme Boxes"
    kb init try --sample
    """
    root = typed_path(folder)
    refuse_used(root)
    if sample and company:
        raise UsageError("The sample company has its own name.", "Leave out --company, or --sample.")
    if sample:
        start_with_sample(root)
        output.aside("The sample company, Northfold Packaging, to play with.")
    else:
        name = company or _company(root)
        start(root, name)
        output.aside(f"A knowledge base for {name}: two answers to begin with, its desks and its words.")
    output.print_line(str(root))
    _tell_next(root, sample=sample)


def _company(root: Path) -> str:
    guess = company_of(root)
    if can_ask():
        return ask(f"The company's name (Enter: {guess}) > ").strip() or guess
    return guess


def _tell_next(root: Path, *, sample: bool) -> None:
    """What comes next; it works from anywhere."""
    steps = [
        (f'search "{"lead time" if sample else "good answer"}"', "finds an answer"),
        *([] if sample else [("edit how-long-does-it-take", "an example, for you to change")]),
        ("add", "writes an answer with you"),
        ("lint", "checks all answers"),
    ]
    output.next_steps(f"kb --content {shlex.quote(str(root))}", steps)
    output.aside(f"In {root} itself you can leave out --content; kb alone is a place to ask there.")
