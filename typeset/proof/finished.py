"""The bytes of a finished file in; what an independent reader finds in it out. A format is a module and a row."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

READERS = {
    "pdf": "typeset.proof.read_pdf",
    "html": "typeset.proof.read_html",
    "txt": "typeset.proof.read_txt",
}
"""The module that reads each format back."""


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A font of a PDF: its family, whether its program is inside, the characters that it has no glyph for."""

    name: str
    family: str
    is_embedded: bool
    has_unicode: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """A file read back: the text of each page, its links, its fonts, and what it says of itself."""

    pages: tuple[str, ...]
    links: tuple[str, ...] = ()
    fonts: tuple[EmbeddedFont, ...] = ()
    title: str | None = None
    author: str | None = None
    language: str | None = None
    is_tagged: bool = False


def read_back(data: bytes, format_name: str) -> Finished:
    """Return what is found in a file of one of the formats that can be read back."""
    finished: Finished = import_module(READERS[format_name]).read(data)
    return finished
