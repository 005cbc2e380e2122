"""Folders in; what shuts a process to be started into them, out. Linux's Landlock, where the kernel has it (5.13).

A program that runs other people's programs, as TeX does, is held twice: by its own rules, and by the kernel's.
"""

from __future__ import annotations

import ctypes
import os
import signal
import struct
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446
"""System calls, of one number on every architecture (Linux, include/uapi/asm-generic/unistd.h)."""
_VERSION_FLAG, _BENEATH, _NO_NEW_PRIVILEGES = 1, 1, 38
_DIE_WITH_PARENT, _TAKE_IN_ORPHANS = 1, 36
"""Options of prctl, as is `_NO_NEW_PRIVILEGES` (include/uapi/linux/prctl.h)."""
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""The rights over files that each version of Landlock knows, counted from the lowest bit (uapi/linux/landlock.h)."""
_EXECUTE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 2, 1 << 3
_OF_FILES = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 14 | 1 << 15

Wall = Callable[[], None]
"""What a process runs before it becomes another program."""


@contextmanager
def wall(programs: Iterable[Path], read: Iterable[Path], write: Iterable[Path]) -> Iterator[Wall | None]:
    """Yield what shuts a process in: `programs` may run, `read` be read and `write` written, nothing else.

    Neither may it connect to the network (version 4), or signal others (6). None where there is no Landlock.
    """
    known = version()
    if not known:
        yield None
        return
    every = (1 << _RIGHTS[min(known, max(_RIGHTS))]) - 1
    attributes = struct.pack("QQQ", every, 0b11, 0b11)[: 8 if known < 4 else 16 if known < 6 else 24]
    rules = _call(_CREATE, attributes, len(attributes), 0)
    try:
        look = _READ_FILE | _READ_FOLDER
        for paths, rights in ((programs, _EXECUTE | look), (read, look), (write, every & ~_EXECUTE)):
            for path in paths:
                _allow(rules, path, rights & every)
        yield partial(_shut, rules)
    finally:
        os.close(rules)


def _shut(rules: int) -> None:
    _libc().prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    _call(_RESTRICT, rules, 0)


def _allow(rules: int, path: Path, rights: int) -> None:
    try:
        found = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        allowed = rights if path.is_dir() else rights & _OF_FILES
        _call(_ADD, rules, _BENEATH, struct.pack("=Qi", allowed, found), 0)
    finally:
        os.close(found)


def die_with_parent() -> None:
    """Let the kernel kill this process when the thread that has started it ends; on Linux alone."""
    if sys.platform == "linux":
        _libc().prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)


def take_in_orphans() -> None:
    """Become the parent of what this process's children leave behind when they end; on Linux alone."""
    if sys.platform == "linux":
        _libc().prctl(_TAKE_IN_ORPHANS, 1, 0, 0, 0)


@cache
def version() -> int:
    """Return the version of Landlock that the kernel has, 0 where there is none."""
    if sys.platform != "linux":
        return 0
    try:
        return _call(_CREATE, None, 0, _VERSION_FLAG)
    except OSError:
        return 0


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(number: int, *arguments: object) -> int:
    """Make a system call; raises `OSError`."""
    made = int(_libc().syscall(number, *arguments))
    if made < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return made
