"""What gathers while a head is read, and what every reader of heads asks of a piece: its place, its address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from typeset.readers.draft.notes import Fate, Note
from typeset.readers.outline.pieces import Piece
from typeset.readers.outline.vocabulary import names_company, names_degree, names_school, names_unit
from typeset.source import Node, Scalar

_PLACE = re.compile(r"\s*\(([^()]{2,60})\)\s*[.,]?$")
WITH_ADDRESS = ("work", "volunteer", "education", "projects", "sections", "awards", "certificates", "publications")


@dataclass(slots=True)
class Row:
    """One line: its pieces; whether a date stood beside them, signs as in a list part them, it is all there is."""

    cells: list[Piece]
    dated: bool = False
    listed: bool = False
    alone: bool = False


@dataclass(slots=True)
class Found:
    """What gathers while a head is read."""

    fields: dict[str, Node] = field(default_factory=dict)
    rest: list[Scalar] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def put(self, name: str, piece: Piece | None) -> None:
        """Keep a piece under a field; as one of the rest where the field is taken."""
        if not piece:
            return
        if name in self.fields or not name:
            self.rest.append(piece.node())
        else:
            self.fields[name] = piece.bare().node()

    def named(self, name: str, piece: Piece | None) -> None:
        """Keep what has a name, and the address it leads to, and the place behind it in brackets."""
        if not piece:
            return
        piece, place = and_place(piece)
        self.put(name, piece)
        if piece.link and "url" not in self.fields:
            self.fields["url"] = Scalar(piece.link, piece.place)
        self.put("location", place)

    def guess(self, message: str, piece: Piece) -> None:
        self.notes.append(Note(Fate.GUESSED, message, piece.place))


def keep_employer(row: Row, employer: str, found: Found) -> None:
    """Keep "Employer (Place)" or "Employer, Place"; what stands behind separators is the place, then the unit."""
    first, *others = row.cells
    whole, place = and_place(first)
    name, *places = whole.commas()
    found.named(employer, name)
    has_unit = bool(places) and ((len(places) > 1 or bool(others)) and is_unit(places[0]))
    if len(places) == 1 and others and len(whole.styled_and_rest()) > 1:
        has_unit = True
    if has_unit:
        found.put("department", places[0])
    if places:
        found.put("location", whole.after_commas(2 if has_unit else 1))
    found.put("location", place)
    for cell in others:
        found.put("department" if is_unit(cell) else "location", cell)


def is_unit(piece: Piece) -> bool:
    """Whether words name a part of an organisation: a team, a department, a programme that leads to a degree."""
    return names_unit(piece.plain) or names_degree(piece.plain)


def is_employer(cells: list[Piece]) -> bool:
    """Whether the words, a link or a place in brackets tell of an employer."""
    return any(
        names_company(cell.plain) or names_school(cell.plain) or bool(cell.link) or bool(and_place(cell)[1])
        for cell in cells[:1]
    )


def without_address(piece: Piece, kind: str, found: Found) -> Piece:
    """Return a piece without an address that is written out in it; it is kept."""
    for number, run in enumerate(piece.runs):
        is_written = bool(run.link) and run.text in str(run.link)
        if is_written and "url" not in found.fields and kind in WITH_ADDRESS:
            found.fields["url"] = Scalar(str(run.link), piece.place)
            before = piece.runs[:number]
            if before:
                before = (*before[:-1], replace(before[-1], text=before[-1].text.rstrip()))
            return Piece((*before, *piece.runs[number + 1 :]), piece.place)
    return piece


def and_place(piece: Piece) -> tuple[Piece, Piece | None]:
    """Return a piece without the place in brackets at its end, and that place."""
    found = _PLACE.search(piece.plain)
    if (
        not found
        or not found.start()
        or _is_abbreviation(found[1], piece.plain[: found.start()])
        or not found[1][0].isupper()
    ):
        return piece, None
    return piece.cut(0, found.start()), piece.cut(found.start(1), found.end(1))


def _is_abbreviation(words: str, before: str) -> bool:
    """Whether bracketed words stand for the initials before them, as in "Institute of Physics (IOP)"."""
    capitals = "".join(re.findall(r"[A-Z]", before))
    return (
        bool(re.fullmatch(r"[A-Z][A-Za-z&.]{1,9}", words))
        and sum(sign.isupper() for sign in words) > 1
        and all(sign in capitals or sign.islower() for sign in words.replace("&", "").replace(".", ""))
    )
