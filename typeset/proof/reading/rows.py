"""The pieces of a page in, in any order; its rows as the eye reads them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from typeset.proof.sheets import GAP, Box, Piece, Row

_SAME_LINE = 0.3
"""How far apart baselines of one row may be, in sizes of the smaller type: less than any leading, as far as indices."""
_LEAST = 0.05
"""From where on white is a space that the file has, too."""
_FAR = 0.8
"""White that no space between two words has, in sizes."""


def rows(pieces: Iterable[Piece]) -> tuple[Row, ...]:
    """Return the rows of a page from the top down. The text of pieces may begin and end with spaces."""
    return tuple(map(_row, _lines(sorted(pieces, key=lambda piece: -piece.baseline))))


def around(boxes: Sequence[Box]) -> Box:
    """Return the box that holds all of `boxes`, of which there is one at least."""
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _lines(falling: Iterable[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in falling:
        if line and line[0].baseline - piece.baseline > _SAME_LINE * min(line[0].size, piece.size):
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def _row(line: list[Piece]) -> Row:
    """Join what stands together in one style, and write down the rest side by side."""
    joined: list[Piece] = []
    for piece in sorted(line, key=lambda piece: piece.box[0]):
        if joined and _is_one(joined[-1], piece):
            joined.append(_both(joined.pop(), piece))
        else:
            joined.append(piece)
    pieces = tuple(replace(piece, text=piece.text.strip()) for piece in joined)
    return Row(pieces, around([piece.box for piece in pieces]), _text(joined))


def _both(one: Piece, other: Piece) -> Piece:
    text = one.text.rstrip() + _space(one, other) + other.text.lstrip()
    return replace(other, text=text, box=around((one.box, other.box)), contrast=min(one.contrast, other.contrast))


def _text(pieces: Sequence[Piece]) -> str:
    said = pieces[0].text.strip()
    for one, other in pairwise(pieces):
        said += _space(one, other) + other.text.strip()
    return said


def _space(one: Piece, other: Piece) -> str:
    """Return what stands between two pieces: white, or a space that the second begins with.

    One that the first ends with may be PDFium's, who has seen another piece follow.
    """
    apart = (other.box[0] - one.box[2]) / min(one.size, other.size)
    is_spaced = apart > (_LEAST if one.text[-1:].isspace() else GAP) or other.text[:1].isspace()
    return " " if is_spaced else ""


def _is_one(one: Piece, other: Piece) -> bool:
    """Whether two pieces are in one style, and no further apart than words."""
    apart = other.box[0] - one.box[2]
    return -GAP * one.size < apart < _FAR * one.size and _style(one) == _style(other)


def _style(piece: Piece) -> tuple[object, ...]:
    return piece.size, piece.font, piece.color, piece.is_artifact, piece.is_level, piece.window
