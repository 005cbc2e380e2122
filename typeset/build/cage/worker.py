"""Calls in through one pipe, what each returned out through another: all that a worker's process does."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from typeset.build.cage import kin
from typeset.build.cage.frames import Inbox, send
from typeset.build.cage.limits import Limits, allow, bind

Answer = Callable[[bytes], tuple[bytes, bool]]
"""What is done with a call: its answer, and whether this process is fit for no more of them. It raises nothing."""


Shut = Callable[[str], None]
"""What shuts a process in, given the only folder that it may write to."""


def _not_at_all(_: str) -> None:
    """Shut nothing in."""


class Terms(NamedTuple):
    """What a worker works under: its limits, its folder for temporary files, and what shuts it in."""

    limits: Limits
    scratch: str
    shut: Shut = _not_at_all


def serve(calls: Inbox, answers: int, answer: Answer, terms: Terms, parent: int) -> None:
    """Answer calls until there are no more, and end this process. What they print goes nowhere.

    `parent` is the process that has started this one.
    """
    status = 1
    try:
        kin.lead(parent)
        _silence({calls.descriptor, answers})
        tempfile.tempdir = terms.scratch
        bind(terms.limits)
        terms.shut(terms.scratch)
        while (call := calls.next()) is not None:
            allow(terms.limits.computing)
            data, leaves = answer(call)
            send(answers, data, leaves=leaves or _has_children())
        status = 0
    finally:
        os._exit(status)


def _has_children() -> bool:
    """Whether a call has left anything running: then this process is ended with it."""
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    return True


def _silence(kept: set[int]) -> None:
    sys.stdout = sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115  # as long as this process lives
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in {0, 1, 2} - kept:
        os.dup2(nothing, standard)


def main() -> None:
    """Serve the process that has started this program, through standard input and output."""
    import pickle

    from typeset.build.calls import answer

    calls, answers = Inbox(os.dup(0)), os.dup(1)
    if terms := calls.next():
        serve(calls, answers, answer, pickle.loads(terms), os.getppid())  # noqa: S301  # from who has started this


if __name__ == "__main__":
    main()
