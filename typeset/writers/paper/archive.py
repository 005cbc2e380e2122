"""What a PDF says of itself in, its XMP packet out (ISO 16684-1): of an archival file, or of one for the press."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

_PART_OF_UA = f"""\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{_NAMESPACES["pdfuaid"]}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>the part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""PDF/A knows no `pdfuaid:part` unless the packet explains it (ISO 19005-2, 6.6.2.3)."""

_NO_DATE = "1980-01-01T00:00:00Z"
"""The date of what PDF/X wants dated: the same content gives the same bytes."""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself; its `Info` dictionary must say the same, and no dates where the packet has none."""

    title: str
    author: str
    language: str
    producer: str
    keywords: tuple[str, ...] = ()


def archival(about: About, part: int) -> bytes:
    """Return the packet of a file that is PDF/A at level A of a part (2 or 3; ISO 19005) and PDF/UA-1 (ISO 14289)."""
    marks = [("pdfaid:part", f"{part}"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")]
    return _packet(about, [*_elements(marks), _PART_OF_UA])


def plain(about: About) -> bytes:
    """Return the packet of a file that says of no standard that it keeps it."""
    return _packet(about, ())


def for_press(about: About, identifier: str) -> bytes:
    """Return the packet of a PDF/X-4 file (ISO 15930-7, 6.7); `identifier` is a UUID of what is in it."""
    marks = [
        ("pdfxid:GTS_PDFXVersion", "PDF/X-4"),
        ("pdf:Trapped", "False"),
        *((f"xmp:{name}Date", _NO_DATE) for name in ("Create", "Modify", "Metadata")),
        ("xmpMM:DocumentID", f"uuid:{identifier}"),
        ("xmpMM:VersionID", "1"),
        ("xmpMM:RenditionClass", "default"),
    ]
    return _packet(about, _elements(marks))


def _packet(about: About, properties: Iterable[str]) -> bytes:
    """Return a packet that needs no room to grow, for it is not to be edited."""
    namespaces = "".join(f'\n xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())
    lines = [
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF{namespaces}>',
        '<rdf:Description rdf:about="">',
        *_description(about),
        *properties,
        "</rdf:Description></rdf:RDF></x:xmpmeta>",
        '<?xpacket end="r"?>',
    ]
    return "\n".join(lines).encode("utf-8")


def _description(about: About) -> Iterable[str]:
    yield f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(about.title)}</rdf:li></rdf:Alt></dc:title>'
    yield _array("dc:creator", "Seq", [about.author])
    yield _array("dc:language", "Bag", [about.language])
    if about.keywords:
        yield _array("dc:subject", "Bag", about.keywords)
        yield from _elements([("pdf:Keywords", ", ".join(about.keywords))])
    yield from _elements([("pdf:Producer", about.producer)])


def _array(name: str, kind: str, items: Iterable[str]) -> str:
    inner = "".join(f"<rdf:li>{escape(item)}</rdf:li>" for item in items)
    return f"<{name}><rdf:{kind}>{inner}</rdf:{kind}></{name}>"


def _elements(values: Iterable[tuple[str, str]]) -> list[str]:
    return [f"<{name}>{escape(value)}</{name}>" for name, value in values]
