"""A PDF in; every string in its objects, its metadata and the files in it out. What its pages show is not read here."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from typeset.proof.search.layers import Layer, layers

if TYPE_CHECKING:
    from pypdf import PdfReader

_FONT_KEYS = ("/FontFile", "/FontFile2", "/FontFile3", "/ToUnicode", "/CIDSet", "/CIDToGIDMap")
_FONTS = ("/Font", "/FontDescriptor")
_SILENT = ("/XRef", "/ObjStm")
_RAW = ("/DCTDecode", "/JPXDecode")
_ASIDE = re.compile(rb"/(?:ActualText|Alt|E|Contents|T)\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:\\.|[^\\()])*)\))", re.DOTALL)
_UTF_16 = b"\xfe\xff"


def paper(data: bytes, where: str, depth: int) -> Iterator[Layer]:
    """Yield the strings of a PDF, and what is said in each of its streams; of one in another file, its pages, too."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(data))
    if depth:
        yield Layer(f"the pages of {where}", "\n".join(page.extract_text() for page in reader.pages))
    found = [*_objects(reader)]
    programs = {reference.idnum for each in found for reference in _programs(each)}
    strings = [string for each in (*found, reader.trailer) for string in _strings(each)]
    yield Layer(f"the objects of {where}", "\n".join(strings))
    for each in found:
        if hasattr(each, "get_data") and each.indirect_reference.idnum not in programs:
            yield from _stream(each, where, depth)


def _objects(reader: PdfReader) -> Iterator[Any]:
    """Yield every object of the file, whether anything leads to it or not."""
    from pypdf.generic import IndirectObject

    numbers = {number: generation for generation, table in reader.xref.items() for number in table}
    numbers |= dict.fromkeys(reader.xref_objStm, 0)
    for number, generation in sorted(numbers.items()):
        found = reader.get_object(IndirectObject(number, generation, reader))
        if found is not None:
            yield found


def _programs(found: Any) -> Iterator[Any]:
    """Yield the streams that draw glyphs or name them: they say nothing of their own."""
    if isinstance(found, dict):
        references = (found.raw_get(key) for key in _FONT_KEYS if key in found)  # type: ignore[attr-defined]
        yield from (reference for reference in references if hasattr(reference, "idnum"))


def _strings(found: Any) -> Iterator[str]:
    """Yield the strings in an object; objects that it refers to come by themselves. A font's are its maker's."""
    if isinstance(found, dict):
        if found.get("/Type") not in _FONTS:
            for key in found:
                yield from _strings(found.raw_get(key) if hasattr(found, "raw_get") else found[key])
    elif isinstance(found, list):
        for member in found:
            yield from _strings(member)
    elif isinstance(found, bytes):
        yield _decoded(found)
    elif isinstance(found, str) and not type(found).__name__.startswith("Name"):
        yield found


def _stream(found: Any, where: str, depth: int) -> Iterator[Layer]:
    """Yield what a stream says: of a page's, only what is set aside for those who do not see it."""
    kind, filters = found.get("/Type"), found.get("/Filter")
    if kind in _SILENT:
        return
    if found.get("/Subtype") == "/Image":
        if filters in _RAW or (isinstance(filters, list) and any(name in filters for name in _RAW)):
            yield from layers(found.get_data(), f"a picture in {where}", depth + 1)
        return
    data = found.get_data()
    if kind == "/Metadata":
        yield from layers(data, f"the metadata of {where}", depth + 1)
    elif kind == "/EmbeddedFile":
        yield from layers(data, f"a file attached to {where}", depth + 1)
    else:
        aside = (_written(*match.groups()) for match in _ASIDE.finditer(data))
        yield Layer(f"what a page of {where} says aside", "\n".join(map(_decoded, aside)))


def _written(figures: bytes | None, characters: bytes | None) -> bytes:
    """Return a string as it is meant: in hexadecimal (ISO 32000-2, 7.3.4.3), or between brackets."""
    if figures is None:
        return re.sub(rb"\\(?=[\\()])", b"", characters or b"")
    pairs = b"".join(figures.split())
    return bytes.fromhex((pairs + b"0" * (len(pairs) % 2)).decode())


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF_16):
        return data[2:].decode("utf-16-be", errors="replace")
    return data.decode("latin-1") if data.isascii() else data.decode("utf-8", errors="replace")
