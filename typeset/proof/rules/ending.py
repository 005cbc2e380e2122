"""The rule `ending`: the last page is not nearly empty."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.sheets import LEAST_FILL, Sheet
from typeset.proof.standing import standing
from typeset.source import Fault, Severity


def ending(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The last page of several is filled to 15 % at least.

    A sheet for two or three lines looks as if nobody had looked at it, and they are the first to be lost. Allow one
    page less (`pages: {max: …}` sets the CV tighter by itself), leave something out, or say more.
    """
    if len(finished.sheets) < 2:
        return
    last = finished.sheets[-1]
    fill = _fill(last, finished.sheets)
    if fill is None or fill >= LEAST_FILL:
        return
    rows = standing(finished.sheets, claim.document)[-1]
    message = f"the last page is only {int(100 * fill)} % full"
    hint = f"save the last lines with `pages: {{max: {len(finished.sheets) - 1}}}`, or say more"
    place = next((row.said.place for row in rows if row.said.place), None)
    yield Finding("ending", Fault(message, place, hint, Severity.WARNING), last.number)


def _fill(last: Sheet, sheets: tuple[Sheet, ...]) -> float | None:
    """Return how far down a page goes, from 0 to 1, in its room or, where the file has none, in what others take.

    None for a page with nothing on it.
    """
    lowest = [sheet.text_rows[-1].box[1] for sheet in sheets if sheet.text_rows]
    highest = [sheet.text_rows[0].box[3] for sheet in sheets if sheet.text_rows]
    if not last.text_rows:
        return None
    bottom, top = (last.room[1], last.room[3]) if last.room else (min(lowest), max(highest))
    return min(max((top - lowest[-1]) / (top - bottom), 0.0), 1.0) if top > bottom else None
