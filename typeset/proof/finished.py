"""The bytes of a finished file in; what an independent reader finds in it out. A format is a module and a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True, slots=True)
class Reader:
    """The module that reads a format back, and the rules that speak of what it finds."""

    module: str
    rules: frozenset[str]


def _row(module: str, *rules: str) -> Reader:
    return Reader(f"typeset.proof.{module}", frozenset(rules))


_ON_PAPER = ("words", "pages", "characters", "fonts", "links", "description")

READERS = {
    "pdf": _row("read_pdf", *_ON_PAPER),
    "html": _row("read_html", "words", "characters", "links", "description"),
    "txt": _row("read_txt", "words", "characters"),
}
"""How each format is read back and held to its claim."""


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


def read_back(files: Sequence[bytes], format_name: str) -> Finished:
    """Return what is found in the files of one of `READERS`, the main one first."""
    finished: Finished = import_module(READERS[format_name].module).read(*files)
    return finished
