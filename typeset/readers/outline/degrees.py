"""The rows of a degree's head in; degree, subject, school and place kept."""

from __future__ import annotations

import re

from typeset.readers.outline.found import Found, Row, and_place, keep_employer
from typeset.readers.outline.jobs import AT
from typeset.readers.outline.pieces import Piece
from typeset.readers.outline.vocabulary import names_degree, names_school

_TYPE_AND_AREA = re.compile(r"\s+(?:in|en)\s+")
_SUBJECTS_OF_NAMES = re.compile(r"(?:Bachelor|Master|Doctor|Associate)s?\s+of\s+(?:Arts|Science|Engineering|\w+)\b")


def degree(rows: list[Row], kind: str, found: Found) -> None:  # noqa: ARG001  # as all readers of rows
    """Keep what the rows of a degree's head say."""
    cells = [cell for row in rows for cell in row.cells]
    if len(cells) == 1:
        cells = _degree_and_school(cells[0])
    degrees = [cell for cell in cells if names_degree(cell.plain) and not _is_school_only(cell)]
    schools = [cell for cell in cells if cell not in degrees[:1] and names_school(cell.plain)]
    if not degrees and not schools and len(cells) > 1:
        degrees, schools = cells[:1], cells[1:2]
        found.guess(f"“{cells[0].plain}” is the degree, “{cells[1].plain}” the school", cells[0])
    elif not schools:
        schools = [cell for cell in cells if cell not in degrees[:1]][:1]
    if degrees:
        _type_and_area(degrees[0], found)
    if schools:
        keep_employer(Row(schools[:1]), "institution", found)
    for cell in cells:
        if cell not in (*degrees[:1], *schools[:1]):
            found.put("area" if not degrees and "area" not in found.fields else "location", cell)


def _degree_and_school(piece: Piece) -> list[Piece]:
    """Return degree and school of one line: "B.A. in Physics at X (Place)", "B.A., X, Place", or one of them alone."""
    ats = list(AT.finditer(piece.plain))
    if ats:
        return [piece.cut(0, ats[-1].start()), piece.cut(ats[-1].end())]
    parts = piece.commas()
    schools = [number for number, part in enumerate(parts) if names_school(part.plain)]
    if schools and schools[0]:
        return [piece.cut(0, piece.plain.index(parts[schools[0]].plain)), piece.after_commas(schools[0])]
    if schools:
        degree = next((number for number, part in enumerate(parts) if number and names_degree(part.plain)), 0)
        school = piece.cut(0, piece.plain.index(parts[degree].plain)) if degree else piece
        return [school, piece.after_commas(degree)] if degree else [piece]
    styles = piece.styles()
    return styles if len(styles) > 1 else [piece]


def _is_school_only(piece: Piece) -> bool:
    return names_school(piece.plain) and not names_degree(piece.commas()[0].plain)


def _type_and_area(piece: Piece, found: Found) -> None:
    piece, place = and_place(piece)
    whole = _SUBJECTS_OF_NAMES.match(piece.plain)
    parted = _TYPE_AND_AREA.search(piece.plain, whole.end() if whole else 0)
    if parted and names_degree(piece.plain[: parted.start()]):
        found.put("studyType", piece.cut(0, parted.start()))
        found.put("area", piece.cut(parted.end()))
    else:
        parts = piece.commas()
        if len(parts) == 2 and names_degree(parts[0].plain):
            found.put("studyType", parts[0])
            found.put("area", parts[1])
        else:
            found.put("studyType" if names_degree(piece.plain) else "area", piece)
    found.put("location", place)
