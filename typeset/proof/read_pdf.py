"""A PDF in; its text, links, fonts and description out. The only room that knows pypdf."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from typeset.proof.finished import EmbeddedFont, Finished

if TYPE_CHECKING:
    from pypdf import PdfReader

_HEX_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s+(?:<([0-9A-Fa-f]+)>|(\d+))")


def read(data: bytes) -> Finished:
    """Return what pypdf finds in a PDF."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    root: Any = reader.trailer["/Root"].get_object()
    about = reader.metadata
    return Finished(
        pages=tuple(page.extract_text() for page in reader.pages),
        links=tuple(_uris(reader)),
        fonts=tuple(_fonts(reader)),
        title=about.title if about else None,
        author=about.author if about else None,
        language=root.get("/Lang"),
        is_tagged=bool(root.get("/MarkInfo", {}).get("/Marked")) and "/StructTreeRoot" in root,
    )


def _uris(reader: PdfReader) -> Iterator[str]:
    for page in reader.pages:
        annotations: Any = page.get("/Annots")
        for annotation in annotations or ():
            action = annotation.get_object().get("/A")
            if action is not None and "/URI" in action.get_object():
                yield str(action.get_object()["/URI"])


def _fonts(reader: PdfReader) -> Iterator[EmbeddedFont]:
    met: set[int] = set()
    for page in reader.pages:
        resources: Any = page["/Resources"].get_object()
        fonts = resources.get("/Font", {})
        for reference in fonts.values():
            font = reference.get_object()
            if id(font) not in met:
                met.add(id(font))
                yield _font(font)


def _font(font: Any) -> EmbeddedFont:
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor", {}).get_object() if "/FontDescriptor" in inner else {}
    return EmbeddedFont(
        name=str(font.get("/BaseFont", "")).lstrip("/"),
        family=str(descriptor.get("/FontFamily", "")),
        is_embedded=any(f"/FontFile{number}" in descriptor for number in ("", 2, 3)),
        has_unicode="/ToUnicode" in font,
        missing=tuple(_missing(font)),
    )


def _missing(font: Any) -> Iterator[str]:
    """Yield the characters drawn as glyph 0. WeasyPrint maps them in an encoding of the font's own."""
    encoding: Any = font["/Encoding"].get_object() if "/Encoding" in font else None
    if not hasattr(encoding, "get_data") or "/ToUnicode" not in font:
        return
    to_unicode = {code: char for code, char, _ in _HEX_PAIR.findall(font["/ToUnicode"].get_object().get_data())}
    for code, _, glyph in _HEX_PAIR.findall(encoding.get_data()):
        if glyph == b"0" and code in to_unicode:
            yield bytes.fromhex(to_unicode[code].decode()).decode("utf-16-be", errors="replace")
