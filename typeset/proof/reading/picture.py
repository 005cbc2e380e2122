"""A PDF in; pictures of its pages, for people who look for what was found in it, out."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

POINTS_PER_INCH = 72
MOST_COLORS = 1024
"""Colours of a page without a photo; a palette of 256 shows it as well, in a third of the bytes."""


def pictures(data: bytes, pages: Iterable[int], dots_per_inch: int) -> dict[int, bytes]:
    """Return a PNG of each of some pages, by their numbers from 1; raises what PDFium raises for a damaged file."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(data)
    try:
        return {number: _picture(document[number - 1], dots_per_inch / POINTS_PER_INCH) for number in pages}
    finally:
        document.close()


def _picture(page: Any, scale: float) -> bytes:
    picture = page.render(scale=scale).to_pil()
    if picture.getcolors(MOST_COLORS):
        picture = picture.quantize()
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
