"""The rule `overlap`: no text is set over other text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import short
from typeset.proof.sheets import Piece, Sheet
from typeset.proof.standing import MOST_TOLD, place_of
from typeset.source import Fault

_MOST = 0.4
"""The share of the lower one's height, and of a letter's width, that may lie over a piece of another line."""
_LETTER = 0.5
"""The width of a letter, in sizes. On one line as much may hang over: an italic “f” does, or the accent of an “Ύ”."""
_BAND = 24.0
"""Points: the height of the bands in which neighbours are looked for."""


def overlap(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """No text is set over other text.

    Where letters lie on letters, neither can be read, and programs that go by position mix their words. A label that
    is wider than its column does it, or a line that was given less height than its letters have. Give the column or
    the line more room, or shorten the text.
    """
    for sheet in finished.sheets:
        for one, other in islice(_overlapping(sheet), MOST_TOLD):
            message = f"“{short(other.text)}” is set over “{short(one.text)}”"
            place = place_of(other.text, claim.document) or place_of(one.text, claim.document)
            yield Finding("overlap", Fault(message, place, "give both more room, or shorten one"), sheet.number)


def _overlapping(sheet: Sheet) -> Iterator[tuple[Piece, Piece]]:
    """Yield pieces that lie over each other, each pair once; turned ones have no box of their own to speak of."""
    bands: dict[int, list[Piece]] = defaultdict(list)
    for piece in (piece for row in sheet.rows for piece in row.pieces if piece.is_level):
        touched = range(int(piece.box[1] // _BAND), int(piece.box[3] // _BAND) + 1)
        near = {id(other): other for band in touched for other in bands[band]}
        for other in near.values():
            if _is_over(other, piece):
                yield other, piece
        for band in touched:
            bands[band].append(piece)


def _is_over(one: Piece, other: Piece) -> bool:
    width = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    height = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    letter = _LETTER * min(one.size, other.size)
    lower = min(one.box[3] - one.box[1], other.box[3] - other.box[1])
    most = letter if one.baseline == other.baseline else _MOST * letter
    return width > most and height > _MOST * lower > 0
