"""What a rule has to say in; a finding at the very word or date out."""

from __future__ import annotations

import re

from typeset.resume.dates import Date, DateText
from typeset.resume.fields import described
from typeset.resume.model import Item
from typeset.source import Fault, Place, Severity
from typeset.source.findings import Finding

_LINES = 60
"""How far below its beginning a text may still go on, or an item have its dates."""


def advice(rule: str, message: str, place: Place | None, hint: str | None = None) -> Finding:
    """Return a finding that stops nothing."""
    return Finding(rule, Fault(message, place, hint, Severity.ADVICE))


def at_word(place: Place | None, word: str) -> Place | None:
    """Return where `word` stands next as a whole word; `place` itself where it is not written so."""
    found = place and _next(place, re.compile(rf"(?<!\w)({re.escape(word)})(?!\w)"))
    return found or place


def at_date(item: Item, key: str, date: Date | None) -> Place | None:
    """Return where the date of an item is written; the item's own place where it is not found there."""
    if isinstance(date, DateText):
        return date.text.place or item.place
    if not date or not item.place:
        return item.place
    names = "|".join([key, *described(type(item))[key].also])
    pattern = rf"(?<!\w)(?:{names})[\"']?\s*:\s*[\"']?({re.escape(str(date))})(?![\w-])"
    return _next(item.place, re.compile(pattern)) or item.place


def _next(place: Place, pattern: re.Pattern[str]) -> Place | None:
    lines = place.source.lines[place.line - 1 : place.line - 1 + _LINES]
    for number, line in enumerate(lines, place.line):
        if found := pattern.search(line, place.column - 1 if number == place.line else 0):
            return Place(place.source, number, found.start(1) + 1, len(found[1]))
    return None
