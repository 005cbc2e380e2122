"""The tree of a content file in, the résumé out, with the faults that only the whole file shows."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.resume.dates import PartialDate
from typeset.resume.model import SECTIONS, Dated, Resume, items
from typeset.resume.reading import read
from typeset.source import Fault, Node, Severity


def resume(node: Node) -> tuple[Resume, list[Fault]]:
    """Return the résumé that a content file describes, and every fault in it."""
    found, faults = read(node, Resume, "the content file")
    return found, [*faults, *_nobody(found), *_sections_named_twice(found), *_ends_before_it_starts(found)]


def _nobody(resume: Resume) -> Iterator[Fault]:
    if not resume.basics.name:
        yield Fault("the content file does not say whose it is", resume.place, "write `basics: {name: …}`")


def _sections_named_twice(resume: Resume) -> Iterator[Fault]:
    for section in resume.sections:
        if section.id in (*SECTIONS, "summary", "basics", "profiles", "sections"):
            hint = "give it another `id`; applications could not tell the two apart"
            yield Fault(f"a section of your own is called `{section.id}`", section.place, hint)


def _ends_before_it_starts(resume: Resume) -> Iterator[Fault]:
    for path, item in items(resume):
        if (
            isinstance(item, Dated)
            and isinstance(item.startDate, PartialDate)
            and isinstance(item.endDate, PartialDate)
        ):
            shared = 1 + min(_precision(item.startDate), _precision(item.endDate))
            if _parts(item.endDate)[:shared] < _parts(item.startDate)[:shared]:
                yield Fault(f"`{path}` ends before it starts", item.place, severity=Severity.WARNING)


def _parts(date: PartialDate) -> tuple[int, int, int]:
    return date.year, date.month, date.day


def _precision(date: PartialDate) -> int:
    return (date.month > 0) + (date.day > 0)
