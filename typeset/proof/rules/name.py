"""The rule `name`: a CV begins with the name of the person, in the largest type of its first page."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof import routes
from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import short, squeezed
from typeset.proof.sheets import Row
from typeset.source import Fault, Severity

_LARGER = 0.1
"""Points by which type is larger than other type."""


def name(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The name is the first line of a CV, and nothing on its first page is set larger.

    Parsers take the first line, or the largest one, for the name of the person, and so does whoever looks through a
    pile. What breaks it are a title such as “Curriculum vitae”, contact details above the name, and headings in large
    type. Set the name first and largest in the theme. A letter, which may begin with an address, is not held to it.
    """
    said = claim.document.masthead.name
    spots = next((each.spots for each in routes.layout(finished, claim).placed if each.text is said), ())
    if claim.document.letter or not spots:
        return
    rows, first = finished.sheets[0].rows, spots[0]
    own, above = (rows[first.row], rows[: first.row]) if first.page == 0 else (None, rows)
    for text, how in ((_above(above, claim.document.mark), "stands above"), (_larger(rows, own), "is set larger than")):
        if text:
            message = f"“{short(text)}” {how} the name, “{short(said.plain)}”"
            hint = "parsers take the first line, or the largest, for the name"
            yield Finding("name", Fault(message, said.place, hint, Severity.WARNING), 1)


def _above(rows: tuple[Row, ...], mark: str) -> str | None:
    """Return what stands above the name, if anything besides a document's mark."""
    return next((row.text for row in rows if squeezed(row.text) != squeezed(mark)), None)


def _larger(rows: tuple[Row, ...], own: Row | None) -> str | None:
    """Return what is set in larger type than the name's row, if anything."""
    least = max((piece.size for piece in own.pieces), default=0.0) if own else 0.0
    size, text = max((piece.size, piece.text) for row in rows for piece in row.pieces)
    return text if size > least + _LARGER else None
