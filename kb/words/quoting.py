"""Where a mail quotes another one: behind `>`, or answered or forwarded below its own words; judges none of them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb.words.patterns import lazy

_LAID_UNDER = lazy(
    r"(?i)(?:[-_]{2,} ?(?:(?:original|forwarded|ursprüngliche|weitergeleitete) (?:message|nachricht)|"
    r"message (?:d'origine|transféré)|mensaje original|messaggio originale|oorspronkelijk bericht) ?[-_]{2,}|"
    r"begin forwarded message:|anfang der weitergeleiteten nachricht:)"
)
"""The line above a mail that is laid under this one as it came."""

_TELLS_WHO = lazy(
    r"(?i)(?:on|am|le|el|il|op|em|den) (?!.*\b(?:our|my) )(?=.*(?:[0-9]{4}|[0-9]:[0-9]{2})).*?"
    r"(?:(?<!you)(?<! i)(?<! we) wrote| schrieb .*| a écrit ?| escribió| ha scritto| schreef .*| escreveu| skrev .*):"
)
"""*On Mon, 23 Nov 2026 at 9:14, Anna Moreau wrote:*, in the languages that a mail program may be set to."""

_MOST_TELLING, _LONGEST_TELLING = 3, 400
"""Lines and characters that a mail program uses for it at most."""

_MORE_THAN = lazy(r"> ?[0-9]")
"""What a line of one's own may begin with: *> 350 kg*."""

_SENDER = lazy(r"(?i)\*{0,2}(?:from|von|de|da|van|från)\s*:.*")
_SUBJECT = lazy(r"(?i)\*{0,2}(?:subject|betreff|objet|asunto|oggetto|onderwerp|assunto|ämne)\s*:.*")
_FIELD = lazy(
    r"(?i)\*{0,2}(?:from|sent|date|to|cc|bcc|reply-to|importance|attachments|von|gesendet|datum|an|wichtigkeit|anlagen|"
    r"de|envoyé|à|da|inviato|data|a|enviado(?: el)?|para|van|verzonden|aan|från|skickat|till)\s*:.*"
)
_MOST_FIELDS = 16
"""Lines of a mail's head, empty ones too."""

_FEWEST_FIELDS = 3
"""Of a head; the sender and the subject are two."""


class Quoted(NamedTuple):
    """Some lines of a text that are another mail's."""

    first: int
    last: int
    """Lines of the text, from 1; both are quoted."""


def quoted_lines(text: str) -> tuple[Quoted, ...]:
    """The stretches of a text that are another mail: in order, with some line of its own between two of them.

    Below *On … wrote:* all is quoted where nothing bears a `>`, else what bears one: the rest are answers in between.
    Where nobody is said to have written and each `>` stands before a figure, it says *more than*.
    The head that a text begins with is its own.
    """
    lines = [line.strip() for line in text.split("\n")]
    quoted = [line.startswith(">") for line in lines]
    last_sign = max((at for at, sign in enumerate(quoted) if sign), default=-1)
    tellings = tuple(_tellings(lines))
    if not tellings and all(_MORE_THAN.match(line) for line, sign in zip(lines, quoted, strict=True) if sign):
        quoted = [False] * len(lines)
    for at, end in tellings:
        until = end if last_sign >= at else len(lines)
        quoted[at:until] = [True] * (until - at)
    under = _laid_under(lines)
    quoted[under:] = [True] * (len(lines) - under)
    return tuple(_stretches(lines, quoted))


def without_quoted(text: str) -> str:
    """The text with spaces in place of what it quotes, as long as before."""
    if "\n" not in text and not text.lstrip().startswith(">"):
        return text
    stretches = quoted_lines(text)
    if not stretches:
        return text
    lines = text.split("\n")
    for first, last in stretches:
        lines[first - 1 : last] = [" " * len(line) for line in lines[first - 1 : last]]
    return "\n".join(lines)


def _tellings(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From which line to before which one somebody is said to have written what follows."""
    for at, line in enumerate(lines):
        if line[2:3] not in (" ", "n"):
            continue
        for end in range(at + 1, at + _MOST_TELLING + 1):
            told = " ".join(lines[at:end])
            if told.endswith(":") and len(told) <= _LONGEST_TELLING and _TELLS_WHO.fullmatch(told):
                yield at, end
                break


def _laid_under(lines: Sequence[str]) -> int:
    """The line on which a mail begins that was laid under this one; the number of lines where none does."""
    own = False
    for at, line in enumerate(lines):
        if _LAID_UNDER.fullmatch(line) or (own and _is_head(lines[at : at + _MOST_FIELDS])):
            return at
        own = own or not (_FIELD.fullmatch(line) or _SUBJECT.fullmatch(line) or not line)
    return len(lines)


def _is_head(lines: Sequence[str]) -> bool:
    """Whether these lines begin with a sender and other fields, one of them the subject."""
    if not _SENDER.fullmatch(lines[0]):
        return False
    for before, line in enumerate(filter(None, lines), 1):
        if _SUBJECT.fullmatch(line):
            return before >= _FEWEST_FIELDS
        if not _FIELD.fullmatch(line):
            return False
    return False


def _stretches(lines: Sequence[str], quoted: Sequence[bool]) -> Iterator[Quoted]:
    """What is quoted without a line of one's own between, in one; empty lines at its ends are left out."""
    first = last = -1
    for at, line in enumerate(lines):
        if line and quoted[at]:
            first, last = (at if first < 0 else first), at
        elif line and first >= 0:
            yield Quoted(first + 1, last + 1)
            first = -1
    if first >= 0:
        yield Quoted(first + 1, last + 1)
