"""JSON Resume in; the résumé that it is to whoever builds from it out."""

from __future__ import annotations

from typeset.proof.content import FinishedContent
from typeset.resume.content import resume
from typeset.resume.jsonresume.restoring import restored
from typeset.source import raise_errors
from typeset.source.characters import decode
from typeset.source.json import parse


def read(data: bytes) -> FinishedContent:
    """Return the résumé of a JSON file; raises `Faults` when it is none."""
    content, faults = resume(restored(parse(decode(data, "the file"))))
    raise_errors(faults)
    return FinishedContent((), content=content)
