"""The rule `gaps`: no long stretch of years of which a CV says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from typeset.lint.careers import Stage, stages
from typeset.lint.months import Span
from typeset.lint.subject import Subject
from typeset.lint.telling import advice, at_date
from typeset.source.findings import Finding

LONGEST = 6
"""Months that nobody asks about."""
_LONGEST_STUDY = 60
"""Months before the end of what has no beginning, that it may have taken."""


def gaps(subject: Subject) -> Iterator[Finding]:
    """Between the first job or degree and the last one, no more than six months pass of which nothing is said.

    People who hire look for such gaps and ask about them; many screening programs mark them. Jobs and degrees count,
    and all else that has dates: projects, unpaid work, sections of your own. Dates count at the latest that they can
    mean, so that no gap is seen between 2015 and 2016; and where a job or a degree has no dates at all, nothing is
    said, for it may be what fills the gap. What usually makes one is an entry left out, or a year mistyped. Say in a
    line what you did then (care, travel, a search, studies of your own), or have an answer ready.
    """
    found = list(stages(subject))
    career = [stage for stage in found if stage.is_career]
    if not career or any(stage.span is None for stage in career):
        return
    reaches = [(_reach(stage.span), stage) for stage in found if stage.span]
    first = min(start for (start, _), stage in reaches if stage.is_career)
    last = max(end for (_, end), stage in reaches if stage.is_career)
    reach = first
    for (start, end), stage in sorted(reaches, key=itemgetter(0)):
        if first < start <= last and start - reach - 1 > LONGEST:
            yield _told(stage, reach + 1, start - 1)
        reach = max(reach, end)


def _reach(span: Span) -> tuple[int, int]:
    """Return the first and the last of the months that something may have filled."""
    start, end = span.widest
    return (start if span.start else end - _LONGEST_STUDY), end


def _told(stage: Stage, first: int, last: int) -> Finding:
    place = at_date(stage.first, "startDate", stage.first.startDate)
    when = f"{_month(first)} to {_month(last)}"
    message = f"nothing is said of {_months(last - first + 1)}, {when}, before “{stage.name}”"
    return advice(
        "gaps", message, place, "say in a line what you did then, show what is left out, or have an answer ready"
    )


def _months(count: int) -> str:
    return f"{count} months" if count < 24 else f"{count // 12} years"


def _month(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02d}"
