"""An open page of a PDF in; every text that is drawn on it, with its place and look, out. Knows PDFium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from math import hypot
from typing import Any

from typeset.proof.reading.contrast import Color
from typeset.proof.reading.windows import common, windows
from typeset.proof.sheets import Box

_FILLED, _STROKED = frozenset([0, 2, 4, 6]), frozenset([1, 2, 5, 6])
"""Ways to paint text (ISO 32000-2, table 104)."""
_BOLD = 600
"""The weight from which type is bold."""
_SLANTED = 64
"""The flag of an italic font (ISO 32000-2, table 121)."""
_LONGEST = 4096
"""Characters of a text object that are read at once."""
_LEVEL = 0.01
_SIGNS = {ord("\r"): "", ord("\n"): "", 2: "-"}
"""What PDFium writes for the end of a line, and for a hyphen there."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font of the file: its name without the mark of a subset, and its style."""

    name: str
    is_bold: bool
    is_italic: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text object. Its box and its baseline are in points from the lower left corner of the page's picture.

    `text` has the spaces that stand in it, and those that PDFium sees after it. `height` is the size of the type in
    points, and `size` is less where it is squeezed. `mode` is how it is painted, `mark` the number by which a
    structure tree knows it (its MCID), or -1.
    """

    handle: Any
    text: str
    box: Box
    baseline: float
    size: float
    height: float
    colors: tuple[tuple[Color, float], ...]
    mode: int
    face: Face
    mark: int
    is_artifact: bool
    is_level: bool
    window: Box | None


def texts(page: Any) -> list[Drawn]:
    """Return the text objects of a page that say something, in the order in which they are painted."""
    import pypdfium2.raw as pdfium

    left, bottom, _, _ = page.get_bbox()
    words = page.get_textpage()
    reader = _Reader(words.raw, left, bottom)
    try:
        objects = page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT])
        return [reader.drawn(text, said) for text in objects if (said := reader.said(text)).strip()]
    finally:
        words.close()


class _Reader:
    """Reads the text objects of one page; fonts are looked at once."""

    def __init__(self, words: Any, left: float, bottom: float) -> None:
        self.words, self.left, self.bottom = words, left, bottom
        self.faces: dict[int, Face] = {}
        self.buffer = ctypes.create_string_buffer(2 * _LONGEST)

    def drawn(self, text: Any, said: str) -> Drawn:
        """Return a text object by its place in the picture; forms that it stands in have matrices of their own."""
        import pypdfium2.raw as pdfium

        box, matrix, form = text.get_bounds(), text.get_matrix(), text.container
        while form:
            outer = form.get_matrix()
            box, matrix, form = outer.on_rect(*box), matrix.multiply(outer), form.container
        size, wide, high = text.get_font_size(), hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text.raw)
        return Drawn(
            handle=text,
            text=said,
            box=self.moved(box),
            baseline=matrix.f - self.bottom,
            size=round(size * min(wide, high), 2),
            height=round(size * high, 2),
            colors=tuple(_colors(text, mode)),
            mode=mode,
            face=self.face(text),
            mark=pdfium.FPDFPageObj_GetMarkedContentID(text.raw),
            is_artifact=_is_artifact(text),
            is_level=abs(matrix.b) < _LEVEL * wide and matrix.a > 0 < matrix.d,
            window=self.window(text),
        )

    def moved(self, box: Box) -> Box:
        return box[0] - self.left, box[1] - self.bottom, box[2] - self.left, box[3] - self.bottom

    def said(self, text: Any) -> str:
        import pypdfium2.raw as pdfium

        buffer = self.buffer
        characters = ctypes.POINTER(ctypes.c_ushort)
        size = pdfium.FPDFTextObj_GetText(text.raw, self.words, ctypes.cast(buffer, characters), len(buffer))
        if size > len(buffer):
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFTextObj_GetText(text.raw, self.words, ctypes.cast(buffer, characters), size)
        return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace").translate(_SIGNS)

    def face(self, text: Any) -> Face:
        import pypdfium2.raw as pdfium

        font = pdfium.FPDFTextObj_GetFont(text.raw)
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self.faces:
            self.faces[key] = _face(font)
        return self.faces[key]

    def window(self, text: Any) -> Box | None:
        """Return the box within which an object is shown, and what it stands in; None where nothing cuts it."""
        boxes = windows(text)
        return self.moved(reduce(common, boxes)) if boxes else None


def _face(font: Any) -> Face:
    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
    lower = name.lower()
    return Face(
        name=name,
        is_bold=pdfium.FPDFFont_GetWeight(font) >= _BOLD or "bold" in lower or "black" in lower,
        is_italic=bool(pdfium.FPDFFont_GetFlags(font) & _SLANTED) or "italic" in lower or "oblique" in lower,
    )


def _colors(text: Any, mode: int) -> Iterator[tuple[Color, float]]:
    """Yield the colours that a text is painted in, each with how opaque it is; none for patterns."""
    import pypdfium2.raw as pdfium

    veil = _veil(text.container)
    for modes, color_of in ((_FILLED, pdfium.FPDFPageObj_GetFillColor), (_STROKED, pdfium.FPDFPageObj_GetStrokeColor)):
        if mode in modes and (found := _color(text, color_of)):
            yield found[0], found[1] * veil


def _veil(form: Any) -> float:
    """Return how opaque the groups are that something stands in, all together."""
    import pypdfium2.raw as pdfium

    opacity = 1.0
    while form:
        found = _color(form, pdfium.FPDFPageObj_GetFillColor)
        opacity, form = opacity * (found[1] if found else 1), form.container
    return opacity


def _color(drawing: Any, color_of: Any) -> tuple[Color, float] | None:
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    if not color_of(drawing.raw, red, green, blue, opacity):
        return None
    return (red.value, green.value, blue.value), opacity.value / 255


def _is_artifact(text: Any) -> bool:
    """Whether an object, or a form that it stands in, is marked as an artifact (ISO 32000-2, 14.8.2.2)."""
    import pypdfium2.raw as pdfium

    drawing = text
    while drawing:
        count = pdfium.FPDFPageObj_CountMarks(drawing.raw)
        if any(_name(pdfium.FPDFPageObj_GetMark(drawing.raw, number)) == "Artifact" for number in range(count)):
            return True
        drawing = drawing.container
    return False


def _name(mark: Any) -> str:
    import pypdfium2.raw as pdfium

    buffer, length = ctypes.create_string_buffer(64), ctypes.c_ulong()
    characters = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    if not pdfium.FPDFPageObjMark_GetName(mark, characters, 64, ctypes.byref(length)):
        return ""
    return buffer.raw[: length.value].decode("utf-16-le", "replace").rstrip("\0")
