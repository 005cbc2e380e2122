"""The rule `future`: what is told has happened."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.lint.months import months
from typeset.lint.subject import Subject
from typeset.lint.telling import advice, at_date
from typeset.resume.dates import Date, PartialDate
from typeset.resume.items import items
from typeset.resume.model import Dated, Item
from typeset.source.findings import Finding

_STUDIES = 96
"""Months that a degree may still take."""
_IN_PRESS = 12
"""Months that a paper may take from its acceptance to its date."""


def future(subject: Subject) -> Iterator[Finding]:
    """No date lies in the future, but the end of studies and the date of a paper in press.

    A date to come is nearly always a mistyped one, and a reader who finds one trusts the others less. Degrees may end
    within eight years, publications appear within one. For a job that goes on write `present`, and for a contract that
    ends write its end in words: `until March 2028`.
    """
    for path, item in items(subject.resume):
        section = path.partition(".")[0]
        for key, date, months_ahead in _dates(item, section):
            if isinstance(date, PartialDate) and _lies_ahead(date, subject.today, months_ahead):
                message = f"`{key}` is {date}, which is still to come"
                yield advice("future", message, at_date(item, key, date), _hint(key))


def _dates(item: Item, section: str) -> Iterator[tuple[str, Date | None, int]]:
    """Yield the dates of an item by their keys, and how many months they may lie ahead."""
    if isinstance(item, Dated):
        yield "startDate", item.startDate, 0
        yield "endDate", item.endDate, _STUDIES if section == "education" else 0
    yield "date", getattr(item, "date", None), 0
    yield "releaseDate", getattr(item, "releaseDate", None), _IN_PRESS


def _lies_ahead(date: PartialDate, today: PartialDate, by: int) -> bool:
    found = months(date, today)
    this_month = today.year * 12 + today.month - 1
    if by or not date.day:
        return found is not None and found[0] > this_month + by
    return date > today


def _hint(key: str) -> str:
    return "is the year right? What goes on ends with `present`" if key == "endDate" else "is the year right?"
