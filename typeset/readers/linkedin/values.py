"""Cells of LinkedIn's tables in, values of content out."""

from __future__ import annotations

import re

from typeset.readers.draft.dates import moment
from typeset.readers.draft.descriptions import bounded, described_plainly, markdown_of_lines
from typeset.readers.draft.nodes import listed, literal, mapped, string
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.linkedin.table import Row
from typeset.source import Node, Scalar

Entries = list[tuple[str, Node | None]]

_SITE = re.compile(r"(?:\b[A-Z_ ]+:)?\s*((?:https?://|www\.)[^\s,\[\]]+|[\w-]+(?:\.[\w-]+)+(?:/[^\s,\[\]]*)?)")
_WORDS = re.compile(r"[^\s,\[\]]+")


def short(cell: Scalar | None) -> Node | None:
    """Return a text on one line."""
    return literal(" ".join(bounded(cell.text, cell.place).split()), cell.place) if cell else None


def long(cell: Scalar | None) -> Node | None:
    """Return a text of lines as a body."""
    return string(markdown_of_lines(cell.text, cell.place), cell.place) if cell else None


def told(cell: Scalar | None) -> Entries:
    """Return a text of lines as paragraphs and bullets."""
    return described_plainly(cell.text, cell.place) if cell else []


def date(cell: Scalar | None) -> Node | None:
    """Return a date; LinkedIn writes months in words."""
    if not cell:
        return None
    known = moment(cell.text) if re.search(r"[^\W\d]", cell.text) else None
    return string(known or cell.text.strip(), cell.place)


def period(row: Row, notes: list[Note]) -> Entries:
    """Return start and end; what has no end goes on, LinkedIn says no more."""
    start, end = row.take("Started On", "Start Date"), row.take("Finished On", "End Date")
    if start and not end:
        notes.append(Note(Fate.GUESSED, "no end is given: it goes on", start.place))
        return [("startDate", date(start)), ("endDate", string("present", start.place))]
    return [("startDate", date(start)), ("endDate", date(end))]


def name(row: Row) -> Node | None:
    """Return a first and a last name as one."""
    parts = [part for part in (row.take("First Name"), row.take("Last Name")) if part]
    return literal(" ".join(part.text.strip() for part in parts), parts[0].place) if parts else None


def phone(row: Row) -> Node | None:
    """Return a telephone number."""
    number, extension = row.take("Number", "Phone Number"), row.text("Extension")
    return (
        string(f"{number.text.strip()} ext. {extension}" if extension else number.text.strip(), number.place)
        if number
        else None
    )


def profile(row: Row) -> Entries:
    """Return what the profile says of the person."""
    cell = row.take("Websites")
    sites = [(match[1], cell.place) for match in _SITE.finditer(cell.text)] if cell else []
    if cell and not sites:
        row.taken.discard("websites")
    twitter = row.take("Twitter Handles")
    handles = [(handle.lstrip("@"), twitter.place) for handle in _WORDS.findall(twitter.text)] if twitter else []
    profiles = [
        *(mapped([("url", string(url, place))], place) for url, place in sites[1:]),
        *(mapped([("network", string("Twitter", at)), ("username", string(name, at))], at) for name, at in handles),
    ]
    return [
        ("name", name(row)),
        ("label", short(row.take("Headline"))),
        ("url", string(*sites[0]) if sites else None),
        ("location", short(row.take("Geo Location"))),
        ("summary", long(row.take("Summary"))),
        ("profiles", listed(profiles, row.place)),
    ]
