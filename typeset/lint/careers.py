"""A résumé in; what took time in it, and when that was, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from typeset.lint.months import Span, span
from typeset.lint.subject import Subject
from typeset.resume.dates import Date
from typeset.resume.model import CustomItem, Dated, Work

CAREER = ("work", "education")
"""The sections that a life is read by."""
_OTHERS = ("volunteer", "projects")


@dataclass(frozen=True, slots=True)
class Stage:
    """A job, a degree, or anything else that took time; `span` is None where its dates say too little."""

    section: str
    item: Dated
    span: Span | None
    first: Dated
    """What has its first date: the item, or one of its positions."""

    @property
    def is_career(self) -> bool:
        """Whether it is a job or a degree."""
        return self.section in CAREER

    @property
    def name(self) -> str:
        """What it is called in a message: the firm, the school, else the role."""
        said = (getattr(self.item, name, None) for name in ("name", "institution", "organization", "title", "position"))
        return next((text.plain for text in said if text), self.item.id)


def stages(subject: Subject) -> Iterator[Stage]:
    """Yield what took time; an employer is one stage, from the first of its positions to the last."""
    for section in (*CAREER, *_OTHERS):
        for item in getattr(subject.resume, section):
            yield _stage(section, item, subject)
    for own in subject.resume.sections:
        for item in own.items:
            if item.startDate or item.endDate or item.date:
                yield _stage(own.id, item, subject)


def _stage(section: str, item: Dated, subject: Subject) -> Stage:
    positions = item.positions if isinstance(item, Work) and not (item.startDate or item.endDate) else ()
    if positions:
        found = [(position, span(position.startDate, position.endDate, subject.today)) for position in positions]
        spans = [each for _, each in found if each]
        first = min(found, key=lambda pair: pair[1].widest if pair[1] else (0, 0))[0]
        return Stage(section, item, _joined(spans) if len(spans) == len(found) else None, first)
    moment: Date | None = item.date if isinstance(item, CustomItem) else None
    return Stage(section, item, span(item.startDate or moment, item.endDate or moment, subject.today), item)


def _joined(spans: list[Span]) -> Span:
    starts = [each.start for each in spans if each.start]
    return Span(min(starts) if len(starts) == len(spans) else None, max(each.end for each in spans))
