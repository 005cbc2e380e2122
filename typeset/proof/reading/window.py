"""A PDF of a letter in; the text that the window of an envelope shows out. Knows PDFium."""

from __future__ import annotations

from typing import Any

_MILLIMETRE = 72 / 25.4
LEFT, TOP, RIGHT, BOTTOM = 20, 45, 105, 90
"""Millimetres from the left and from the top of the sheet (DIN 5008:2020, form B)."""


def read(data: bytes) -> str:
    """Return the text within the window on the first page."""
    from pypdfium2 import PdfDocument

    document: Any = PdfDocument(data)
    try:
        page = document[0]
        height = page.get_height()
        left, right = LEFT * _MILLIMETRE, RIGHT * _MILLIMETRE
        bottom, top = height - BOTTOM * _MILLIMETRE, height - TOP * _MILLIMETRE
        said: str = page.get_textpage().get_text_bounded(left, bottom, right, top)
        return said
    finally:
        document.close()
