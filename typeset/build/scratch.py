"""A folder for temporary files, gone when its time is over, out; and those of processes that were killed, swept."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from typeset.build.lock import try_lock

_PREFIX, _LOCK = "typeset-build-", "lock"


@contextmanager
def scratch() -> Iterator[None]:
    """Have all temporary files of this process made in a folder of its own, and that folder removed in the end.

    Libraries leave files behind when they are interrupted; and whoever is killed removes nothing, so the next one does.
    """
    before, root = tempfile.tempdir, Path(tempfile.gettempdir())
    _sweep(root)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    descriptor = os.open(folder / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    try_lock(descriptor)
    tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
        shutil.rmtree(folder, ignore_errors=True)
        os.close(descriptor)


def _sweep(root: Path) -> None:
    for folder in root.glob(f"{_PREFIX}*"):
        with suppress(OSError), (folder / _LOCK).open("rb") as file:  # it is another's, or just being made
            if try_lock(file.fileno()):
                shutil.rmtree(folder, ignore_errors=True)
