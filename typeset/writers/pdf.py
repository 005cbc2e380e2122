"""Manuscript in, PDF out: the theme's HTML, laid out on paper."""

from __future__ import annotations

from typeset.writers import Manuscript, engine
from typeset.writers.templates import render


def write(manuscript: Manuscript) -> bytes:
    """Return a tagged PDF/UA-1 file. The same document and theme give the same bytes."""
    return engine.pdf(render(manuscript.document, manuscript.theme), manuscript.theme)
