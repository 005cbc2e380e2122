"""A process that leads a session in; it and all that it has started, ended."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from typeset.writers.tex import confine

_GONE = ("Z", "X")
_ROUNDS = 100
"""How often processes are looked for that were started meanwhile; one that the kernel cannot end is left."""


class _Process(NamedTuple):
    pid: int
    state: str
    parent: int
    session: int


def lead(parent: int) -> None:
    """Make this process lead a session of its own, die when its parent dies, and keep what its children leave behind.

    `parent` is the process that has started it; where that is gone already, so is this one.
    """
    os.setsid()
    confine.die_with_parent()
    confine.take_in_orphans()
    if os.getppid() != parent:
        os._exit(1)


def end(leader: int) -> None:
    """Kill a leader of a session and everything below it; whoever started it has still to wait for it.

    It is stopped first, so that it starts no more, and killed last, so that its descendants are known by it.
    """
    _send(leader, signal.SIGSTOP)
    end_below(leader)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)
    _send(leader, signal.SIGKILL)


def end_below(leader: int) -> None:
    """Kill everything that a leader of a session has started, whatever session that is in now."""
    for _ in range(_ROUNDS):
        found = list(_below(leader))
        for pid in found:
            _send(pid, signal.SIGKILL)
        if not found:
            break


def _send(pid: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.kill(pid, number)


def _below(leader: int) -> Iterator[int]:
    """Yield the living processes of a session, and those that descend from its leader."""
    alive = {process.pid: process for process in _processes() if process.state not in _GONE}
    for process in alive.values():
        ancestor: _Process | None = process
        while ancestor and ancestor.parent != leader:
            ancestor = alive.get(ancestor.parent)
        if process.pid != leader and (ancestor or process.session == leader):
            yield process.pid


def _processes() -> Iterator[_Process]:
    """Yield every process; none where there is no /proc."""
    for entry in os.scandir("/proc") if sys.platform == "linux" else ():
        if entry.name.isdecimal():
            with suppress(OSError):  # it has ended meanwhile
                said = Path(entry.path, "stat").read_text("latin-1")
                state, parent, _, session = said.rpartition(")")[2].split()[:4]  # a program may be called anything
                yield _Process(int(entry.name), state, int(parent), int(session))
