"""The rule `margins`: text keeps to the room that the page's margins leave."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import short
from typeset.proof.sheets import Box, Piece, Sheet
from typeset.proof.standing import MOST_TOLD, place_of
from typeset.source import Fault, Severity

_HANGING = 0.5
"""How far signs may hang out, in sizes of the type: good setting lets points and hyphens stand in the margin."""


def margins(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Text keeps within the margins of its page; only running heads and page numbers stand in them.

    A file says with its ArtBox where its text should be (ISO 32000-2, 14.11.2). A line that runs out into the white
    shows that something did not fit: a word or an address that cannot be broken, or a table that is too wide. Printers
    leave the outer five millimetres blank. Shorten the text, allow it to break, or give the theme smaller margins.
    """
    out = ((sheet, piece) for sheet in finished.sheets if sheet.room for row in sheet.rows for piece in row.pieces
           if _is_out(piece, sheet, sheet.room))  # fmt: skip
    for sheet, piece in islice(out, MOST_TOLD):
        message = f"“{short(piece.text)}” stands in the margin of the page"
        hint = "shorten it, let it break, or set smaller margins"
        place = place_of(piece.text, claim.document)
        yield Finding("margins", Fault(message, place, hint, Severity.WARNING), sheet.number)


def _is_out(piece: Piece, sheet: Sheet, room: Box) -> bool:
    """Whether a piece is outside its room, and still on the page."""
    left, bottom, right, top = piece.box
    if piece.is_artifact or min(left, bottom, sheet.width - right, sheet.height - top) < 0:
        return False
    return min(left - room[0], bottom - room[1], room[2] - right, room[3] - top) < -_HANGING * piece.size
