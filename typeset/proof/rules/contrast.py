"""The rule `contrast`: text stands out from what is behind it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import LEAST_CONTRAST, Finished
from typeset.proof.following import short
from typeset.proof.sheets import Color, Piece
from typeset.proof.standing import MOST_TOLD, place_of
from typeset.source import Fault, Severity

_WANTED, _WANTED_OF_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = 18.0, 14.0
"""Points from which type is large."""


def contrast(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Text has a contrast of 4.5 : 1 with what is behind it, large type one of 3 : 1.

    That is what readers with weak eyes, a poor printer or a screen in the sun need (WCAG 2.2, 1.4.3). Large is type
    from 18 points, and bold type from 14. A light accent does it, or a theme's grey for notes. Choose a darker
    colour; each is told once. What contrasts less than 1.5 : 1 counts as `hidden`.
    """
    faint: dict[Color | None, tuple[int, Piece]] = {}
    for sheet in finished.sheets:
        for piece in (piece for row in sheet.rows for piece in row.pieces if _is_faint(piece)):
            faint.setdefault(piece.color, (sheet.number, piece))
    for page, piece in islice(faint.values(), MOST_TOLD):
        option = claim.colors.get(piece.color) if piece.color else None
        blame = f": the option `{option[0]}`" if option else ""
        message = f"“{short(piece.text)}” contrasts {_ratio(piece.contrast)} : 1 with what is behind it{blame}"
        hint = f"{_wanted(piece):g} : 1 is the least for type of this size: choose a darker colour"
        place = option[1] if option else place_of(piece.text, claim.document)
        yield Finding("contrast", Fault(message, place, hint, Severity.WARNING), page)


def _is_faint(piece: Piece) -> bool:
    """Whether a piece that says something can be seen, though not well."""
    return LEAST_CONTRAST <= piece.contrast < _wanted(piece) and any(map(str.isalnum, piece.text))


def _wanted(piece: Piece) -> float:
    return _WANTED_OF_LARGE if piece.size >= (_LARGE_BOLD if piece.is_bold else _LARGE) else _WANTED


def _ratio(contrast: float) -> str:
    """Return a contrast with one digit after the point, and never better than it is."""
    return f"{int(contrast * 10) / 10:.1f}"
