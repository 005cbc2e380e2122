"""A document in; the characters that its pages show, in small letters or in capitals, out."""

from __future__ import annotations

from typing import Any

from typeset.document.shapes import Document, Text


def characters(document: Document) -> frozenset[str]:
    """Return every character of a document's texts, and of these in capitals, which a theme may set them in."""
    found: list[str] = []
    _gather(document, found)
    said = "".join(found)
    return frozenset(said + said.upper())


def _gather(part: Any, found: list[str]) -> None:
    """Add the characters of every text in a part of a document."""
    if isinstance(part, Text):
        found += [run.text for run in part.runs]
    elif isinstance(part, tuple):
        for inner in part:
            _gather(inner, found)
    elif part and not isinstance(part, str):
        for name in getattr(part, "__slots__", ()):
            _gather(getattr(part, name), found)
