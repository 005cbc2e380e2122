"""The value of `author` in; one name after another out ("Designing BibTeX Styles", section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.readers.draft.publications import full_name

OTHERS = "et al."

_MARK = re.compile(r"[{}]|\s+and\s+|,", re.IGNORECASE)
_NAMED = re.compile(r"\s*(family|given|prefix|suffix)\s*=\s*(.*?)\s*", re.DOTALL)


def people(authors: str) -> list[str]:
    """Return the names, still in LaTeX, as they are said: "Beethoven, Ludwig van" is "Ludwig van Beethoven"."""
    return [name for written in _split(authors, "and") if (name := _said(written))]


def _said(written: str) -> str:
    if written.strip().lower() == "others":
        return OTHERS
    parts = [part.strip() for part in _split(written, ",")]
    named = {match[1]: match[2].strip('"') for part in parts if (match := _NAMED.fullmatch(part))}
    if named:
        return full_name(*(named.get(key, "") for key in ("given", "family", "prefix", "suffix")))
    family, *rest = parts
    suffix = rest[0] if len(rest) > 1 else ""
    return full_name(" ".join(rest[1:] if len(rest) > 1 else rest), family, suffix=suffix)


def _split(text: str, separator: str) -> Iterator[str]:
    """Yield the parts of a text between separators that no braces enclose."""
    depth = start = 0
    for mark in _MARK.finditer(f" {text} "):
        if mark[0] in "{}":
            depth += 1 if mark[0] == "{" else -1
        elif mark[0].strip().lower() == separator and depth <= 0:
            yield f" {text} "[start : mark.start()].strip()
            start = mark.end()
    yield f" {text} "[start:].strip()
