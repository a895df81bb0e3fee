"""What was asked could not be done: one class a situation, each with its sentence, its way out and its exit code.

A mistake in content is no error but a `Problem` value (`kb.model.problem`).
"""

from typing import ClassVar


class KbError(Exception):
    """What was asked could not be done.

    `sentence` says what happened and where, `way_out` what to do now; both are plain text for the person who asked.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, sentence: str, way_out: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.way_out = way_out


class UsageError(KbError):
    """The words of the call don't make sense together."""


class NoContentError(KbError):
    """No content folder was found."""


class NotFoundError(KbError):
    """No article is called that; the way out names the nearest."""

    exit_code = 1


class AmbiguousError(KbError):
    """Several articles could be meant."""


class EmptyQueryError(KbError):
    """Nothing is left to search for."""


class UnreadableError(KbError):
    """A file or folder cannot be read as what it should be."""


class WriteError(KbError):
    """A file could not be written; what was there before is still there."""


class ConflictError(KbError):
    """Somebody else changed the file meanwhile; both versions were kept."""


class LockedError(KbError):
    """Another process has been holding the lock for too long."""


class LeakError(KbError):
    """An export held what its reader may not see; it was deleted."""


class CannotPrintError(KbError):
    """A hand-out could not be made; the sentence names the article."""


class TextTooLongError(KbError):
    """A text has more characters than are read in one go."""
