"""A page's texts in; how each can be told from what is behind it out. Knows PDFium.

Every page is drawn twice, with its text and without. What a stretch of text stands on is in the second picture; where
the two do not differ, nothing of it is to be seen, whatever the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median
from typing import Any

from typeset.proof.finished import LEAST_CONTRAST
from typeset.proof.reading.contrast import Color, contrast, mixed
from typeset.proof.reading.drawn import Drawn

_SCALES = (1, 4)
"""Pixels a point; thin type is only judged by the finer picture, where its stems are wider than a pixel."""
_MOST_PIXELS = 40_000_000
"""Of a picture; a poster's is coarser."""
_SAMPLES = 9
"""Points along a stretch at which to look what is behind it."""


@dataclass(frozen=True, slots=True)
class Sight:
    """How a text contrasts with what is behind it, 1 to 21: by its colour, and as it is seen, which may be less.

    What is `seen` is no more than a bound where it is enough.
    """

    declared: float
    seen: float


@dataclass(frozen=True, slots=True)
class _Picture:
    """A page as pixels, rows from the top, four bytes each: blue, green, red, and one more."""

    pixels: bytes
    stride: int
    width: int
    height: int
    scale: float

    def color(self, column: int, line: int) -> Color:
        start = line * self.stride + 4 * column
        blue, green, red = self.pixels[start : start + 3]
        return red, green, blue

    def row(self, line: int, columns: range) -> bytes:
        start = line * self.stride
        return self.pixels[start + 4 * columns.start : start + 4 * columns.stop]

    def columns(self, left: float, right: float) -> range:
        """Return the columns that a stretch of points touches; empty for one beside the picture."""
        return range(max(0, int(left * self.scale)), min(self.width, int(right * self.scale) + 1))

    def lines(self, bottom: float, top: float) -> range:
        first, last = (int(self.height - edge * self.scale) for edge in (top, bottom))
        return range(max(0, first), min(self.height, last + 1))


def sights(page: Any, texts: Sequence[Drawn]) -> list[Sight]:
    """Return how each of a page's texts looks; a finer picture decides where the first shows too little."""
    found = _at(page, texts, _SCALES[0])
    faint = [number for number, sight in enumerate(found) if sight.seen < LEAST_CONTRAST]
    if faint:
        for number, sight in zip(faint, _at(page, texts, _SCALES[1], faint), strict=True):
            found[number] = sight
    return found


def _at(page: Any, texts: Sequence[Drawn], scale: float, wanted: Sequence[int] | None = None) -> list[Sight]:
    whole, bare = _picture(page, scale), _bare(page, texts, scale)
    found = []
    for text in texts if wanted is None else (texts[number] for number in wanted):
        declared = _declared(text, bare)
        found.append(Sight(declared, min(declared, _painted(text, whole, bare))))
    return found


def _declared(text: Drawn, bare: _Picture) -> float:
    """Return the contrast of a text's colour with what most of it stands on; 21 where that cannot be told."""
    left, bottom, right, top = text.box
    lines, columns = bare.lines(bottom, top), bare.columns(left, right)
    if not (lines and columns and text.colors):
        return 21
    line = lines[len(lines) // 2]
    grounds = [bare.color(columns[len(columns) * n // _SAMPLES], line) for n in range(_SAMPLES)]
    return max(
        median(contrast(mixed(color, ground, opacity), ground) for ground in _different(grounds))
        for color, opacity in text.colors
    )


def _different(grounds: list[Color]) -> list[Color]:
    """Return one colour for all where they are the same."""
    return grounds if any(ground != grounds[0] for ground in grounds) else grounds[:1]


def _painted(text: Drawn, whole: _Picture, bare: _Picture) -> float:
    """Return a contrast that taking the text away undoes: the first that is enough, or the greatest."""
    left, bottom, right, top = text.box
    columns, most = bare.columns(left, right), 1.0
    for line in bare.lines(bottom, top):
        if whole.row(line, columns) == bare.row(line, columns):
            continue
        for column in columns:
            with_text, without = whole.color(column, line), bare.color(column, line)
            if with_text != without and (most := max(most, contrast(with_text, without))) >= LEAST_CONTRAST:
                return most
    return most


def _picture(page: Any, scale: float) -> _Picture:
    scale = min(scale, sqrt(_MOST_PIXELS / (page.get_width() * page.get_height())))
    bitmap = page.render(scale=scale, prefer_bgrx=True, draw_annots=False)
    try:
        return _Picture(bytes(bitmap.buffer), bitmap.stride, bitmap.width, bitmap.height, scale)
    finally:
        bitmap.close()


def _bare(page: Any, texts: Sequence[Drawn], scale: float) -> _Picture:
    import pypdfium2.raw as pdfium

    for text in texts:
        pdfium.FPDFTextObj_SetTextRenderMode(text.handle, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
    try:
        return _picture(page, scale)
    finally:
        for text in texts:
            pdfium.FPDFTextObj_SetTextRenderMode(text.handle, text.mode)
