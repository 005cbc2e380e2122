"""What a worker works under in; its process, and the pipes to it, out."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from typeset.build.cage import kin
from typeset.build.cage.frames import Inbox, send
from typeset.build.cage.worker import Answer, Terms, serve


@dataclass(frozen=True, slots=True)
class Hand:
    """A worker's process, where calls go in, where answers come out, and its folder for temporary files."""

    pid: int
    calls: int
    inbox: Inbox
    scratch: str | None = None

    def ask(self, call: bytes) -> None:
        """Hand it a call. Where it is gone, its closed pipe tells."""
        with suppress(BrokenPipeError):
            send(self.calls, call)

    def end(self) -> int:
        """Kill it with all that it has started, and return the status it ended with, as of `os.waitpid`."""
        kin.end(self.pid)
        status = os.waitpid(self.pid, 0)[1]
        self.close()
        if self.scratch:
            shutil.rmtree(self.scratch, ignore_errors=True)
        return status

    def close(self) -> None:
        """Let go of the pipes."""
        os.close(self.calls)
        os.close(self.inbox.descriptor)


Hire = Callable[[Iterable[Hand]], Hand]
"""How a worker is had, given those that there are."""


def forked(answer: Answer, terms: Terms, others: Iterable[Hand]) -> Hand:
    """Return a worker forked from this process: all that is loaded here is loaded there."""
    scratch = tempfile.mkdtemp(dir=terms.scratch)
    (calls, ask), (answers, told) = os.pipe(), os.pipe()
    parent, pid = os.getpid(), os.fork()
    if not pid:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        for hand in (*others, Hand(0, ask, Inbox(answers))):
            hand.close()
        serve(Inbox(calls), told, answer, terms._replace(scratch=scratch), parent)
    os.close(calls)
    os.close(told)
    return Hand(pid, ask, Inbox(answers), scratch)


def started(terms: Terms, _: Iterable[Hand]) -> Hand:
    """Return a worker started as a program of its own, for where this process cannot be forked."""
    scratch = tempfile.mkdtemp(dir=terms.scratch)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    hand = program([sys.executable, "-P", "-m", "typeset.build.cage.worker"], environment, scratch)
    hand.ask(pickle.dumps(terms._replace(scratch=scratch)))
    return hand


def program(arguments: list[str], environment: Mapping[str, str], scratch: str | None = None) -> Hand:
    """Return a program as a worker: calls go to its standard input, answers come from its standard output."""
    (calls, ask), (answers, told) = os.pipe(), os.pipe()
    ends = [(os.POSIX_SPAWN_DUP2, calls, 0), (os.POSIX_SPAWN_DUP2, told, 1)]
    try:
        pid = os.posix_spawn(arguments[0], arguments, environment, file_actions=ends)
    finally:
        os.close(calls)
        os.close(told)
    return Hand(pid, ask, Inbox(answers), scratch)
