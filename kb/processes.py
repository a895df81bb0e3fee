"""Work shared out among several processes; where none can be started, this one does it all. Knows not what it is."""

from __future__ import annotations

import contextlib
import os
import signal
from collections import deque
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future, ProcessPoolExecutor

_Piece = TypeVar("_Piece")
_Result = TypeVar("_Result")

_MOST = 8
"""More processes wait for the one that hands out."""

_PATIENCE = 0.2
"""Seconds until it is looked after something else."""

_AHEAD = 2
"""Pieces that wait for each process, so that none is idle and memory stays small."""


def _nothing() -> None:
    """What is done meanwhile by default."""


def available() -> int:
    """How many processes may well be at work at once on this machine."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _MOST)


def shared_out(
    work: Callable[[_Piece], _Result],
    pieces: Iterable[_Piece],
    processes: int,
    *,
    meanwhile: Callable[[], None] = _nothing,
) -> Iterator[tuple[_Piece, _Result]]:
    """Each piece with what became of it, in order. `work` is a function of a module, so that others can import it.

    With one process nothing is started. Processes that cannot be started, or die, are done without. `meanwhile` is
    called a few times a second while this process waits for the others.
    """
    if processes <= 1:
        yield from ((piece, work(piece)) for piece in pieces)
        return
    import multiprocessing  # noqa: PLC0415 - 40 modules and 3 MB, and most commands share nothing out
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as above

    # Spawned, not forked: that is how it is on every system, and a fork copies locks that threads hold.
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), initializer=_ignore_interrupts)
    try:
        yield from _through(_Shared(pool, work, meanwhile), pieces, processes * _AHEAD)
    finally:
        pool.shutdown(cancel_futures=True)


class _Shared(Generic[_Piece, _Result]):
    """The work and those who do it."""

    def __init__(
        self, pool: ProcessPoolExecutor, work: Callable[[_Piece], _Result], meanwhile: Callable[[], None]
    ) -> None:
        self._pool = pool
        self._work = work
        self._meanwhile = meanwhile

    def hand_out(self, piece: _Piece) -> Future[_Result] | None:
        """None where there is nobody to do it."""
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above

        with contextlib.suppress(OSError, BrokenProcessPool):
            return self._pool.submit(self._work, piece)
        return None

    def result(self, piece: _Piece, future: Future[_Result] | None) -> _Result:
        """What became of the piece; done here where it was not done elsewhere."""
        from concurrent.futures import wait  # noqa: PLC0415 - as above
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above

        if future is not None:
            while wait((future,), _PATIENCE).not_done:
                self._meanwhile()
            with contextlib.suppress(BrokenProcessPool):
                return future.result()
        return self._work(piece)


def _through(shared: _Shared[_Piece, _Result], pieces: Iterable[_Piece], most: int) -> Iterator[tuple[_Piece, _Result]]:
    waiting: deque[tuple[_Piece, Future[_Result] | None]] = deque()
    for piece in pieces:
        waiting.append((piece, shared.hand_out(piece)))
        if len(waiting) > most:
            first, future = waiting.popleft()
            yield first, shared.result(first, future)
    for piece, future in waiting:
        yield piece, shared.result(piece, future)


def _ignore_interrupts() -> None:
    """Ctrl-C reaches every process of the terminal; the one that started these ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
