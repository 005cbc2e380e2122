"""The lines of an entry's head in; the model's fields out, each where it stood, and what no field could take.

A head says when, what, for whom and where, in any order and with any marks between. What marks and words do not tell
is read in the usual order, the role before the employer, and noted as a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from typeset.readers.draft.notes import Note
from typeset.readers.outline.degrees import degree
from typeset.readers.outline.found import Found, Row, without_address
from typeset.readers.outline.jobs import job
from typeset.readers.outline.pieces import Piece, piece_of
from typeset.readers.outline.things import thing
from typeset.readers.outline.vocabulary import names_role
from typeset.readers.outline.when import DATELESS, without_dates
from typeset.source import Node, Scalar

_FIELDS_IN_ORDER = """
title subtitle name language organization institution url location entity roles issuer awarder publisher description
level fluency position department studyType area startDate endDate date releaseDate successor
"""
_ORDER = _FIELDS_IN_ORDER.split()
_WITHOUT_DASHES = ("certificates", "awards", "publications", "skills", "languages", "interests", "references")
_READERS: dict[str, Callable[[list[Row], str, Found], None]] = {"work": job, "volunteer": job, "education": degree}


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says: fields of the model, lines that no field could take, and what was guessed."""

    fields: tuple[tuple[str, Node], ...]
    rest: tuple[Scalar, ...] = ()
    notes: tuple[Note, ...] = ()


def head(lines: Iterable[Scalar], kind: str) -> Head:
    """Return what an entry's head says as fields of the kind of item that section `kind` holds.

    `lines` are inline Markdown in the order of the file; `kind` is a section's key, such as `work`, or `sections`.
    """
    found = Found()
    rows = [Row([piece], listed=piece.is_listed) for piece in map(piece_of, lines)]
    if len(rows) == 1 and len(rows[0].cells[0].runs) == 1:
        rows[0].alone = True
    if kind not in DATELESS:
        rows = without_dates(rows, kind, found)
    rows = [made for row in rows if (made := _parted(row, kind, found)).cells]
    if rows:
        _READERS.get(kind, thing)(rows, kind, found)
    fields = sorted(found.fields.items(), key=lambda pair: _ORDER.index(pair[0]))
    return Head(tuple(fields), tuple(found.rest), tuple(found.notes))


def _parted(row: Row, kind: str, found: Found) -> Row:
    """Return a row in pieces; an address that is written out is kept apart from the words around it."""
    pieces = row.cells if row.alone else [without_address(piece, kind, found) for piece in row.cells]
    dashes = kind not in _WITHOUT_DASHES and not row.listed
    cells = [
        cell for piece in pieces for cell in piece.cells(dashes=dashes and not (kind == "work" and _is_placed(piece)))
    ]
    return Row(cells, row.dated, row.listed)


def _is_placed(piece: Piece) -> bool:
    """Whether a line is an employer and a place that has a dash of its own: "Ship, Here – There"."""
    name, *places = piece.commas()
    return bool(places) and len(name.cells()) == 1 and len(places[0].cells()) > 1 and not names_role(name.plain)
