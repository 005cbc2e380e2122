"""How ORCID writes short texts and dates."""

from __future__ import annotations

from typeset.readers.draft.descriptions import rich
from typeset.readers.draft.finds import Find
from typeset.readers.draft.nodes import string
from typeset.source import Node

Entries = list[tuple[str, Node | None]]


def said(find: Find, *names: str) -> Node | None:
    """Return the first text at the end of a path."""
    written = find.scalar(*names)
    return rich(written.text, written.place) if written else None


def date(date: Find) -> Node | None:
    """Return a date of the precision given: the year, the month or the day."""
    parts: list[str] = []
    for name in ("year", "month", "day"):
        if not (part := date.text(name, "value")):
            break
        parts.append(part.zfill(2))
    return string("-".join(parts), date.place) if parts else None
