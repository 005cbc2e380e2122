"""The lines of a head in; the same without the date, which is kept, out."""

from __future__ import annotations

import re

from typeset.readers.draft.dates import periods
from typeset.readers.outline.found import Found, Row
from typeset.readers.outline.pieces import Piece
from typeset.source import Scalar

DURATION = re.compile(
    r"\s*[(\[]?\s*\d+\+?\s*(?:years?|yrs?|months?|mos?|weeks?|Jahre?n?|Monate?n?|ans?|mois)\b[^()]{0,24}[)\]]?"
)
DATELESS = ("skills", "languages", "interests", "references")
ONE_DATE = {"awards": "date", "certificates": "date", "publications": "releaseDate"}


def without_dates(rows: list[Row], kind: str, found: Found) -> list[Row]:
    """Return the rows without the first date that stands where dates do; it is kept."""
    made = []
    taken = False
    for row in rows:
        [piece] = row.cells
        span = None if taken else _date_span(piece)
        if span is None:
            made.append(row)
            continue
        taken = True
        start, end, (left, right) = span
        right = _with_duration(piece, start, right)
        _keep_dates(kind, start, end, piece.cut(left, right), found)
        cells = [cell for cell in (piece.cut(0, left), piece.cut(right)) if cell]
        made.append(Row(cells, dated=True, listed=row.listed, alone=row.alone))
    return made


def _date_span(piece: Piece) -> tuple[str | None, str | None, tuple[int, int]] | None:
    plain = piece.plain
    for start, end, (left, right) in periods(plain):
        before, after = plain[:left].rstrip(), DURATION.sub("", plain[right:]).lstrip()
        bracketed = plain[left] in "([（" and plain[right - 1] in ")]）"
        is_apart = plain[:left].endswith("   ") and not after.strip("*_ .)")
        is_edge = not before.strip("*_ ") or not after.strip("*_ .)")
        is_parted = (not before or before[-1] in ",;:|·•–—-") and (not after or after[0] in ",;:|·•–—-(")
        if bracketed or is_parted or is_apart or (is_edge and (end or len(start or "") > 4 or not before)):
            return start, end, (left, right)
    return None


def _with_duration(piece: Piece, start: str | None, right: int) -> int:
    """A duration behind words belongs to them; behind a date it says again what the date says."""
    found = DURATION.match(piece.plain, right)
    return found.end() if found and start and not start[:1].isdigit() else right


def _keep_dates(kind: str, start: str | None, end: str | None, written: Piece, found: Found) -> None:
    def node(date: str) -> Scalar:
        is_words = not (date[:1].isdigit() or date == "present")
        return written.bare().node() if is_words and end is None else Scalar(date, written.place)

    if kind in ONE_DATE:
        single = node(start or end or "") if not (start and end) else written.bare().node()
        found.fields[ONE_DATE[kind]] = single
        return
    if kind == "sections" and start and not end:
        found.fields["date"] = node(start)
        return
    if start:
        found.fields["startDate"] = node(start)
    if end or (start and start[:1].isdigit()):
        found.fields["endDate"] = node(end or start or "")
