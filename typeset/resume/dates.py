"""Dates as people know them: a year, a month or a day; the present; or words of their own."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from typeset.resume.text import Text

_ISO = re.compile(r"([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_ONLY_FIGURES = re.compile(r"[\d\s./:-]+")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of the precision known (ISO 8601): month and day are 0 where they are not."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])


@dataclass(frozen=True, slots=True)
class Present:
    """Not ended yet."""


@dataclass(frozen=True, slots=True)
class DateText:
    """A date in words, shown as written: "Summer 2011 (3 months)"."""

    text: Text


Date = PartialDate | Present | DateText


class NotADate(ValueError):
    """Figures that look like a date and are none; the message says why."""


def parse(written: str) -> PartialDate | Present | None:
    """Return the date of an ISO text or of `present`; None for words, to be shown as they are.

    Raises `NotADate` for figures that are not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or name a day that never was.
    """
    written = written.strip()
    if written.lower() == "present":
        return Present()
    if not (match := _ISO.fullmatch(written)):
        if _ONLY_FIGURES.fullmatch(written):
            raise NotADate(f"`{written}` is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    if match[2] and not 1 <= month <= 12:
        raise NotADate(f"`{written}` has no such month")
    if match[3] and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise NotADate(f"`{written}` has no such day")
    return PartialDate(year, month, day)
