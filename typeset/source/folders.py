"""A folder and a path that somebody wrote in; the regular file that lies there, or none, out."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path, PurePosixPath


def inside(folder: Path, name: str) -> Path | None:
    """Return the regular file `name` of a folder; None for what is not there, is no such file, or leads elsewhere.

    Below the folder no symbolic link is followed, not even to another file of it; the folder itself may be one.
    """
    path = PurePosixPath(name)
    if not path.parts or path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        return None
    found, mode = folder, 0
    for part in path.parts:
        found = found / part
        try:
            mode = os.lstat(found).st_mode
        except (OSError, ValueError):  # ValueError: a NUL in the name
            return None
        if stat.S_ISLNK(mode):
            return None
    return found if stat.S_ISREG(mode) else None


def is_regular(path: Path) -> bool:
    """Whether a path is that of a regular file, and not of a link to one."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def read_regular(path: Path, most: int) -> bytes:
    """Return the bytes of a regular file, one more than `most` of a larger one, so that its reader can tell.

    Raises `OSError` for what cannot be read; what would make a reader wait, a pipe or a device, is not waited for.
    """
    with open(path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no regular file")
        return file.read(most + 1)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
