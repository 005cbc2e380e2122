"""A PDF in; the text in it that nobody would see out: too faint, too small, covered, or off the page. Knows PDFium.

Every page is drawn twice, with its text and without. What a stretch of text stands on is in the second picture; where
the two do not differ, nothing of it is to be seen, whatever the reason.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import hypot, sqrt
from statistics import median
from typing import Any

from typeset.proof.finished import LEAST_CONTRAST, Stretch
from typeset.proof.reading.contrast import Color, contrast, mixed

_SCALES = (1, 4)
"""Pixels a point; thin type is only judged by the finer picture, where its stems are wider than a pixel."""
_MOST_PIXELS = 40_000_000
"""Of a picture; a poster's is coarser."""
_SAMPLES = 9
"""Points along a stretch at which to look what is behind it."""
_FILLED, _STROKED = frozenset([0, 2, 4, 6]), frozenset([1, 2, 5, 6])
"""Ways to paint text (ISO 32000-2, table 104)."""


def unseen(data: bytes) -> Iterator[Stretch]:
    """Yield the stretches of text that are not `is_seen`; raises what PDFium raises for a file that is damaged."""
    from pypdfium2 import PdfDocument

    document: Any = PdfDocument(data)
    try:
        for number, page in enumerate(document, 1):
            yield from _of_page(page, number)
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A text object: left, bottom, right and top in points from the page's lower left; size; colours; how painted."""

    handle: Any
    box: tuple[float, float, float, float]
    size: float
    colors: tuple[tuple[Color, float], ...]
    mode: int


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


def _of_page(page: Any, number: int) -> Iterator[Stretch]:
    import pypdfium2.raw as pdfium

    left, bottom, _, _ = page.get_bbox()
    trim = [edge - start for edge, start in zip(page.get_trimbox(), (left, bottom, left, bottom), strict=True)]
    texts = [_drawn(text, left, bottom) for text in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT])]
    found = []
    for text, against in zip(texts, _contrasts(page, texts), strict=True):
        x, y = (text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2
        stretch = Stretch("", number, text.size, against, trim[0] <= x <= trim[2] and trim[1] <= y <= trim[3])
        if not stretch.is_seen:
            found.append((text, stretch))
    if found:
        words = page.get_textpage()
        for text, stretch in found:
            text.handle.textpage = words
            if said := text.handle.extract().strip():
                yield replace(stretch, text=said)


def _drawn(text: Any, left: float, bottom: float) -> _Drawn:
    """Return a text object by its place in the picture; forms that it stands in have matrices of their own."""
    import pypdfium2.raw as pdfium

    box, matrix, form = text.get_bounds(), text.get_matrix(), text.container
    while form:
        outer = form.get_matrix()
        box, matrix, form = outer.on_rect(*box), matrix.multiply(outer), form.container
    scale = min(hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d))
    return _Drawn(
        handle=text,
        box=(box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom),
        size=round(text.get_font_size() * scale, 2),
        colors=tuple(_colors(text)),
        mode=pdfium.FPDFTextObj_GetTextRenderMode(text),
    )


def _colors(text: Any) -> Iterator[tuple[Color, float]]:
    """Yield the colours that a text is painted in, each with how opaque it is; none for patterns."""
    import pypdfium2.raw as pdfium

    mode = pdfium.FPDFTextObj_GetTextRenderMode(text)
    for modes, color_of in (
        (_FILLED, pdfium.FPDFPageObj_GetFillColor),
        (_STROKED, pdfium.FPDFPageObj_GetStrokeColor),
    ):
        red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
        if mode in modes and color_of(text, red, green, blue, opacity):
            yield (red.value, green.value, blue.value), opacity.value / 255


def _contrasts(page: Any, texts: Sequence[_Drawn]) -> list[float]:
    """Return how each text contrasts with what is behind it: by its colour, or as painted where that is less."""
    found = [0.0] * len(texts)
    for scale in _SCALES:
        faint = [number for number, against in enumerate(found) if against < LEAST_CONTRAST]
        if faint:
            whole, bare = _picture(page, scale), _bare(page, texts, scale)
            for number in faint:
                found[number] = min(_declared(texts[number], bare), _painted(texts[number], whole, bare))
    return found


def _declared(text: _Drawn, bare: _Picture) -> float:
    """Return the contrast of a text's colour with what most of it stands on; 21 where that cannot be told."""
    left, bottom, right, top = text.box
    lines, columns = bare.lines(bottom, top), bare.columns(left, right)
    if not (lines and columns and text.colors):
        return 21
    behind = [bare.color(columns[len(columns) * n // _SAMPLES], lines[len(lines) // 2]) for n in range(_SAMPLES)]
    return max(median(contrast(mixed(color, ground, opacity), ground) for ground in behind)
               for color, opacity in text.colors)  # fmt: skip


def _painted(text: _Drawn, whole: _Picture, bare: _Picture) -> float:
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


def _bare(page: Any, texts: Sequence[_Drawn], scale: float) -> _Picture:
    import pypdfium2.raw as pdfium

    for text in texts:
        pdfium.FPDFTextObj_SetTextRenderMode(text.handle, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
    try:
        return _picture(page, scale)
    finally:
        for text in texts:
            pdfium.FPDFTextObj_SetTextRenderMode(text.handle, text.mode)
