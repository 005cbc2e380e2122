"""Content as YAML in; the résumé that it is to whoever builds from it out."""

from __future__ import annotations

from typeset.proof.rules.content import FinishedContent
from typeset.resume.content import resume
from typeset.source import raise_errors
from typeset.source.characters import decode
from typeset.source.yaml import parse


def read(data: bytes) -> FinishedContent:
    """Return the résumé of a content file; raises `Faults` when it is none."""
    content, faults = resume(parse(decode(data, "the file")))
    raise_errors(faults)
    return FinishedContent((), content=content)
