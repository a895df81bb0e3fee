"""Every command with its panel and its one line of help; a command's module is imported only when it is asked for."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One command in `kb --help`."""

    module: str
    """Its `run` is the command."""

    panel: str
    help: str


SALES, PRODUCTION, TOGETHER, CARE = "For sales", "For production", "Together", "Care"
PANELS = (SALES, PRODUCTION, TOGETHER, CARE)

COMMANDS = {
    "search": Entry("kb.cli.search", SALES, "Find the answer to a customer's question."),
    "show": Entry("kb.cli.show", SALES, "Read one answer whole."),
    "promise": Entry("kb.cli.promise", SALES, "Check what you are about to promise."),
    "ask": Entry("kb.cli.ask", SALES, "Ask production what no answer tells."),
    "export": Entry("kb.cli.export", SALES, "Print a cheat sheet to take along."),
    "add": Entry("kb.cli.add", PRODUCTION, "Write an answer, by questions and answers."),
    "edit": Entry("kb.cli.edit", PRODUCTION, "Change an answer in your editor."),
    "notice": Entry("kb.cli.notice", PRODUCTION, "Say what is different just now, until when."),
    "inbox": Entry("kb.cli.inbox", PRODUCTION, "See what waits: questions, doubts, searches in vain."),
    "answer": Entry("kb.cli.answer", PRODUCTION, "Answer a question that waits."),
    "lint": Entry("kb.cli.lint", PRODUCTION, "Check what was written, and read the numbers back."),
    "agree": Entry("kb.cli.agree", TOGETHER, "Sign an answer: it is true, and sales would say it so."),
    "news": Entry("kb.cli.news", TOGETHER, "See what has changed for whoever sells."),
    "note": Entry("kb.cli.note", TOGETHER, "Note something for the next meeting."),
    "agenda": Entry("kb.cli.agenda", TOGETHER, "One page for the meeting of production and sales."),
    "init": Entry("kb.cli.init", CARE, "Start a knowledge base, empty or with the sample company."),
    "publish": Entry("kb.cli.publish", CARE, "Write all that kb.yaml lists, for those who install nothing."),
    "stale": Entry("kb.cli.stale", CARE, "Tell whether a sheet or handbook still says what is so."),
    "index": Entry("kb.cli.index", CARE, "Build the search index anew."),
}
