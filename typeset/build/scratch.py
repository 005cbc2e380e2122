"""A folder for temporary files, gone when its time is over, out; and those of processes that were killed, swept."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from typeset.build.lock import try_lock

_PREFIX = "typeset-build-"
_CAN_HOLD = os.name == "posix"
"""Whether a folder can be opened and locked; elsewhere nobody can tell whose is still in use, and none is swept."""
_descriptors: set[int] = set()
"""By what this process holds its folders. Its workers let go, or one that is just dying with it would hold them on."""


@contextmanager
def scratch() -> Iterator[None]:
    """Have all temporary files of this process made in a folder of its own, and that folder removed in the end.

    Libraries leave files behind when they are interrupted; and whoever is killed removes nothing, so the next one does.
    """
    before, root = tempfile.tempdir, Path(tempfile.gettempdir())
    if _CAN_HOLD:
        _sweep(root)
    folder, descriptor = _made()
    if descriptor is not None:
        _descriptors.add(descriptor)
    tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
        shutil.rmtree(folder, ignore_errors=True)
        if descriptor in _descriptors:
            _descriptors.remove(descriptor)
            os.close(descriptor)


def _let_go() -> None:
    while _descriptors:
        os.close(_descriptors.pop())


if _CAN_HOLD:
    os.register_at_fork(after_in_child=_let_go)


def _made() -> tuple[Path, int | None]:
    """Make a folder and hold it; another one, where it is swept before that."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        descriptor = _held(folder) if _CAN_HOLD else None
        if not _CAN_HOLD or (descriptor is not None and folder.is_dir()):
            return folder, descriptor
        if descriptor is not None:
            os.close(descriptor)


def _sweep(root: Path) -> None:
    for folder in root.glob(f"{_PREFIX}*"):
        with suppress(OSError):  # it is another user's
            if (descriptor := _held(folder)) is not None:
                shutil.rmtree(folder, ignore_errors=True)
                os.close(descriptor)


def _held(folder: Path) -> int | None:
    """Return by what a folder is held until that is closed; None where it is somebody else's, or gone."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return None
    if try_lock(descriptor):
        return descriptor
    os.close(descriptor)
    return None
