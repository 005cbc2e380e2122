"""What an import says of the values that did not simply arrive: each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from typeset.source import Place


class Fate(StrEnum):
    """What became of something that did not arrive as it was written."""

    MOVED = "moved"
    """Kept, but where nothing shows it: under `x`, or in an application."""
    GUESSED = "guessed"
    """Read as what it most likely means."""
    REPAIRED = "repaired"
    """Written in another way that says the same."""
    DROPPED = "dropped"
    """Not kept; the message says why."""
    EMPTY = "empty"
    """Not kept, since it said nothing."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that became of a value, in words, and where it stood."""

    fate: Fate
    message: str
    place: Place | None = None
