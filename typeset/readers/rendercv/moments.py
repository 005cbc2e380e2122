"""The dates of a RenderCV entry in, the dates of an item out."""

from __future__ import annotations

from typeset.readers.draft.dates import period
from typeset.readers.draft.nodes import is_empty, listed, mapped, string, text_of
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.readers.rendercv.texts import unlinked
from typeset.source import Mapping, Node, Scalar


def moments(entry: Mapping, single: str, notebook: Notebook) -> list[tuple[str, Node | None]]:
    """Return when it was; `single` is the key of one date, none where the model has a start and an end alone.

    A `date` stands before start and end, as RenderCV has it.
    """
    date, start, end = (entry.get(key) for key in ("date", "start_date", "end_date"))
    if date and not is_empty(date):
        parts = unlinked(date)
        if parts[1]:
            notebook.once(Fate.GUESSED, "a link in the place of a date: among the links", date.place)
            return [("links", listed([mapped([("url", parts[1]), ("label", parts[0])], date.place)], date.place))]
        if single:
            return [(single, date)]
        ends = period(text_of(date)) if isinstance(date, Scalar) else None
        if ends and all(ends):
            notebook.note(Fate.GUESSED, f"`{text_of(date)}` is from {ends[0]} to {ends[1]}", date.place)
            return [(key, string(str(at), date.place)) for key, at in zip(("startDate", "endDate"), ends, strict=True)]
        return [("endDate", date)]
    both = [("startDate", start), ("endDate", end)]
    return [(name, node) for name, node in both if node and not is_empty(node)]
