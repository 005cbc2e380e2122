"""A PDF in; its text, links, fonts and description out. The only room that knows pypdf."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from typeset.proof.finished import EmbeddedFont, Finished
from typeset.proof.reading.sight import unseen

if TYPE_CHECKING:
    from pypdf import PdfReader

_DEEPEST = 20
_DECLARATIONS = (
    ("part", "http://www.aiim.org/pdfua/ns/id/", "PDF/UA-"),
    ("GTS_PDFXVersion", "http://www.npes.org/pdfx/ns/id/", ""),
)
"""Properties that name a standard: their name, their namespace, and what the standard's name begins with."""
_HEX_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s+(?:<([0-9A-Fa-f]+)>|(\d+))")


def read(data: bytes) -> Finished:
    """Return what pypdf finds in a PDF, and what in it PDFium draws so that nobody sees it."""
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
        attachments=tuple(_attachments(reader)),
        standards=frozenset(_standards(reader)),
        contradictions=tuple(_contradictions(reader)),
        unseen=tuple(unseen(data)),
    )


def attachments(data: bytes) -> list[tuple[str, bytes]]:
    """Return the names and the bytes of the files in a PDF; raises `ValueError` for what cannot be read as one."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return list(_attachments(PdfReader(io.BytesIO(data))))
    except Exception as error:  # a damaged file can make a reader raise anything
        raise ValueError(f"{error}" or type(error).__name__) from error


def text(data: bytes) -> tuple[str, ...]:
    """Return the text of each page, in the order in which it was painted; raises as `attachments` does."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return tuple(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    except Exception as error:  # a damaged file can make a reader raise anything
        raise ValueError(f"{error}" or type(error).__name__) from error


def chapters(data: bytes) -> list[tuple[str, int]]:
    """Return the entries at the top of a PDF's outline, and the number of each one's page, from 0."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    entries: list[Any] = [entry for entry in reader.outline if not isinstance(entry, list)]
    return [(str(entry.title), reader.get_destination_page_number(entry) or 0) for entry in entries]


def length(data: bytes) -> int:
    """Return how many pages a PDF has."""
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(data)).pages)


def _attachments(reader: PdfReader) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the document, and those of annotations on its pages (ISO 32000-2, 7.11.4)."""
    root: Any = reader.trailer["/Root"].get_object()
    has_names = "/Names" in root and "/EmbeddedFiles" in root["/Names"]
    specifications = _leaves(root["/Names"]["/EmbeddedFiles"]) if has_names else []
    annotations: list[Any] = [found.get_object() for page in reader.pages for found in page.get("/Annots") or ()]
    for found in (*specifications, *(annotation["/FS"] for annotation in annotations if "/FS" in annotation)):
        specification = found.get_object()
        if "/EF" in specification:
            name = specification.get("/UF") or specification.get("/F")
            yield str(name), specification["/EF"]["/F"].get_object().get_data()


def _leaves(node: Any, depth: int = 0) -> Iterator[Any]:
    """Yield the values of a name tree (ISO 32000-2, 7.9.6), which in a damaged file may go round in a ring."""
    yield from node.get("/Names", ())[1::2]
    for kid in node.get("/Kids", ()) if depth < _DEEPEST else ():
        yield from _leaves(kid.get_object(), depth + 1)


def _standards(reader: PdfReader) -> Iterator[str]:
    """Yield what the metadata declares the file to be."""
    packet = reader.xmp_metadata
    if not packet:
        return
    if packet.pdfaid_part:
        yield f"PDF/A-{packet.pdfaid_part}{str(packet.pdfaid_conformance).lower()}"
    for name, space, prefix in _DECLARATIONS:
        for found in packet.get_element("", space, name):
            yield prefix + "".join(child.data for child in found.childNodes)


def _contradictions(reader: PdfReader) -> Iterator[str]:
    """Yield what the metadata and the older `Info` dictionary say differently."""
    packet, about = reader.xmp_metadata, reader.metadata
    if not packet or not about:
        return
    said = {
        "title": (about.title, (packet.dc_title or {}).get("x-default")),
        "author": (about.author, ", ".join(packet.dc_creator or []) or None),
        "keywords": (about.get("/Keywords"), packet.pdf_keywords),
        "date": (about.get("/CreationDate"), packet.xmp_create_date),
    }
    yield from (name for name, (one, other) in said.items() if one != other)


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
