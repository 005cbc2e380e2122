"""What drawing needs in; what shuts a worker in, by the kernel's Landlock, out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from typeset.build.cage.needs import Needs
from typeset.build.cage.worker import Shut
from typeset.writers.tex import confine

_DEVICES = tuple(Path("/dev", name) for name in ("null", "urandom", "zero"))


def landlock(needs: Needs) -> Shut:
    """Return what shuts a worker in: it reads what it needs, and writes to its folder for temporary files alone.

    It does nothing where the kernel has no Landlock.
    """
    return partial(_shut, needs)


def _shut(needs: Needs, scratch: str) -> None:
    with confine.wall(needs.run, (*needs.read, *_DEVICES), [Path(scratch), _DEVICES[0]]) as wall:
        if wall:
            wall()


def is_there() -> bool:
    """Whether the kernel has Landlock."""
    return bool(confine.version())
