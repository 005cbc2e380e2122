"""What there is to say of one thing in the content."""

from __future__ import annotations

from dataclasses import dataclass

from typeset.source import Place


@dataclass(frozen=True, slots=True)
class Shaping:
    """What made something as it is, and the line that asks for it."""

    how: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Something in the content: its path, its words, where it is written, and what shaped it or left it out."""

    path: str
    says: str
    place: Place | None
    shaped: tuple[Shaping, ...] = ()
