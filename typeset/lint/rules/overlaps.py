"""The rule `overlaps`: nobody works full time for two employers at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from typeset.lint.careers import Stage, stages
from typeset.lint.subject import Subject
from typeset.lint.telling import advice, at_date
from typeset.lint.texts import in_blocks
from typeset.resume.dates import DateText
from typeset.resume.model import Position, Work
from typeset.resume.text import Text
from typeset.source.findings import Finding

LONGEST = 3
"""Months in which an old job may still run when the new one has begun."""
_PART_TIME = re.compile(
    r"\b(?:part[- ]?time|freelanc\w*|self[- ]employed|alongside|concurrent\w*|weekend\w*|evenings?|seasonal|sabbatical"
    r"|secondment|teilzeit\w*|freiberuf\w*|selbst(?:st)?ändig\w*|neben(?:bei|beruf\w*|tätigkeit\w*)|minijob\w*"
    r"|ehrenamt\w*)\b|\d\s?%",
    re.IGNORECASE,
)
"""What says, wherever it stands, that a job was not the only one."""
_BESIDE = re.compile(
    r"\b(?:contract(?:or|ing)?|consult\w*|own business|sole|(?:co-?)?(?:owner|founder)|advis\w*|board|trustee|chair\w*"
    r"|treasurer|volunteer\w*|fellow|intern(?:ship)?|trainee|apprentice|student|assistant|research\w*|scholar|ph\.?d"
    r"|lecturer|adjunct|affiliate\w*|visiting|guest|instructor|teach\w*|tutor\w*|coach|mentor\w*|editor\w*|review\w*"
    r"|writer|author|blogger|speaker|artist|musician|open[- ]source|maintainer|contributor|hobby|side|casual|leave"
    r"|beirat\w*|aushilf\w*|werkstudent\w*|praktik\w*|honorar\w*|lehrauftrag\w*|lehrbeauftragt\w*|dozent\w*|berat\w*"
    r"|wissenschaftlich\w*|hilfskraft|doktorand\w*|promotion|stipendiat\w*|gründer\w*|inhaber\w*|gesellschafter\w*)\b",
    re.IGNORECASE,
)
"""What says, in a title or a name, that a job may well have stood beside another."""


def overlaps(subject: Subject) -> Iterator[Finding]:
    """Two full-time jobs at different employers do not run at the same time for more than three months.

    Whoever checks references sees it at once, and takes it for a slip or worse. Only what is certain counts: months are
    taken at the latest beginning and the earliest end that a date can mean, several roles at one employer are one job,
    and whatever calls itself part-time, freelance, teaching, a board, a studentship or the like may stand beside any
    other. What usually makes an overlap is a mistyped year, or an old job that has no `endDate` and so goes on to this
    day. Mend the date, or say “part-time” in the title or the department.
    """
    jobs = [stage for stage in stages(subject) if stage.section == "work" and stage.span and not _is_beside(stage)]
    for one, other in combinations(jobs, 2):
        months = _months(one, other)
        if months > LONGEST and not _is_one_employer(one, other):
            yield _told(one, other, months)


def _months(one: Stage, other: Stage) -> int:
    """Return for how long two jobs ran at once for certain."""
    spans = [stage.span for stage in (one, other) if stage.span and stage.span.start]
    if len(spans) < 2:
        return 0
    return min(each.end[0] for each in spans) - max(each.start[1] for each in spans if each.start)


def _told(one: Stage, other: Stage, months: int) -> Finding:
    later = max(one, other, key=lambda stage: (stage.span.start or (0, 0)) if stage.span else (0, 0))
    earlier = other if later is one else one
    message = f"“{later.name}” and “{earlier.name}” overlap by {months} months"
    hint = "if one of them was not full-time, say so, as in “part-time”"
    if _has_no_end(earlier):
        hint = f"“{earlier.name}” has no `endDate`, and so goes on to this day; give it one"
    place = at_date(later.first, "startDate", later.first.startDate)
    return advice("overlaps", message, place, hint)


def _has_no_end(stage: Stage) -> bool:
    roles = getattr(stage.item, "positions", ()) or (stage.item,)
    return not stage.item.endDate and any(role.endDate is None for role in roles)


def _is_beside(stage: Stage) -> bool:
    job = stage.item
    roles: tuple[Work | Position, ...] = (job, *job.positions) if isinstance(job, Work) else ()
    heads = [text for role in roles for text in _head(role)]
    prose = [text for role in roles if role.summary for text in in_blocks(role.summary.blocks)]
    return any(map(_BESIDE.search, _plain(heads))) or any(map(_PART_TIME.search, _plain([*heads, *prose])))


def _head(role: Work | Position) -> Iterator[Text]:
    said = [role.position, role.department, role.location]
    said += [role.name, role.description] if isinstance(role, Work) else []
    said += [date.text for date in (role.startDate, role.endDate) if isinstance(date, DateText)]
    yield from filter(None, said)


def _plain(texts: Iterable[Text]) -> Iterator[str]:
    return (text.plain for text in texts)


def _is_one_employer(one: Stage, other: Stage) -> bool:
    """Whether two names are one, or one is the beginning of the other."""
    jobs = [stage.item for stage in (one, other) if isinstance(stage.item, Work)]
    if any(not job.name for job in jobs):
        return True
    addresses = {job.url for job in jobs}
    names = sorted((re.sub(r"\W+", " ", stage.name).casefold().strip() for stage in (one, other)), key=len)
    return names[1].startswith(names[0]) or (len(addresses) == 1 and None not in addresses)
