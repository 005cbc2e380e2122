"""A PDF that WeasyPrint has drawn in; the same, with what an archive asks for, out. The only room that knows pydyf.

WeasyPrint's own PDF/A fails on smoothed pictures and compressed XMP, names each attachment twice and dates it by the
clock; and none of its variants is archival and accessible at once.
"""

from __future__ import annotations

import hashlib
import mimetypes
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any

import pydyf

from typeset.writers.assets.profiles import SRGB
from typeset.writers.paper import archive

Attached = tuple[str, bytes]
"""A file in a file: its name and its bytes."""

PRINTED = 4
"""The flag of an annotation that is printed (ISO 32000-2, 12.5.3)."""

POINT = 0.75
"""Points to a CSS pixel."""
_MEDIA_TYPES = {".yaml": "application/yaml", ".yml": "application/yaml", ".json": "application/json"}


Finisher = Callable[[Any, Any], None]
"""What is handed WeasyPrint's document and its PDF before the PDF is written."""


def archival(attached: Attached | None) -> Finisher:
    """Return PDF/UA-1 and PDF/A-3a for a file with its source attached, PDF/A-2a for one with nothing attached."""

    def finish(document: Any, file: Any) -> None:
        join_glyphs(document, file)
        _leave_pictures_plain(file)
        _print_links(file)
        _say_rooms(document, file)
        if attached:
            _attach(file, *attached)
        _declare_colors(file)
        _describe(file, archive.archival(_about(document, file), 3 if attached else 2))

    return finish


def join_glyphs(_: Any, file: Any) -> None:
    """Write glyphs that follow one another without adjustment as one string (ISO 32000-2, 9.4.3).

    WeasyPrint writes each alone, with a zero between: a quarter of the page's bytes, and a third of the time that
    reading it back takes.
    """
    for stream in _streams(file):
        stream.stream = [
            operation.replace(b">0<", b"").replace(b">0]", b">]")
            if isinstance(operation, bytes) and operation.endswith(b" TJ")
            else operation
            for operation in stream.stream
        ]


# How it is written


@contextmanager
def whole_streams() -> Iterator[None]:
    """Let streams be written so that nobody can mistake where they end, and compress each once.

    pydyf ends data with a line feed. After a last byte that is a carriage return the two read as one end of line, one
    byte before the length that is declared: so it is in one file of fifty. It compresses all again for the identifier.
    """
    original = pydyf.Stream.data
    pydyf.Stream.data = property(_stream_data)
    try:
        yield
    finally:
        pydyf.Stream.data = original


def _stream_data(stream: Any) -> bytes:
    if not hasattr(stream, "written"):
        content = b"\n".join(map(_raw, stream.stream))
        extra = pydyf.Dictionary(stream.extra)
        if stream.compress:
            extra["Filter"] = "/FlateDecode"
            content = zlib.compress(content, 9)
        extra["Length"] = len(content)
        stream.written = b"".join([extra.data, b"\nstream\n", content, b"\r\nendstream"])
    written: bytes = stream.written
    return written


def _raw(item: Any) -> bytes:
    """Return a piece of a stream as it is written."""
    if isinstance(item, bytes):
        return item
    return item.data if isinstance(item, pydyf.Object) else str(item).encode("ascii")


def _streams(file: Any) -> list[Any]:
    """Return every stream: pages, pictures, fonts."""
    return [item for item in file.objects if isinstance(item, pydyf.Stream)]


# What an archive asks for


def _leave_pictures_plain(file: Any) -> None:
    """Ask no viewer to smooth a picture that it enlarges (ISO 19005-2, 6.2.8.1)."""
    for stream in _streams(file):
        stream.extra.pop("Interpolate", None)


def link_once(document: Any) -> None:
    """Take out links on links: WeasyPrint makes one of each part of a link that has a style of its own.

    Their tags are none of links, which PDF/UA asks for (ISO 14289-1, 7.18.5), and a screen reader says them twice.
    """
    for page in document.pages:
        whole = [(target, area) for _, target, area, box in page.links if box.link]
        page.links = [
            link
            for link in page.links
            if link[3].link or not any(target == link[1] and _is_on(link[2], area) for target, area in whole)
        ]


