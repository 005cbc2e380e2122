"""A manuscript in, the files of one format out. A format is a module with `write`, and a row of the table."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import import_module

from typeset.document.shapes import Document
from typeset.resume.model import Resume
from typeset.source import Place
from typeset.theme.theme import Theme

Files = dict[str, bytes]
"""The files of one format, the main one first, by how they are called.

A key that begins with `.` or `-` ends the CV's own name (`.pdf`, `-2.png`); any other is a path beside it.
"""


class CannotWrite(Exception):
    """A document that a writer cannot draw, or a theme that cannot be followed; the message says why, in one line."""

    def __init__(self, message: str, place: Place | None = None, hint: str | None = None) -> None:
        self.place = place
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What a writer is handed: what the pages say, how they look, and the tailored résumé they were arranged from."""

    document: Document
    theme: Theme
    resume: Resume


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name, the module that writes it, how its main file ends, and what it is for.

    `folder` is where its files go, beside those of other formats. A theme decides what is `themed`.
    """

    name: str
    module: str
    suffix: str
    about: str
    folder: str = ""
    is_paged: bool = False
    is_themed: bool = True


FORMATS = {
    row.name: row
    for row in (
        Format("pdf", "typeset.writers.pdf", ".pdf", "tagged PDF, for paper and screen", is_paged=True),
        Format("html", "typeset.writers.html", ".html", "one self-contained page to publish"),
        Format("txt", "typeset.writers.txt", ".txt", "plain text, for pasting into forms", is_themed=False),
    )
}


_KEEPERS = ("typeset.writers.engine", "typeset.writers.templates", "typeset.writers.photo")
"""The modules that keep what they made of a theme or a photo, until `release`."""


def release() -> None:
    """Let go of what themes and photos were made into, so that the next build reads them anew."""
    for name in _KEEPERS:
        if module := sys.modules.get(name):
            module.release()


def write(manuscript: Manuscript, format_name: str) -> Files:
    """Return the files of one of `FORMATS`; raises `CannotWrite`."""
    row = FORMATS[format_name]
    written: bytes | Files = import_module(row.module).write(manuscript)
    return written if isinstance(written, dict) else {row.suffix: written}
