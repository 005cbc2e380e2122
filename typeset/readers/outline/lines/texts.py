"""Rows in, texts out: what stands on several lines, or on two pages, in one piece."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from typeset.readers.outline.lines.row import Row
from typeset.readers.outline.lines.wraps import Wraps

_QUOTED = re.compile(r"[\"“„«‘].*[\"”“»’](?:\s[-–—]\s.{1,80})?[.]?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """A point of a list, or a paragraph: the first row, the last, and all that they and those between say.

    `halves` are the halves of words that the ends of lines broke, each behind the other.
    """

    text: str
    first: Row
    last: Row
    halves: tuple[str, ...] = ()

    @property
    def is_point(self) -> bool:
        """Whether it is a point of a list."""
        return bool(self.first.bullet)

    @property
    def is_quoted(self) -> bool:
        """Whether all of it stands in quotation marks, perhaps with a name behind."""
        return bool(_QUOTED.fullmatch(self.text)) and len(self.text.split()) > 4


def passages(rows: Iterable[Row], wraps: Wraps) -> list[Passage]:
    """Return the passages of rows in order; rows that only draw lines are gone."""
    made: list[Passage] = []
    for row in rows:
        if row.is_rule:
            continue
        if made and _continues(made[-1], row, wraps):
            before = made[-1]
            halves = before.halves
            if wraps.is_broken(before.text, row):
                halves = (*halves, before.text.split()[-1], row.text.split()[0])
            made[-1] = replace(before, text=wraps.joined(before.text, row), last=row, halves=halves)
        else:
            made.append(Passage(row.content, row, row))
    return [passage for passage in made if passage.text]


def _continues(passage: Passage, row: Row, wraps: Wraps) -> bool:
    if row.bullet or row.heading:
        return False
    if not passage.text:
        return True
    if passage.is_point and not row.gap and row.indent > passage.first.indent:
        starts_quote = row.text[0] in '"“„«' and passage.text[-1] in ".!?:"
        is_apart = wraps.width == 0 and passage.last.ends_sentence and row.text[:1].isupper() and len(row.text) > 100
        return not (starts_quote or is_apart or Passage(row.text, row, row).is_quoted)
    return wraps.goes_on(passage.text, row, passage.last)
