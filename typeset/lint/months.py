"""Dates of the precision known in; the months that they can mean out, counted from the year 0."""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.resume.dates import Date, DateText, PartialDate, Present

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_GOES_ON = re.compile(
    r"\b(?:since|present|today|now|current(?:ly)?|ongoing|onwards?|seit|heute|jetzt|aktuell|laufend|depuis|aujourd)\b"
    r"|[-–—]\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when something went on: the first and the last month that either end can be.

    Where nothing is known of the beginning, `start` is None.
    """

    start: tuple[int, int] | None
    end: tuple[int, int]

    @property
    def widest(self) -> tuple[int, int]:
        """The first month that it can have begun in, and the last that it can have ended in."""
        return (self.start or self.end)[0], self.end[1]


def span(start: Date | None, end: Date | None, today: PartialDate) -> Span | None:
    """Return when something was; None when that cannot be told. A start without an end goes on, as in JSON Resume."""
    if isinstance(start, PartialDate) and end is None:
        end = Present()
    first, last = months(start, today), months(end, today)
    if isinstance(start, DateText) and end is None:
        last = first
    if last is None or (start and first is None):
        return None
    return Span(first, last)


def months(date: Date | None, today: PartialDate) -> tuple[int, int] | None:
    """Return the first and the last month that a date can mean; None where it names no year."""
    match date:
        case PartialDate():
            first = date.year * 12 + (date.month or 1) - 1
            return first, first if date.month else first + 11
        case Present():
            return months(PartialDate(today.year, today.month), today)
        case DateText():
            return _in_words(date.text.plain, today)
    return None


def _in_words(text: str, today: PartialDate) -> tuple[int, int] | None:
    years = [int(year) for year in _YEAR.findall(text)]
    if not years:
        return None
    last = today.year if _GOES_ON.search(text) else max(years)
    return min(years) * 12, last * 12 + 11


def is_past(date: Date | None, today: PartialDate) -> bool:
    """Whether a date was over, at the latest it can mean, before this month."""
    found = months(date, today)
    return isinstance(date, PartialDate) and found is not None and found[1] < today.year * 12 + today.month - 1
