"""Document × theme in, the bytes of one format out. A format is a module with `write`, and a row of the table."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import import_module

from typeset.document.shapes import Document
from typeset.source import Place
from typeset.theme.theme import Theme


class CannotWrite(Exception):
    """A document that a writer cannot draw, or a theme that cannot be followed; the message says why, in one line."""

    def __init__(self, message: str, place: Place | None = None) -> None:
        self.place = place
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name, the module that writes it, and how its files end."""

    name: str
    module: str
    suffix: str


FORMATS = {
    row.name: row
    for row in (
        Format("pdf", "typeset.writers.pdf", ".pdf"),
        Format("html", "typeset.writers.html", ".html"),
        Format("txt", "typeset.writers.txt", ".txt"),
    )
}


_KEEPERS = ("typeset.writers.engine", "typeset.writers.templates", "typeset.writers.photo")
"""The modules that keep what they made of a theme or a photo, until `release`."""


def release() -> None:
    """Let go of what themes and photos were made into, so that the next build reads them anew."""
    for name in _KEEPERS:
        if module := sys.modules.get(name):
            module.release()


def write(document: Document, theme: Theme, format_name: str) -> bytes:
    """Return the document in one of `FORMATS`; raises `CannotWrite`."""
    data: bytes = import_module(FORMATS[format_name].module).write(document, theme)
    return data
