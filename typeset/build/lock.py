"""A file or folder in; out, whether it is ours alone, or the time in which it is. The kernel lets go for the dead."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

LONGEST_WAIT = 600.0
"""Seconds that are waited for somebody else to let go of a folder."""
_ASKED_EVERY = 0.05


def try_lock(descriptor: int) -> bool:
    """Lock an open file until it is closed, and return whether nobody else had; True where there are no such locks."""
    try:
        import fcntl  # which Windows has not
    except ImportError:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


@contextmanager
def alone(folder: Path, wait: Callable[[], None]) -> Iterator[bool]:
    """Hold a folder among all who ask so for it, and yield whether it is held; `wait` is called before waiting for it.

    Raises `OSError` where it cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if os.name != "posix":
        yield True
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        is_held = try_lock(descriptor)
        if not is_held:
            wait()
        until = time.monotonic() + LONGEST_WAIT
        while not is_held and time.monotonic() < until:
            time.sleep(_ASKED_EVERY)
            is_held = try_lock(descriptor)
        yield is_held
    finally:
        os.close(descriptor)
