"""Europass XML in, as its editor exported it until 2020 (SkillsPassport) and does since (Candidate); content out.

The XML is in every PDF that Europass makes, too, as an attachment: `read` takes its bytes.
"""

from __future__ import annotations

import re

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.finds import Find
from typeset.readers.draft.sample import Sample
from typeset.readers.europass.candidate import draft as candidate
from typeset.readers.europass.passport import draft as passport
from typeset.readers.europass.xml import parse
from typeset.source import Fault, Faults, Place, Source

TITLE = "Europass XML"

_SHAPE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:\w+:)?(?P<root>SkillsPassport|Candidate|Europass)\b"
    rb"(?P<attributes>[^>]{0,2000})",
    re.DOTALL,
)
_LOOKED_AT = 8_000
_DIALECTS = {"SkillsPassport": passport, "Europass": passport, "Candidate": candidate}


def recognizes(sample: Sample) -> bool:
    """Whether the element of the document is one of Europass's, in a namespace of its own."""
    data = sample.data[:_LOOKED_AT]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", errors="ignore").encode("utf-8", errors="replace")
    found = _SHAPE.match(data.removeprefix(b"\xef\xbb\xbf"))
    return found is not None and b"europass" in found["attributes"].lower()


def read(sample: Sample) -> Draft:
    """Return a draft of the person that a file tells of.

    Raises `Faults` for XML that is damaged, hostile, or something else.
    """
    root, tree, notes = parse(sample.name, sample.data)
    dialect = _DIALECTS.get(root)
    if not dialect:
        place = Place(Source(sample.name, ""), 1, 1)
        raise Faults([Fault(f"`{root}` is no document of Europass's", place, f"those are {', '.join(_DIALECTS)}")])
    find = Find(tree)
    made, more = dialect(find)
    return Draft(made, (*notes, *more), find.rest())
