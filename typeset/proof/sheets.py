"""What stands where on the pages of a finished PDF."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of the page as it is cut."""
Color = tuple[int, int, int]
GAP = 0.25
"""From where on white is a space, in sizes: letters are set 0.08 apart at most, an italic leans by 0.15, and as much as
0.2 may lie beside a letter and before another of a different font."""
LEAST_FILL = 0.15
"""A last page that is less full than this ends badly, where it is not the only one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that stand together on one baseline in one style: what they say, where, and how they look.

    `box` is that of their ink, `baseline` its height above the page's lower edge, `size` in points as it is on paper.
    `color` is None where it is a pattern; `contrast` (1 to 21) is with what is behind them. Artifacts are said to be no
    part of the text: running heads, page numbers, signs between texts. Outside its `window` nothing of a piece is
    shown; None where all is. A piece that is not `level` is turned or slanted.
    """

    text: str
    box: Box
    baseline: float
    size: float
    font: str
    is_bold: bool
    is_italic: bool
    color: Color | None
    contrast: float
    is_artifact: bool
    is_level: bool
    window: Box | None


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces on one baseline, from left to right, as the eye reads them before it goes on to what is below.

    `text` is what the row says, with a space where there is a gap.
    """

    pieces: tuple[Piece, ...]
    box: Box
    text: str

    @property
    def is_running(self) -> bool:
        """Whether all of it is a running head."""
        return all(piece.is_artifact for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture on a page: where it is, and whether its data are there to the end."""

    box: Box
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size in points, its rows in the order in which they are read, and its pictures.

    `painted` are its pieces as they are painted, before those of a row are joined. `room` is where its text should be,
    which is within its margins; None where the file does not say.
    """

    number: int
    width: float
    height: float
    rows: tuple[Row, ...]
    images: tuple[Image, ...] = ()
    painted: tuple[Piece, ...] = ()
    room: Box | None = None

    @property
    def text_rows(self) -> tuple[Row, ...]:
        """The rows that are no running heads."""
        return tuple(row for row in self.rows if not row.is_running)
