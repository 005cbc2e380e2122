"""A PDF in; its text, links, fonts and description out. The only room that knows pypdf."""

from __future__ import annotations

import io
import logging
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

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is a finding
    reader = PdfReader(io.BytesIO(data))
    root: Any = reader.trailer["/Root"].get_object()
    about = reader.metadata
    return Finished(
        pages=tuple(page.extract_text() for page in reader.pages),
        links=tuple(map(_address, _actions(reader))),
        fonts=tuple(_fonts(reader)),
        title=about.title if about else None,
        author=about.author if about else None,
        language=root.get("/Lang"),
        is_tagged=bool(root.get("/MarkInfo", {}).get("/Marked")) and "/StructTreeRoot" in root,
    )


def _actions(reader: PdfReader) -> Iterator[Any]:
    """Yield what a click, or opening the file, does, except to go to another page (ISO 32000-2, 12.6.4)."""
    root: Any = reader.trailer["/Root"].get_object()
    annotations: list[Any] = [found for page in reader.pages for found in page.get("/Annots") or ()]
    actions = [annotation.get_object().get("/A") for annotation in annotations]
    for action in (*actions, root.get("/OpenAction")):
        found = action.get_object() if action is not None else None
        if isinstance(found, dict) and found["/S"] != "/GoTo":
            yield found


def _address(action: Any) -> str:
    """Return where a link leads; of any other action its kind, which is no address that is allowed."""
    return str(action["/URI"]) if "/URI" in action else f"{action['/S'][1:].lower()}:"


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
