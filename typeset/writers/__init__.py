"""A manuscript in, the files of one format out. A format is a module with `write`, and a row of the table."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from typeset.document.shapes import Document
from typeset.resume.model import Resume
from typeset.source import Fault, Place
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


class ToolMissing(CannotWrite):
    """A program that is not on this machine, for which no word of the content is to blame; the hint brings it."""


Attached = tuple[str, bytes]
"""A file in a file: its name and its bytes."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page: where it begins and ends, in points from the top of the room for text."""

    top: float
    bottom: float
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is laid out: how high the room for text is, in points, and its lines in the order of the text."""

    room: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Pages that can be looked at before they are written; `write` returns the same PDF whenever it is asked.

    Those that are not to be written are thrown away.
    """

    sheets: tuple[Sheet, ...]
    write: Callable[[Attached | None], bytes]
    discard: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What a writer is handed: what the pages say, how they look, and the tailored résumé they were arranged from.

    Whether a file that can carry the résumé's source inside it does so is the application's choice. Where it has been
    `laid_out` already, that is not done again.
    """

    document: Document
    theme: Theme
    resume: Resume
    carries_source: bool = True
    laid_out: LaidOut | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name, the module that writes it, how its main file ends, and what it is for.

    `folder` is where its files go, beside those of other formats. A theme decides what is `themed`; what needs an
    `engine` is drawn by a theme of that engine.
    """

    name: str
    module: str
    suffix: str
    about: str
    folder: str = ""
    is_paged: bool = False
    is_themed: bool = True
    engine: str | None = None


FORMATS = {
    row.name: row
    for row in (
        Format("pdf", "typeset.writers.pdf", ".pdf", "tagged PDF, archival, with its own source inside", is_paged=True),
        Format("print", "typeset.writers.press", "-print.pdf", "PDF/X-4 with bleed and crop marks", is_paged=True),
        Format("html", "typeset.writers.html", ".html", "one self-contained page to publish"),
        Format("docx", "typeset.writers.docx", ".docx", "Word, with real styles"),
        Format("odt", "typeset.writers.odt", ".odt", "OpenDocument text, for LibreOffice"),
        Format("txt", "typeset.writers.txt", ".txt", "plain text, for pasting into forms", is_themed=False),
        Format("md", "typeset.writers.markdown", ".md", "Markdown, for a README or a profile page", is_themed=False),
        Format("latex", "typeset.writers.latex", ".tex", "LaTeX source with its fonts", folder="latex", engine="latex"),
        Format("json", "typeset.writers.jsonresume", ".json", "JSON Resume 1.x", is_themed=False),
        Format("yaml", "typeset.writers.yaml", ".yaml", "the content this CV was made from", is_themed=False),
        Format("jsonld", "typeset.writers.jsonld", ".jsonld", "schema.org Person, for search engines", is_themed=False),
        Format("vcard", "typeset.writers.vcard", ".vcf", "a card for address books", is_themed=False),
        Format("png", "typeset.writers.png", "-1.png", "a picture of each page", is_paged=True),
        Format("svg", "typeset.writers.svg", "-1.svg", "a drawing of each page", is_paged=True),
    )
}


_KEEPERS = tuple(
    f"typeset.writers.{name}"
    for name in (
        "paper.engine",
        "page.templates",
        "tex.environment",
        "tex.lualatex",
        "assets.photo",
        "assets.fonts",
        "office.word_package",
    )
)
"""The modules that keep what they made of a theme or a photo, until `release`."""


def release() -> None:
    """Let go of what themes and photos were made into, so that the next build reads them anew."""
    for name in _KEEPERS:
        if module := sys.modules.get(name):
            module.release()


def tools(theme: Theme, format_name: str) -> list[Path]:
    """Return the files outside the package that decide how a format comes out in a theme, if its module names any."""
    module = import_module(FORMATS[format_name].module)
    return module.tools(theme) if hasattr(module, "tools") else []


def losses(manuscript: Manuscript, format_name: str) -> tuple[Fault, ...]:
    """Return a warning for each kind of thing that a format has no room for; none for most formats."""
    module = import_module(FORMATS[format_name].module)
    return module.losses(manuscript) if hasattr(module, "losses") else ()


def write(manuscript: Manuscript, format_name: str) -> Files:
    """Return the files of one of `FORMATS`; raises `CannotWrite`."""
    row = FORMATS[format_name]
    written: bytes | Files = import_module(row.module).write(manuscript)
    return written if isinstance(written, dict) else {row.suffix: written}
