"""The rule `notation`: the dates of a section look alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from typeset.lint.subject import Subject
from typeset.lint.telling import advice, at_date
from typeset.resume.dates import Date, DateText, PartialDate
from typeset.resume.items import items
from typeset.resume.model import Item
from typeset.source.findings import Finding

_KEYS = ("startDate", "endDate", "date")
_NAMES = {"years": "as a year alone", "months": "as a month", "days": "as a day", "words": "in words"}


@dataclass(frozen=True, slots=True)
class _Dated:
    item: Item
    key: str
    date: Date

    def __str__(self) -> str:
        return self.date.text.plain if isinstance(self.date, DateText) else str(self.date)


def notation(subject: Subject) -> Iterator[Finding]:
    """All dates of a section are given alike: all as years, all as months, or all in words.

    “2012” under “May 2015 – Dec 2016” looks like something left out, and parsers fill in a month that you never wrote.
    Dates in words are shown as they are, but no program can sort them or count with them. Give every date of a section
    to the same precision: the month where you know all of them, as is usual for jobs, or the year, as for degrees.
    Publications are left out, since their dates are their publishers'.
    """
    sections: dict[str, list[_Dated]] = defaultdict(list)
    for path, item in items(subject.resume):
        for key in _KEYS:
            date: Date | None = getattr(item, key, None)
            if date and _kind(date):
                sections[path.partition(".")[0]].append(_Dated(item, key, date))
    for name, dates in sections.items():
        yield from _of_section(name, dates)


def _of_section(name: str, dates: list[_Dated]) -> Iterator[Finding]:
    """Yield a finding for each way of writing dates that is not the usual one of a section, at the first of them."""
    kinds: dict[str, list[_Dated]] = defaultdict(list)
    for dated in dates:
        kinds[_kind(dated.date)].append(dated)
    usual = max(kinds, key=lambda kind: len(kinds[kind]), default="")
    for kind, found in kinds.items():
        if kind != usual:
            first, other = found[0], kinds[usual][0]
            which = f"`{first}` and {len(found) - 1} more stand" if len(found) > 1 else f"`{first}` stands"
            message = f"{which} {_NAMES[kind]} in `{name}`, where `{other}` stands {_NAMES[usual]}"
            yield advice("notation", message, at_date(first.item, first.key, first.date), "write them all alike")


def _kind(date: Date) -> str:
    match date:
        case DateText():
            return "words"
        case PartialDate():
            return ("years", "months", "days")[(date.month > 0) + (date.day > 0)]
    return ""
