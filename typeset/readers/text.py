"""Plain text of a CV in, a draft of content out: what was typed, or taken from a page that somebody set."""

from __future__ import annotations

import re

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.headings import kind
from typeset.readers.draft.sample import Sample
from typeset.readers.outline.lines.reading import draft_of
from typeset.readers.outline.lines.row import Row
from typeset.source import Fault, Faults, Place

TITLE = "plain text"

_PRIVATE = re.compile("[\ue000-\uf8ff\ufffc\ufffd]+")
_FEWEST_LINES = 3
_LONGEST_HEADING = 60
_MOST_LINES = 2000
"""Lines that say something; more are some forty pages."""


def recognizes(sample: Sample) -> bool:
    """Whether a file is text with a few lines, one of them a heading that CVs have."""
    if sample.is_binary:
        return False
    rows = rows_of(sample)
    headings = (row.unruled().text for row in rows)
    return len(rows) >= _FEWEST_LINES and any(
        len(heading) <= _LONGEST_HEADING and kind(heading) for heading in headings
    )


def read(sample: Sample) -> Draft:
    """Return the draft of a text; raises `Faults` when the file is larger than a CV can be."""
    rows = rows_of(sample)
    if len(rows) > _MOST_LINES:
        place = rows[_MOST_LINES].place
        raise Faults(
            [Fault(f"the text has {len(rows):,} lines; {_MOST_LINES:,} are read at most", place, "that is no CV")]
        )
    return draft_of(rows, Place(sample.text, 1, 1))


def rows_of(sample: Sample) -> list[Row]:
    """Return the lines of a text that say something; icons of private use and the ends of pages are gone."""
    made_rows: list[Row] = []
    gap = False
    for number, line in enumerate(sample.text.lines, 1):
        expanded = _PRIVATE.sub("", line.replace("\f", "")).expandtabs(4)
        text = " ".join(expanded.split()) if "  " not in expanded.strip() else expanded.strip()
        if not text:
            gap = True
            continue
        column = len(line) - len(line.lstrip()) + 1
        place = Place(sample.text, number, column, max(1, len(line.strip())))
        made_rows.append(Row(text, place, len(expanded) - len(expanded.lstrip()), gap))
        gap = False
    return made_rows
