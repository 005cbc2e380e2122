"""Canonical content as JSON, which every JSON Resume 1.x file nearly is, in; résumé out.

What `typeset` itself wrote as JSON Resume is put back to what it was before. Other dialects are imported, not read.
"""

from __future__ import annotations

from typeset.resume.content import resume
from typeset.resume.jsonresume.restoring import restored
from typeset.resume.model import Resume
from typeset.source import Fault, Severity
from typeset.source.characters import decode
from typeset.source.json import parse


def read(data: bytes, name: str) -> tuple[Resume, list[Fault]]:
    """Return the résumé and its faults; raises `Faults` when the file is not JSON."""
    tree = restored(parse(decode(data, name)))
    found, faults = resume(tree)
    if any(fault.severity is Severity.ERROR for fault in faults):
        hint = f"`typeset import {name}` makes content of it"
        faults.append(Fault("a JSON Resume of another dialect?", tree.place, hint, Severity.WARNING))
    return found, faults
