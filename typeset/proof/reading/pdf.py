"""A PDF in; its text, links, fonts and description out. The only room that knows pypdf."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from typeset.proof.finished import Finished
from typeset.proof.reading import conformance, outline, paper
from typeset.proof.reading.fonts import fonts
from typeset.proof.reading.objects import objects, unlocked
from typeset.proof.search.inside import of_paper

if TYPE_CHECKING:
    from pypdf import PdfReader

_DEEPEST = 20
_DECLARATIONS = (
    ("part", "http://www.aiim.org/pdfua/ns/id/", "PDF/UA-"),
    ("GTS_PDFXVersion", "http://www.npes.org/pdfx/ns/id/", ""),
)
"""Properties that name a standard: their name, their namespace, and what the standard's name begins with."""


def read(data: bytes) -> Finished:
    """Return what pypdf finds in a PDF, what PDFium draws of it, and all that is in its objects."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is a finding
    held, data = objects(data), unlocked(data)
    reader = PdfReader(io.BytesIO(data))
    root: Any = reader.trailer["/Root"].get_object()
    about = reader.metadata
    drawn = paper.read(data)
    targets, standards = outline.targets(held), frozenset(_standards(reader))
    return Finished(
        pages=tuple(page.extract_text() for page in reader.pages),
        links=tuple(outline.addresses(held)),
        fonts=tuple(fonts(held)),
        title=about.title if about else None,
        author=about.author if about else None,
        language=root.get("/Lang"),
        is_tagged=bool(root.get("/MarkInfo", {}).get("/Marked")) and "/StructTreeRoot" in root,
        attachments=tuple(_attachments(reader)),
        standards=standards,
        contradictions=tuple(_contradictions(reader)),
        unseen=drawn.unseen,
        sheets=drawn.sheets,
        tags=drawn.tags,
        breaches=tuple(conformance.breaches(data, standards)),
        bookmarks=tuple(outline.outline(targets)),
        label_starts=outline.label_starts(held),
        anchors=tuple(outline.links(targets, drawn.sheets)),
        inside=of_paper(held, data),
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