def _is_on(area: Sequence[float], other: Sequence[float]) -> bool:
    """Whether the middle of an area is in another; both are left, top, right and bottom."""
    x, y = (area[0] + area[2]) / 2, (area[1] + area[3]) / 2
    return other[0] <= x <= other[2] and other[1] <= y <= other[3]


def _print_links(file: Any) -> None:
    """Let links be printed, which PDF/A wants of every annotation."""
    for item in file.objects:
        if isinstance(item, dict) and item.get("Type") == "/Annot":
            item["F"] = PRINTED


def _say_rooms(document: Any, file: Any) -> None:
    """Say where on each page its text should be: within the margins (ISO 32000-2, 14.11.2.1, the ArtBox)."""
    sheets = (item for item in file.objects if isinstance(item, dict) and item.get("Type") == "/Page")
    for page, sheet in zip(document.pages, sheets, strict=True):
        box = page._page_box  # noqa: SLF001  # there is no public way to a page's margins
        left, top = box.content_box_x(), box.content_box_y()
        edges = (left, page.height - top - box.height, left + box.width, page.height - top)
        sheet["ArtBox"] = pydyf.Array([round(edge * POINT, 3) for edge in edges])


def _declare_colors(file: Any) -> None:
    """Say what the colours of the pages mean (ISO 19005-2, 6.2.3)."""
    condition = pydyf.String("sRGB IEC61966-2.1")
    profile = _added(file, pydyf.Stream([SRGB.read_bytes()], {"N": 3}, compress=True))
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": condition,
        "Info": condition,
        "RegistryName": pydyf.String("http://www.color.org"),
        "DestOutputProfile": profile.reference,
    }
    file.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(intent)])


def _about(document: Any, file: Any) -> archive.About:
    """Return what WeasyPrint has written into the `Info` dictionary."""
    metadata = document.metadata
    return archive.About(
        title=metadata.title or "",
        author=", ".join(metadata.authors),
        language=metadata.lang or "",
        producer=file.info["Producer"].string,
        keywords=tuple(metadata.keywords),
    )


def _describe(file: Any, packet: bytes) -> None:
    """Take in an XMP packet, uncompressed, so that it is found without reading PDF."""
    metadata = _added(file, pydyf.Stream([packet], {"Type": "/Metadata", "Subtype": "/XML"}))
    file.catalog["Metadata"] = metadata.reference


def _attach(file: Any, name: str, data: bytes) -> None:
    """Embed a file as the source of this one (ISO 19005-3, 6.8; ISO 32000-2, 14.13)."""
    known = _MEDIA_TYPES.get(PurePath(name).suffix.lower()) or mimetypes.guess_type(name)[0]
    checksum = hashlib.md5(data, usedforsecurity=False).hexdigest()
    extra = {
        "Type": "/EmbeddedFile",
        "Subtype": "/" + (known or "application/octet-stream").replace("/", "#2f"),
        "Params": pydyf.Dictionary({"Size": len(data), "CheckSum": f"<{checksum}>"}),
    }
    embedded = _added(file, pydyf.Stream([data], extra, compress=True))
    called = pydyf.String(name)
    specification = {
        "Type": "/Filespec",
        "F": called,
        "UF": called,
        "EF": pydyf.Dictionary({"F": embedded.reference, "UF": embedded.reference}),
        "AFRelationship": "/Source",
        "Desc": pydyf.String("The content this CV was made from"),
    }
    reference = _added(file, pydyf.Dictionary(specification)).reference
    names = file.catalog.setdefault("Names", pydyf.Dictionary())
    names["EmbeddedFiles"] = pydyf.Dictionary({"Names": pydyf.Array([called, reference])})
    file.catalog["AF"] = pydyf.Array([reference])


def _added(file: Any, item: Any) -> Any:
    file.add_object(item)
    return item
