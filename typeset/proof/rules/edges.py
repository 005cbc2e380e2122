"""The rule `edges`: no text goes over the edge of its page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import short
from typeset.proof.sheets import Piece, Sheet
from typeset.proof.standing import MOST_TOLD, place_of
from typeset.source import Fault

_LEAST = 0.5
"""Points; less is nothing that anybody sees."""


def edges(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """No text goes over the edge of its page.

    What is beyond the edge is on no paper and on no screen: half a word is lost, though programs still read it whole.
    A long word or address that cannot be broken does it, or a theme that sets something where there is no room. Break
    the text or shorten it, or give the theme's box more width. Text that is off the page altogether is `hidden`.
    """
    over = ((sheet, piece) for sheet in finished.sheets for row in sheet.rows for piece in row.pieces
            if _is_over(piece, sheet))  # fmt: skip
    for sheet, piece in islice(over, MOST_TOLD):
        message = f"“{short(piece.text)}” goes over the edge of the page"
        hint = "break it, shorten it, or give it more room"
        yield Finding("edges", Fault(message, place_of(piece.text, claim.document), hint), sheet.number)


def _is_over(piece: Piece, sheet: Sheet) -> bool:
    """Whether a part of a piece is off the page; of what is off by more than half, the rule `hidden` speaks."""
    left, bottom, right, top = piece.box
    is_cut = min(left, bottom, sheet.width - right, sheet.height - top) < -_LEAST
    return is_cut and 0 <= (left + right) / 2 <= sheet.width and 0 <= (bottom + top) / 2 <= sheet.height
