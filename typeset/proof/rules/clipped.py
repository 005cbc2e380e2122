"""The rule `clipped`: no text is cut off by the box that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import short
from typeset.proof.sheets import Piece
from typeset.proof.standing import MOST_TOLD, place_of
from typeset.source import Fault

_LEAST = 0.08
"""How much of a piece must be cut off, in sizes of its type: less is a rounded edge."""


def clipped(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """No text is cut off by the box that it stands in.

    A box of a fixed size that hides what does not fit (`overflow: hidden`) shows the beginning of a text, or the upper
    half of its letters. Programs read all of it, so no search of the text tells; a person misses the rest. Let the box
    grow with what is in it, or shorten the text. Text of which nothing is left to be seen is `hidden`.
    """
    cut = ((sheet, piece) for sheet in finished.sheets for row in sheet.rows for piece in row.pieces
           if _is_cut(piece))  # fmt: skip
    for sheet, piece in islice(cut, MOST_TOLD):
        message = f"“{short(piece.text)}” is cut off: the box that it stands in is too small"
        hint = "let the box grow with its text (no `overflow: hidden`), or shorten the text"
        yield Finding("clipped", Fault(message, place_of(piece.text, claim.document), hint), sheet.number)


def _is_cut(piece: Piece) -> bool:
    """Whether a part of a piece is outside its window, and another part inside."""
    if not piece.window:
        return False
    (left, bottom, right, top), (from_left, from_bottom, to_right, to_top) = piece.box, piece.window
    is_inside = left < to_right and right > from_left and bottom < to_top and top > from_bottom
    beyond = max(from_left - left, from_bottom - bottom, right - to_right, top - to_top)
    return is_inside and beyond > _LEAST * piece.size
