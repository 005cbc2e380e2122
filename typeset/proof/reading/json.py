"""JSON Resume in; the résumé that it is to whoever builds from it, or imports it, out."""

from __future__ import annotations

from typeset.proof.rules.content import FinishedContent
from typeset.resume.content import resume
from typeset.resume.jsonresume.restoring import restored
from typeset.source import Severity
from typeset.source.characters import decode
from typeset.source.json import parse


def read(data: bytes) -> FinishedContent:
    """Return the résumé of a JSON file; raises `Faults` when it is none.

    What was imported in another dialect is exported in it, and read by whoever imports it again.
    """
    content, faults = resume(restored(parse(decode(data, "the file"))))
    if any(fault.severity is Severity.ERROR for fault in faults):
        from typeset.readers.importing import imported

        content = imported(data, "the file", "jsonresume").resume
    return FinishedContent((), content=content)
