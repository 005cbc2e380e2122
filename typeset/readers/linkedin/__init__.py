"""LinkedIn's data export in: a ZIP of tables, basic or complete; content out."""

from __future__ import annotations

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.sample import Sample
from typeset.readers.linkedin import archive, entries, export

TITLE = "LinkedIn's data export"


def recognizes(sample: Sample) -> bool:
    """Whether it is a ZIP archive, for no other format that can be imported is one."""
    return archive.is_zip(sample.data)


def read(sample: Sample) -> Draft:
    """Return a draft of what the export says of the person; other people's data in it is never read.

    Raises `Faults` for an archive that is none of LinkedIn's, is damaged, or is larger than an export can be.
    """
    tables, notes = archive.tables(sample, entries.COLUMNS)
    tree, more = export.draft(tables)
    return Draft(tree, (*notes, *more))
