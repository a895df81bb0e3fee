"""Every command with its panel and its one line of help; a command's module is imported only when it is asked for."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One command in `kb --help`."""

    module: str
    """Its `run` is the command."""

    panel: str
    help: str


SALES, PRODUCTION, CARE = "For sales", "For production", "Care"
PANELS = (SALES, PRODUCTION, CARE)

COMMANDS = {
    "search": Entry("kb.cli.search", SALES, "Find the answer to a customer's question."),
    "show": Entry("kb.cli.show", SALES, "Read one answer whole."),
    "promise": Entry("kb.cli.promise", SALES, "Check what you are about to promise."),
    "export": Entry("kb.cli.export", SALES, "Print a cheat sheet to take along."),
    "add": Entry("kb.cli.add", PRODUCTION, "Write an answer, by questions and answers."),
    "edit": Entry("kb.cli.edit", PRODUCTION, "Change an answer in your editor."),
    "notice": Entry("kb.cli.notice", PRODUCTION, "Say what is different just now, until when."),
    "lint": Entry("kb.cli.lint", PRODUCTION, "Check what was written, and read the numbers back."),
    "init": Entry("kb.cli.init", CARE, "Start a knowledge base, empty or with the sample company."),
    "index": Entry("kb.cli.index", CARE, "Build the search index anew."),
}
