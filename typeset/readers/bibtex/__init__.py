"""BibTeX and BibLaTeX in, ORCID's export among them; publications out."""

from __future__ import annotations

import re

from typeset.readers.bibtex.library import Library
from typeset.readers.bibtex.scanning import scan
from typeset.readers.draft.draft import Draft
from typeset.readers.draft.nodes import listed, mapped
from typeset.readers.draft.notes import Fate
from typeset.readers.draft.publications import told_of_others, with_unique_ids
from typeset.readers.draft.sample import Sample
from typeset.source import Fault, Faults, Place

TITLE = "BibTeX"

_LOOKED_AT = 50_000
_PREAMBLE = 500
_SHAPE = re.compile(
    r"^[ \t]*@[ \t]*(?:(?:comment|preamble)\s*[{(]|string\s*[{(]\s*[^\s,{}=]+\s*="
    r"|[a-z]+\s*[{(]\s*[^\s,{}=]*\s*(?:,\s*(?:[\w+-]+\s*=|[})])|[})]))",
    re.IGNORECASE | re.MULTILINE,
)


def recognizes(sample: Sample) -> bool:
    """Whether an entry stands near the beginning of a text."""
    if sample.is_binary:
        return False
    text = sample.text.text[:_LOOKED_AT]
    found = _SHAPE.search(text)
    before = [line for line in text[: found.start()].split("\n") if not line.startswith("%")] if found else []
    return found is not None and len("\n".join(before).strip()) < _PREAMBLE


def read(sample: Sample) -> Draft:
    """Return a draft of the publications; it names nobody.

    Raises `Faults` when not one entry can be read.
    """
    entries, notes = scan(sample.text)
    if not entries:
        damaged = [Fault(note.message.capitalize(), note.place) for note in notes if note.fate is Fate.DROPPED]
        raise Faults(damaged[:1] or [Fault("no entry can be read in it", Place(sample.text, 1, 1))])
    library = Library(entries)
    made = with_unique_ids(library.publication(entry) for entry in entries if not library.is_for_others(entry))
    place = entries[0].kind.place
    notes += [*library.notes, *library.unknown_commands(), *told_of_others(library.others)]
    return Draft(mapped([("publications", listed(made, place))], Place(sample.text, 1, 1)), tuple(notes))
