"""What people type into the prompt besides questions and keys: other words for a key, commands; does nothing itself."""

from kb.cli.commands import COMMANDS
from kb.errors import UsageError

WORDS = {"exit": "q", "quit": "q", "help": "?", "h": "?"}
"""What people type for a key."""


def question_in(words: str) -> str:
    """What is asked; people type the commands that they know here too. Raises `UsageError` for another command.

    >>> question_in('kb search "lead time"'), question_in("lead time")
    ('lead time', 'lead time')
    """
    first, _, rest = words.partition(" ")
    name, _, question = rest.partition(" ")
    if first != "kb" or name not in COMMANDS:
        return words
    if name != "search":
        raise UsageError(
            f"kb {name} does not work in here.", "Leave with q and type it there; ? tells what works here."
        )
    return question.strip("\"'")
