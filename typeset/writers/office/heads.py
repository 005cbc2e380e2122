"""An entry in; the lines of its head out: what it was, for whom and where, and when, at the end of a line with room."""

from __future__ import annotations

from dataclasses import dataclass, replace

from typeset.document.shapes import Entry, Text
from typeset.theme.office import Office
from typeset.writers.office.pieces import Piece, joined, plain, running, stopped, styled, width


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an entry's head: what stands left, and what stands at its right end."""

    style: str
    left: tuple[Piece, ...]
    right: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Heads:
    """Draws heads as a theme has them. `measure` is the width of the text in sizes of it."""

    office: Office
    measure: float

    def head(self, entry: Entry, kind: str, level: int) -> list[Row]:
        """What and when, for whom and where, in rows."""
        if kind in self.office.employers and entry.title and entry.organization:
            rows = self.employer_first(entry)
        elif level == 1 and (entry.title or entry.organization):
            rows = self.title_first(entry)
        else:
            rows = self.in_one(entry, level)
        return self.dated(rows, _dated(entry), self.office.dates == "second" and level == 1)

    def employer_first(self, entry: Entry) -> list[Row]:
        employer = (styled(entry.organization, "employer"), plain(entry.subtitle), styled(entry.place, "place"))
        return [Row("head", joined(employer)), Row("below", styled(entry.title, "role")),
                *_leads(entry.remark, entry.lead)]  # fmt: skip

    def title_first(self, entry: Entry) -> list[Row]:
        heading = styled(entry.title, "title") or styled(entry.organization, "employer")
        employer = styled(entry.organization if entry.title else None, "organization")
        said, remark = (employer, plain(entry.subtitle)), plain(entry.remark)
        place, leads = styled(entry.place, "place"), _leads(entry.lead)
        if place and self.office.places == "right":
            where = joined([*said, remark])
            first, *others = [*([Row("below", where)] if where else []), *leads] or [Row("below", ())]
            return [Row("head", heading), self.ended(first, place), *others]
        if place and not any((*said, remark)):
            return [Row("head", joined([heading, place])), *leads]
        where = joined([*said, place, remark])
        return [Row("head", heading), *([Row("below", where)] if where else []), *leads]

    def in_one(self, entry: Entry, level: int) -> list[Row]:
        """A role under its employer takes one row; so does what has neither title nor employer."""
        role = styled(entry.title, "role") or styled(entry.organization, "employer")
        others = (entry.organization if entry.title else None, entry.subtitle, entry.remark)
        said = joined([role, *map(plain, others), styled(entry.place, "place")])
        style = "text" if not role else "subhead" if level > 1 else "head"
        return [*([Row(style, said)] if said else []), *_leads(entry.lead)]

    def dated(self, rows: list[Row], period: tuple[Piece, ...], second: bool) -> list[Row]:
        """Return the rows with the date at the end of the first that has room, or in a row of its own."""
        if not period:
            return rows
        numbers = [number for number, row in enumerate(rows) if row.style != "lead" and not row.right]
        for number in sorted(numbers, reverse=second):
            if self.fits(rows[number].left, period):
                return [*rows[:number], replace(rows[number], right=period), *rows[number + 1 :]]
        if not rows or rows[0].style == "lead":
            return [Row("text", period), *rows]
        return [*rows[:1], Row("below", period), *rows[1:]]

    def ended(self, row: Row, right: tuple[Piece, ...]) -> Row:
        """Return the row with something at its right end, or after what it says where that has no room."""
        if self.fits(row.left, right):
            return replace(row, right=right)
        return replace(row, left=joined([row.left, right]))

    def fits(self, left: tuple[Piece, ...], right: tuple[Piece, ...]) -> bool:
        return width(left) + width(right) + 1.5 <= self.measure

    def short(self, entry: Entry) -> list[Row]:
        said = [styled(entry.title, "title")]
        said += [plain(entry.subtitle), styled(entry.organization, "organization")]
        said += [styled(entry.place, "place"), plain(entry.remark)]
        row = self.ended(Row("short", joined(said)), _dated(entry)) if any(said) else Row("short", _dated(entry))
        return ([row] if row.left else []) + _leads(entry.lead)

    def reference(self, entry: Entry) -> tuple[Piece, ...]:
        """A publication as bibliographies have it: "Authors: Title. Venue. Date. doi:…"."""
        authors = (*plain(entry.subtitle), *((Piece(": "),) if entry.subtitle and entry.title else ()))
        said = [(*authors, *stopped(plain(entry.title)))] if entry.title or entry.subtitle else []
        said.append(stopped(styled(entry.organization, "venue")))
        said += [stopped(plain(text)) for text in (entry.place, entry.remark, entry.lead)]
        said.append(stopped(_dated(entry)))
        said.append(() if entry.body else joined(map(running, entry.links)))
        return joined(said, " ")


def _dated(entry: Entry) -> tuple[Piece, ...]:
    return styled(entry.period.text if entry.period else None, "period")


def _leads(*texts: Text | None) -> list[Row]:
    return [Row("lead", plain(text)) for text in texts if text]
