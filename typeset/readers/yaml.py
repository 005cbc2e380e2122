"""Canonical content as YAML in, résumé out."""

from __future__ import annotations

from typeset.resume.content import resume
from typeset.resume.model import Resume
from typeset.source import Fault
from typeset.source.characters import decode
from typeset.source.yaml import parse


def read(data: bytes, name: str) -> tuple[Resume, list[Fault]]:
    """Return the résumé and its faults; raises `Faults` when the file is not YAML that content may use."""
    return resume(parse(decode(data, name)))
