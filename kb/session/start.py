"""Starts a content folder for another company: a few files that can be changed, or the sample company; asks nothing."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import kb
from kb.errors import KbError, UsageError, WriteError
from kb.files import create_exclusive
from kb.library.escape import yaml_value
from kb.settings import CONTENT_ROOT_MARK

_PACKAGE = Path(kb.__file__).parent
_STARTER = _PACKAGE / "library" / "starter"
_RENAMED = {"gitignore": ".gitignore"}
"""A wheel is built by tools that would obey a `.gitignore` among its files."""

_KB_YAML = """\
company: {company}
# How long what was agreed holds, before it is looked at again.
review: 180 days
# Who may read an answer that names nobody: inside, sales or customer.
default_audience: inside
"""


class NoSampleError(KbError):
    """The installation came without the sample company."""


def start(folder: Path, company: str) -> tuple[Path, ...]:
    """The files of a tiny, valid content folder for the company, in a folder that is new or empty.

    Raises `UsageError` when something is there, and `WriteError`; then nothing is left behind.
    """
    files = [(_RENAMED.get(str(path), str(path)), (_STARTER / path).read_bytes()) for path in _files(_STARTER)]
    mark = _KB_YAML.format(company=yaml_value(company)).encode("utf-8", "replace")
    return _fill(folder, [*files, (CONTENT_ROOT_MARK, mark)])


def start_with_sample(folder: Path) -> tuple[Path, ...]:
    """The sample company, copied into a folder that is new or empty. Raises as `start` does."""
    sample = sample_folder()
    paths = sorted(_files(sample), key=lambda path: str(path) == CONTENT_ROOT_MARK)
    return _fill(folder, [(str(path), (sample / path).read_bytes()) for path in paths])


def sample_folder() -> Path:
    """Where the sample company lies: in the installed package, or beside it in a checkout."""
    for folder in (_PACKAGE / "sample", _PACKAGE.parent / "content"):
        if (folder / CONTENT_ROOT_MARK).is_file():
            return folder
    raise NoSampleError("This installation of kb carries no sample company.", "Start an empty one: kb init DIR")


def company_of(folder: Path) -> str:
    """A company's name guessed from the folder's: `acme-boxes` is *Acme boxes*."""
    words = folder.resolve().name.replace("-", " ").replace("_", " ").split()
    name = " ".join(words)
    return name[:1].upper() + name[1:] if name else "Our company"


def refuse_used(folder: Path) -> None:
    """Raises `UsageError` when the folder holds something; hidden files, as git's, do not count."""
    if folder.is_symlink() and not folder.exists():
        raise UsageError(f"{folder} is a link to nowhere.", "Name another folder.")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file.", "Name a folder that is new or empty.")
    if (folder / CONTENT_ROOT_MARK).exists():
        raise UsageError(
            f"{folder} is a knowledge base already; nothing was changed.", f"Use it: kb --content {folder}"
        )
    there = _visible(folder)
    if there:
        raise UsageError(
            f"{folder} is not empty ({', '.join(there[:3])}{' …' if there[3:] else ''}); nothing was changed.",
            f"Name a folder that is new or empty, or put an empty {CONTENT_ROOT_MARK} there if it holds your articles.",
        )


def _visible(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise UsageError(f"{folder} cannot be read ({error.strerror}).", "Name another folder.") from error


def _files(folder: Path) -> Iterator[Path]:
    """The regular files of a folder that are not hidden, relative to it."""
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for name in sorted(names):
            path = Path(base) / name
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path.relative_to(folder)


def _fill(folder: Path, files: list[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Writes the files in their order; the root's mark comes last, so that half a folder is never taken for one."""
    refuse_used(folder)
    made: list[Path] = []
    was_there = folder.exists()
    try:
        for name, data in files:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if not create_exclusive(file, data):
                raise WriteError(f"{file} appeared meanwhile.", "Name another folder.")  # noqa: TRY301
            made.append(file)
    except BaseException as error:
        _take_back(folder, made, was_there=was_there)
        if isinstance(error, OSError):
            raise WriteError(f"{folder} cannot be written: {error.strerror}.", "Nothing was left there.") from error
        raise
    return tuple(made)


def _take_back(folder: Path, made: list[Path], *, was_there: bool) -> None:
    """Removes what this run made, and nothing else."""
    for file in made:
        file.unlink(missing_ok=True)
    for path in _visible(folder):
        with contextlib.suppress(OSError):  # not empty: somebody else's
            (folder / path).rmdir()
    if not was_there:
        with contextlib.suppress(OSError):
            folder.rmdir()
