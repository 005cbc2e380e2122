"""A PDF in, a draft of content out: the content that it carries where it is one of ours, else what its pages say."""

from __future__ import annotations

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.draft.sample import Sample
from typeset.readers.outline.lines.reading import draft_of
from typeset.readers.pdf.attached import content
from typeset.readers.pdf.glyphs import Read
from typeset.readers.pdf.glyphs import read as read_glyphs
from typeset.readers.pdf.lines import lines
from typeset.readers.pdf.rows import rows
from typeset.source import Fault, Faults, Place
from typeset.source.place import Source

TITLE = "PDF"

_FIRST_BYTES = 1024
"""Bytes among which a PDF says what it is (ISO 32000-2, annex I)."""


def recognizes(sample: Sample) -> bool:
    """Whether a file says that it is a PDF."""
    return b"%PDF-" in sample.data[:_FIRST_BYTES]


def read(sample: Sample) -> Draft:
    """Return the draft of a PDF; raises `Faults` for one that is locked, damaged, or without text."""
    found = read_glyphs(sample.data, sample.name)
    tree = content(found.files)
    return Draft(tree) if tree else _printed(found, sample.name)


def printed(sample: Sample) -> Draft:
    """Return the draft of what the pages of a PDF say, whatever else is in it; raises as `read` does."""
    return _printed(read_glyphs(sample.data, sample.name), sample.name)


def _printed(found: Read, name: str) -> Draft:
    made, source, notes = rows(lines(found.pages), name)
    if not made:
        place = Place(Source(name, ""), 1, 1)
        hint = "its pages are pictures: have their text recognised first, with `ocrmypdf` for instance"
        raise Faults([Fault(f"{name} holds no text", place, hint)])
    draft = draft_of(made, Place(source, 1, 1))
    guess = Note(Fate.GUESSED, "a page says how words look, not what they are: read the content through", None)
    return Draft(draft.tree, (guess, *notes, *draft.notes), draft.source, draft.application)
