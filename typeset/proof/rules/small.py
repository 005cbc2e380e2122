"""The rule `small`: no type is smaller than people can read on paper."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import SMALLEST, Finished
from typeset.proof.following import short
from typeset.proof.standing import MOST_TOLD, place_of
from typeset.source import Fault, Severity

_READABLE = 6.0
"""Points: what notes on forms are set in at the least."""
_TOLERANCE = 0.05


def small(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """No type is smaller than 6 points.

    Below that size people hold the sheet closer or give up, and a scan or a fax loses the letters. A theme's notes and
    indices get there when its base size is turned down to save a page. Set the text larger, or say less. What is
    smaller than 5 points counts as `hidden`.
    """
    pieces = ((sheet, piece) for sheet in finished.sheets for row in sheet.rows for piece in row.pieces
              if SMALLEST <= piece.size < _READABLE - _TOLERANCE
              and any(map(str.isalnum, piece.text)))  # fmt: skip
    for sheet, piece in islice(pieces, MOST_TOLD):
        message = f"“{short(piece.text)}” is set in {piece.size:.1f} pt"
        hint = f"{_READABLE:g} pt is the least that people read without trouble"
        place = place_of(piece.text, claim.document)
        yield Finding("small", Fault(message, place, hint, Severity.WARNING), sheet.number)
