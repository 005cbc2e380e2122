"""Document and theme in, PDF out: the theme's HTML, laid out on paper."""

from __future__ import annotations

from typeset.document.shapes import Document
from typeset.theme.theme import Theme
from typeset.writers import engine
from typeset.writers.templates import render


def write(document: Document, theme: Theme) -> bytes:
    """Return a tagged PDF/UA-1 file. The same document and theme give the same bytes."""
    return engine.pdf(render(document, theme), theme)
