"""A finished PDF in; the document that a parser makes of what its pages show, and nothing else, out.

A parser never sees the document that the file was made of, nor the source inside it.
"""

from __future__ import annotations

from collections.abc import Callable

from typeset.document.arrange import arrange
from typeset.document.shapes import Document
from typeset.readers.importing import Imported, imported, printed
from typeset.resume.application import Application
from typeset.resume.tailor import tailor
from typeset.source import Faults

Parser = Callable[[bytes, tuple[str, ...], str], Document | None]


def by_layout(data: bytes, pages: tuple[str, ...], language: str) -> Document | None:  # noqa: ARG001  # as all parsers
    """Return what is understood by looking where on its page every word stands; None when nothing is."""
    return _arranged(lambda: printed(data, "cv.pdf"), language)


def by_text(data: bytes, pages: tuple[str, ...], language: str) -> Document | None:  # noqa: ARG001  # as all parsers
    """Return what is understood of the text of the pages alone, line by line; None when nothing is."""
    return _arranged(lambda: imported("\n".join(pages).encode(), "cv.txt", "text"), language)


PARSERS: dict[str, Parser] = {"layout": by_layout, "text": by_text}
"""What a parser goes by, and the parser."""


def _arranged(read: Callable[[], Imported], language: str) -> Document | None:
    try:
        return arrange(tailor(read().resume, Application()), language)
    except Faults:
        return None
