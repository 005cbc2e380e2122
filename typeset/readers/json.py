"""Canonical content as JSON, which every JSON Resume 1.x file nearly is, in; résumé out.

What `typeset` itself wrote as JSON Resume is put back to what it was before.
"""

from __future__ import annotations

from typeset.resume.content import resume
from typeset.resume.jsonresume.restoring import restored
from typeset.resume.model import Resume
from typeset.source import Fault
from typeset.source.characters import decode
from typeset.source.json import parse


def read(data: bytes, name: str) -> tuple[Resume, list[Fault]]:
    """Return the résumé and its faults; raises `Faults` when the file is not JSON."""
    return resume(restored(parse(decode(data, name))))
