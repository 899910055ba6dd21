"""Where a long call is, and how it is ended."""

import ctypes
import threading
from contextlib import contextmanager
from ctypes import byref, c_int64
from typing import Any, Iterator, Optional, Tuple

from . import _structs
from ._call import call
from ._library import LIBRARY


class Progress:
    """Where a long call is, for other threads, which may end it. One call at a time; the call takes it as progress=.

    >>> import cchc, concurrent.futures
    >>> units = [{"format": "cchc.facts/1", "unit": str(n), "kind": "xa", "facts": {}} for n in range(20)]
    >>> progress = cchc.Progress()
    >>> with cchc.Criteria.builtin("vn.nd-307-2025.xa") as communes, concurrent.futures.ThreadPoolExecutor() as pool:
    ...     scores = pool.submit(communes.score_many, units, progress=progress)
    ...     print(len(scores.result()["scorecards"]), progress)
    20 20 / 20

    What was asked to end raises cchc.Cancelled:

    >>> progress.cancel()
    >>> try:
    ...     cchc.Criteria.builtin("vn.nd-307-2025.xa").score_many(units, progress=progress)
    ... except cchc.Cancelled as ended:
    ...     print(ended.name)
    CCHC_E_CANCELLED
    """

    def __init__(self) -> None:
        self._struct = _structs.Progress()
        self._running = threading.Lock()
        LIBRARY.cchc_progress_init(byref(self._struct), ctypes.sizeof(self._struct))

    def cancel(self) -> None:
        """Asks the call to end: it raises cchc.Cancelled after the step that it is in. One that is done by then is good; one
        that has not begun ends as soon as it does."""
        call("cchc_progress_cancel", byref(self._struct))

    def reset(self) -> None:
        """Makes it as new, for another call after one that was cancelled. Not while a call uses it."""
        with self._used():
            LIBRARY.cchc_progress_init(byref(self._struct), ctypes.sizeof(self._struct))

    @property
    def cancelled(self) -> bool:
        """Has cancel() been called?"""
        return bool(self._struct.cancel != 0)

    @property
    def done(self) -> int:
        """Steps that are done; never goes down during a call."""
        return self._read()[0]

    @property
    def total(self) -> int:
        """Steps of the call; 0: not known yet. One step may take longer than another."""
        return self._read()[1]

    def __str__(self) -> str:
        done, total = self._read()
        return f"{done} / {total}"

    def __repr__(self) -> str:
        return f"<Progress {self}{', cancelled' if self.cancelled else ''}>"

    def _read(self) -> Tuple[int, int]:
        done, total = c_int64(), c_int64()
        call("cchc_progress_read", byref(self._struct), byref(done), byref(total))
        return int(done.value), int(total.value)

    @contextmanager
    def _used(self) -> Iterator[Any]:
        """For the call that uses it: a pointer. Two calls would overwrite each other's numbers."""
        if not self._running.acquire(blocking=False):
            raise ValueError("a Progress is for one call at a time; a call uses this one")
        try:
            yield byref(self._struct)
        finally:
            self._running.release()


def watched(ask: Any, name: str, progress: Optional[Progress], *arguments: Any) -> Any:
    """Calls a function that has a second form, which tells where it is, with ask()."""
    if progress is None:
        return ask(name, *arguments)
    with progress._used() as pointer:
        return ask(name + "_with_progress", *arguments, pointer)
