"""A PDF that TeX has made in, the lines on its pages out."""

from __future__ import annotations

from typing import Any

from typeset.writers import Line, Sheet

_MILLIMETRE = 72 / 25.4
_TOP, _FOOT = 18 * _MILLIMETRE, 20 * _MILLIMETRE
"""The white above and below the text, as `latex/shapes.tex` has it; other themes are within three millimetres."""
_RUNNING = 16.8 * _MILLIMETRE
"""Running heads end above this, text begins below it."""


def of(data: bytes) -> tuple[Sheet, ...]:
    """Return the lines of each page, without running heads."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(data)
    try:
        return tuple(_sheet(page) for page in document)
    finally:
        document.close()


def _sheet(page: Any) -> Sheet:
    height, text = page.get_height(), page.get_textpage()
    boxes = (text.get_rect(number) for number in range(text.count_rects()))
    lines = tuple(
        Line(height - top - _TOP, height - bottom - _TOP, text.get_text_bounded(left, bottom, right, top))
        for left, bottom, right, top in boxes
        if height - top > _RUNNING
    )
    return Sheet(height - _TOP - _FOOT, lines)
