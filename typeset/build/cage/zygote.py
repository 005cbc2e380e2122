"""Families of calls in, once, through standard input; what became of each out. The process that waits in a bubble."""

from __future__ import annotations

import os
import pickle
import struct
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from typeset.build.cage import crew
from typeset.build.cage.crew import Died, Told
from typeset.build.cage.frames import Inbox, Nonsense, send
from typeset.build.cage.hands import forked
from typeset.build.cage.limits import Limits
from typeset.build.cage.needs import Needs
from typeset.build.cage.walls import landlock
from typeset.build.cage.worker import Terms

SCRATCH = "/tmp"  # noqa: S108  # a file system of the bubble's own, in memory
_HEAD = struct.Struct("!II?")


class Errand(NamedTuple):
    """What is to be done in a bubble."""

    families: Sequence[Sequence[bytes]]
    hands: int
    limits: Limits
    needs: Needs


def packed(told: Told) -> bytes:
    """Return what became of a call, as bytes."""
    number, place, found = told
    is_answer = not isinstance(found, Died)
    return _HEAD.pack(number, place, is_answer) + (found.why.encode() if isinstance(found, Died) else found)


def unpacked(data: bytes) -> Told:
    """Return what `packed` was given; raises `Nonsense`."""
    if len(data) < _HEAD.size:
        raise Nonsense
    number, place, is_answer = _HEAD.unpack_from(data)
    found = data[_HEAD.size :]
    return number, place, found if is_answer else Died(found.decode("utf-8", "replace"))


def main() -> None:
    """Say that the bubble holds; then do what is asked."""
    from typeset.build.calls import answer, warm

    ours = os.dup(0), os.dup(1)
    asked = Inbox(ours[0]).next()
    if not asked:
        return
    errand: Errand = pickle.loads(asked)  # noqa: S301  # from the process that has blown the bubble
    send(ours[1], b"")
    warm()
    hire = partial(forked, answer, Terms(errand.limits, SCRATCH, landlock(errand.needs)))
    for told in crew.told(errand.families, hire, errand.hands, errand.limits, is_fresh=True):
        send(ours[1], packed(told))


if __name__ == "__main__":
    main()
