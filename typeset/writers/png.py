"""Manuscript in, a picture of each page out. The only room that knows PDFium."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from typeset.theme.theme import Theme
from typeset.writers import Files, Manuscript, pdf

DOTS_PER_INCH = 150
MOST_COLORS = 1024
"""Colours of a page without a photo; a palette of 256 shows it as well, in a third of the bytes."""


def write(manuscript: Manuscript) -> Files:
    """Return one PNG a page of the PDF, on white, at 150 dots to the inch."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf.write(manuscript))
    try:
        return {f"-{number}.png": _picture(page) for number, page in enumerate(document, 1)}
    finally:
        document.close()


def tools(theme: Theme) -> list[Path]:
    """Return the programs and libraries that make the PDF."""
    return pdf.tools(theme)


def _picture(page: Any) -> bytes:
    picture = page.render(scale=DOTS_PER_INCH / 72).to_pil()
    if picture.getcolors(MOST_COLORS):
        picture = picture.quantize()
    out = io.BytesIO()
    picture.save(out, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return out.getvalue()
