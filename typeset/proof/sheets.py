"""What stands where on the pages of a finished PDF."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of the page as it is cut."""
Color = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that stand together on one baseline in one style: what they say, where, and how they look.

    `size` is in points as it is on paper; `color` is None where it is a pattern.
    """

    text: str
    box: Box
    size: float
    font: str
    is_bold: bool
    is_italic: bool
    color: Color | None


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces on one baseline, from left to right, as the eye reads them before it goes on to what is below."""

    pieces: tuple[Piece, ...]
    box: Box

    @property
    def text(self) -> str:
        """What the row says, with a space where there is a gap."""
        return " ".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size in points, its rows in the order in which they are read, and where its pictures are."""

    number: int
    width: float
    height: float
    rows: tuple[Row, ...]
    pictures: tuple[Box, ...]
