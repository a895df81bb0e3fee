"""Work shared out among several processes; where none can be started, this one does it all. Knows not what it is."""

import contextlib
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

_Piece = TypeVar("_Piece")
_Result = TypeVar("_Result")

_MOST = 8
"""More processes wait for the one that hands out."""

_AHEAD = 2
"""Pieces that wait for each process, so that none is idle and memory stays small."""


def available() -> int:
    """How many processes may well be at work at once on this machine."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _MOST)


def shared_out(
    work: Callable[[_Piece], _Result], pieces: Iterable[_Piece], processes: int
) -> Iterator[tuple[_Piece, _Result]]:
    """Each piece with what became of it, in order. `work` is a function of a module, so that others can import it.

    With one process nothing is started. Processes that cannot be started, or die, are done without.
    """
    if processes <= 1:
        yield from ((piece, work(piece)) for piece in pieces)
        return
    # Spawned, not forked: that is how it is on every system, and a fork copies locks that threads hold.
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), initializer=_ignore_interrupts)
    try:
        yield from _through(pool, work, pieces, processes * _AHEAD)
    finally:
        pool.shutdown(cancel_futures=True)


def _through(
    pool: ProcessPoolExecutor, work: Callable[[_Piece], _Result], pieces: Iterable[_Piece], most: int
) -> Iterator[tuple[_Piece, _Result]]:
    waiting: deque[tuple[_Piece, Future[_Result] | None]] = deque()
    for piece in pieces:
        waiting.append((piece, _handed(pool, work, piece)))
        if len(waiting) > most:
            yield _done(work, *waiting.popleft())
    while waiting:
        yield _done(work, *waiting.popleft())


def _handed(pool: ProcessPoolExecutor, work: Callable[[_Piece], _Result], piece: _Piece) -> Future[_Result] | None:
    with contextlib.suppress(OSError, BrokenProcessPool):
        return pool.submit(work, piece)
    return None


def _done(work: Callable[[_Piece], _Result], piece: _Piece, future: Future[_Result] | None) -> tuple[_Piece, _Result]:
    if future is not None:
        with contextlib.suppress(BrokenProcessPool):
            return piece, future.result()
    return piece, work(piece)


def _ignore_interrupts() -> None:
    """Ctrl-C reaches every process of the terminal; the one that started these ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
