"""A PDF's bytes in; the files in it, and every character of its pages with its place and look, out. Knows PDFium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from typeset.source import Fault, Faults, Place
from typeset.source.place import Source

MOST_CHARACTERS = 120_000
MOST_PAGES = 100
_MOST_SHAPES = 2000
_LARGEST_DOT = 7.0
"""Points that a bullet measures at most."""
_BOLD = 600
"""The weight from which type is strong."""


@dataclass(frozen=True, slots=True)
class Look:
    """What characters are set in: the size in points as it is on paper, and the style."""

    size: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a page: from `left` to `right` on the baseline `y`, in points from the page's lower left.

    `spaced` tells that PDFium sees the end of a word before it.
    """

    sign: str
    left: float
    right: float
    y: float
    look: Look
    link: str | None = None
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The characters of a page, in the order that the file has them; its height in points; the middles of its dots."""

    glyphs: tuple[Glyph, ...]
    height: float
    dots: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """All pages, and the names and bytes of the files that the PDF carries."""

    pages: tuple[Page, ...]
    files: tuple[tuple[str, bytes], ...]


def read(data: bytes, name: str) -> Read:
    """Return the pages of a PDF and the files in it; raises `Faults` for what cannot be read."""
    from pypdfium2 import PdfDocument, PdfiumError

    place = Place(Source(name, ""), 1, 1)
    try:
        document: Any = PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise Faults([Fault(f"{name} is locked with a password", place, "save it without one first")]) from None
        raise Faults([Fault(f"{name} is damaged: not a PDF that can be opened", place)]) from None
    try:
        if len(document) > MOST_PAGES:
            message = f"{name} has {len(document)} pages; {MOST_PAGES} are read at most"
            raise Faults([Fault(message, place, "that is no CV")])
        files = tuple(_files(document))
        return Read(tuple(_pages(document, name, place)), files)
    except (PdfiumError, ctypes.ArgumentError, OSError, ValueError):
        raise Faults([Fault(f"{name} is damaged: its pages cannot be read", place)]) from None
    finally:
        document.close()


def _files(document: Any) -> Iterator[tuple[str, bytes]]:
    from pypdfium2 import PdfiumError

    for number in range(min(document.count_attachments(), MOST_PAGES)):
        try:
            attachment = document.get_attachment(number)
            yield attachment.get_name(), bytes(attachment.get_data())
        except PdfiumError:  # a file that is named and not there
            continue


def _pages(document: Any, name: str, place: Place) -> Iterator[Page]:
    count = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        count += text.count_chars()
        if count > MOST_CHARACTERS:
            message = f"{name} has more than {MOST_CHARACTERS:,} characters"
            raise Faults([Fault(message, place, "that is no CV")])
        yield Page(tuple(_glyphs(page, text)), page.get_height(), tuple(_dots(page)))
        text.close()
        page.close()


def _glyphs(page: Any, text: Any) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium

    looks: dict[int, Look] = {}
    links = list(_links(page))
    box = pdfium.FS_RECTF()
    across, up = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        pdfium.FPDFText_GetLooseCharBox(text.raw, index, box)
        pdfium.FPDFText_GetCharOrigin(text.raw, index, across, up)
        handle = pdfium.FPDFText_GetTextObject(text.raw, index)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if key not in looks:
            looks[key] = _look(text, index)
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        link = next((address for address, (a, b, c, d) in links if a <= x <= c and b <= y <= d), None)
        yield Glyph(chr(code) if 0 < code < 0x110000 else "", box.left, box.right, up.value, looks[key], link)


def _look(text: Any, index: int) -> Look:
    import pypdfium2.raw as pdfium

    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text.raw, index, buffer, 128, ctypes.byref(flags))
    name = buffer.value.decode("utf-8", "replace").lower()
    matrix = pdfium.FS_MATRIX()
    size = float(pdfium.FPDFText_GetFontSize(text.raw, index))
    if pdfium.FPDFText_GetMatrix(text.raw, index, ctypes.byref(matrix)):
        size *= abs(matrix.d) or abs(matrix.b) or 1.0
    bold = pdfium.FPDFText_GetFontWeight(text.raw, index) >= _BOLD or "bold" in name or "black" in name
    italic = bool(flags.value & 64) or "italic" in name or "oblique" in name
    return Look(round(size, 1), bold, italic)


def _links(page: Any) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Yield the address of each link annotation, and its rectangle: left, bottom, right, top."""
    import pypdfium2.raw as pdfium

    start, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(1000):
        if not pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(start), ctypes.byref(link)):
            return
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0) if action else 0
        rectangle = pdfium.FS_RECTF()
        if not 1 < length < 2000 or not pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rectangle)):
            continue
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, length)
        address = buffer.value.decode("utf-8", "replace")
        low, high = sorted((rectangle.bottom, rectangle.top))
        yield address, (rectangle.left, low, rectangle.right, high)


def _dots(page: Any) -> Iterator[tuple[float, float]]:
    """Yield the middles of the small square shapes of a page: bullets that are drawn."""
    from pypdfium2.raw import FPDF_PAGEOBJ_PATH

    for number, shape in enumerate(page.get_objects(filter=[FPDF_PAGEOBJ_PATH], max_depth=4)):
        if number > _MOST_SHAPES:
            return
        left, bottom, right, top = shape.get_bounds()
        width, height = right - left, top - bottom
        if 0.8 < width < _LARGEST_DOT and 0.8 < height < _LARGEST_DOT and 0.7 < width / height < 1.4:
            yield (left + right) / 2, (bottom + top) / 2
