"""Families of calls in; what became of each out, all of them made inside one bubblewrap.

In there is a process that has loaded what drawing takes, once, and forks a worker for every family (`zygote`). It sees
the files that it needs, none of which it can change, no network, and no process but its own.
"""

from __future__ import annotations

import os
import pickle
import select
import shutil
import sys
import time
from collections import deque
from collections.abc import Generator, Sequence

from typeset.build.cage.crew import Died, Told
from typeset.build.cage.frames import Nonsense
from typeset.build.cage.hands import Hand, program
from typeset.build.cage.limits import Limits
from typeset.build.cage.needs import Needs
from typeset.build.cage.zygote import SCRATCH, Errand, unpacked

PROGRAM = "bwrap"
_SCRATCH_BYTES = 256 << 20
_PATIENCE = 30.0
"""Seconds for starting, and for a worker that does not die at once."""
_KEPT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE")


class NoBubble(Exception):
    """What keeps bubblewrap from being used here, in words that follow its name."""


def told(families: Sequence[Sequence[bytes]], hands: int, limits: Limits, needs: Needs) -> Generator[Told, None, None]:
    """Yield what became of every call, by so many workers at once; raises `NoBubble` before the first.

    Where the bubble bursts, what was being done in it is lost, and the rest is done in another.
    """
    left = {number: deque(range(len(family))) for number, family in enumerate(families)}
    while left:
        numbers = list(left)
        calls = [[families[number][place] for place in left[number]] for number in numbers]
        errand = Errand(calls, hands, limits, needs)
        try:
            for number, _, found in _told(errand, needs):
                yield numbers[number], _next(left, numbers[number]), found
        except NoBubble:
            if calls == families:  # later it is one more that burst
                raise
        except Nonsense:
            pass
        for number in list(left)[:hands]:
            yield number, _next(left, number), Died("burst the bubble that it was in")


def _next(left: dict[int, deque[int]], number: int) -> int:
    """Take the next call of a family off what is left; every family's are answered in order."""
    place = left[number].popleft()
    if not left[number]:
        del left[number]
    return place


def _told(errand: Errand, needs: Needs) -> Generator[Told, None, None]:
    zygote = _blown(needs)
    try:
        zygote.ask(pickle.dumps(errand))
        if not _hears(zygote, _PATIENCE):
            raise NoBubble("does not work on this machine")
        zygote.inbox.take()
        while _hears(zygote, errand.limits.clock + _PATIENCE):
            yield unpacked(zygote.inbox.take()[0])
    finally:
        zygote.end()


def _hears(zygote: Hand, patience: float) -> bool:
    """Wait until a message has arrived whole; False where none comes any more, or too late."""
    until = time.monotonic() + patience
    poll = select.poll()
    poll.register(zygote.inbox.descriptor, select.POLLIN)
    while not zygote.inbox.has_message:
        if zygote.inbox.is_closed or not poll.poll(max(0.0, until - time.monotonic()) * 1000):
            return False
        zygote.inbox.fill()
    return True


def _blown(needs: Needs) -> Hand:
    found = shutil.which(PROGRAM)
    if not found:
        raise NoBubble("is not on this machine")
    here = {name: os.environ[name] for name in _KEPT if name in os.environ}
    paths = os.pathsep.join(filter(None, map(os.path.abspath, sys.path)))
    environment = {**here, "HOME": SCRATCH, "PYTHONPATH": paths}
    return program(arguments(found, needs, [sys.executable, "-P", "-m", "typeset.build.cage.zygote"]), environment)


def arguments(found: str, needs: Needs, command: Sequence[str]) -> list[str]:
    """Return the command line that runs a command where nothing is but what it needs, and where nothing stays."""
    size = str(_SCRATCH_BYTES)
    shut = ["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--chdir", "/"]
    own = ["--dev", "/dev", "--proc", "/proc", "--size", size, "--tmpfs", SCRATCH]
    seen = [part for path in sorted(needs.read) for part in ("--ro-bind", str(path), str(path))]
    return [found, *shut, *own, *seen, "--remount-ro", "/", "--", *command]
