"""A PDF that TeX has made in; the same, with what PDF/UA-1 and PDF/A ask for, out. The only room that knows pikepdf.

TeX's PDF is tagged, but says nothing of the standards that it keeps; its colours have no profile, its fonts no family.
"""

from __future__ import annotations

import hashlib
import io
import mimetypes
import re
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from typeset.document.shapes import Document
from typeset.theme.theme import Theme
from typeset.writers import CannotWrite
from typeset.writers.assets.profiles import SRGB
from typeset.writers.paper import archive

Attached = tuple[str, bytes]
"""A file in a file: its name and its bytes."""

PRODUCER = "LuaTeX"
PRINTED = 4
"""The flag of an annotation that is printed (ISO 32000-2, 12.5.3)."""
ONE_GLYPH = (
    "\u2019\u02bc",
    "\u2018\u02bb",
    "-\u2010\u00ad",
    "\u0394\u2206",
    "\u03a9\u2126",
    "\u03bc\u00b5",
    "\u00b7\u2219\u22c5",
    "/\u2044\u2215",
    "\u00af\u02c9",
    "\u0110\u00d0\u0189",
    " \u00a0",
)
"""Characters that fonts draw with one glyph, the usual one first."""
_CODE = re.compile(rb"(?m)^(<[0-9A-Fa-f]+>[ \t]*)<([0-9A-Fa-f]{4})>[ \t]*$")
_ENDS_TWICE = re.compile(rb"[\r\n]\nendstream")
_MEDIA_TYPES = {".yaml": "application/yaml", ".yml": "application/yaml", ".json": "application/json"}


def finished(data: bytes, said: str, document: Document, theme: Theme, attached: Attached | None = None) -> bytes:
    """Return the PDF as PDF/UA-1 and PDF/A-3a with a source attached, PDF/A-2a without one.

    `said` holds every character that is in it. Raises `CannotWrite` for what is no PDF. The same PDF gives the same
    bytes.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            _describe(pdf, document, 3 if attached else 2)
            _declare_colors(pdf)
            _name_families(pdf, theme)
            _say_what_is_meant(pdf, frozenset(said))
            _print_links(pdf)
            _find_links(pdf)
            if attached:
                _attach(pdf, *attached)
            _end_streams_plainly(pdf)
            small = _saved(pdf, pikepdf.ObjectStreamMode.generate)
            return _saved(pdf, pikepdf.ObjectStreamMode.disable) if _ENDS_TWICE.search(small) else small
    except pikepdf.PdfError:
        raise CannotWrite("TeX's PDF cannot be read") from None


def _saved(pdf: Any, mode: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=mode, compress_streams=False)
    return out.getvalue()


def _end_streams_plainly(pdf: Any) -> None:
    """Compress streams so that none ends in what may be taken for the end of line after it (ISO 19005-2, 6.1.7.1)."""
    import pikepdf

    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Filter") in (None, pikepdf.Name.FlateDecode):
            if item.get("/Type") == pikepdf.Name.Metadata:
                continue
            packed = (zlib.compress(item.read_bytes(), level) for level in range(9, 0, -1))
            data = next((data for data in packed if data[-1:] not in b"\r\n"), None)
            if data:
                item.write(data, filter=pikepdf.Name.FlateDecode)


def _describe(pdf: Any, document: Document, part: int) -> None:
    """Say what the file is, in its `Info` dictionary and, uncompressed, in XMP."""
    import pikepdf

    about = archive.About(document.title, document.author, document.language, PRODUCER, document.keywords)
    metadata = pdf.make_stream(archive.archival(about, part), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    pdf.Root.Metadata = metadata
    pdf.Root.Lang = pikepdf.String(document.language)
    info = {"/Title": about.title, "/Author": about.author, "/Producer": about.producer}
    if about.keywords:
        info["/Keywords"] = ", ".join(about.keywords)
    pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary(info))


def _declare_colors(pdf: Any) -> None:
    """Say what the colours of the pages mean (ISO 19005-2, 6.2.3)."""
    import pikepdf

    condition = "sRGB IEC61966-2.1"
    intent = {
        "/Type": pikepdf.Name.OutputIntent,
        "/S": pikepdf.Name.GTS_PDFA1,
        "/OutputConditionIdentifier": condition,
        "/Info": condition,
        "/RegistryName": "http://www.color.org",
        "/DestOutputProfile": pdf.make_stream(SRGB.read_bytes(), N=3),
    }
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary(intent))])


def _name_families(pdf: Any, theme: Theme) -> None:
    """Say each font's family, which LuaTeX leaves out, after the theme's file of that name.

    A `CIDSet` goes: it need not be there, and LuaTeX's does not list all glyphs (ISO 14289-1, 7.21.4.2).
    """
    import pikepdf

    families = {face.file.stem: face.family for face in theme.fonts}
    for item in _dictionaries(pdf):
        name = str(item.get("/FontName", "")).lstrip("/").rpartition("+")[2]
        if item.get("/Type") == pikepdf.Name.FontDescriptor and name in families:
            item.FontFamily = pikepdf.String(families[name])
            if "/CIDSet" in item:
                del item.CIDSet


def _say_what_is_meant(pdf: Any, said: frozenset[str]) -> None:
    """Where a glyph serves several characters, let it mean the one that is in the text; LuaTeX takes the last one."""
    meant = {
        char: other
        for together in ONE_GLYPH
        for char in together
        if char not in said and (other := next((other for other in together if other in said), None))
    }
    for item in _dictionaries(pdf):
        if item.get("/Type") == "/Font" and "/ToUnicode" in item:
            stream = item.ToUnicode
            stream.write(_CODE.sub(lambda match: _meant(match, meant), stream.read_bytes()))


def _meant(match: re.Match[bytes], meant: Mapping[str, str]) -> bytes:
    """Return one line of a ToUnicode map, a glyph's number and its character, with the character that is meant."""
    char = chr(int(match[2], 16))
    return match[1] + (b"<%04X>" % ord(meant[char]) if char in meant else b"<" + match[2] + b">")


def _print_links(pdf: Any) -> None:
    """Let links be printed, which PDF/A wants of every annotation, and say where each leads (ISO 14289-1, 7.18.5)."""
    import pikepdf

    for item in _dictionaries(pdf):
        if item.get("/Type") == pikepdf.Name.Annot:
            item.F = PRINTED
            if "/A" in item and "/URI" in item.A:
                item.Contents = item.A.URI


def _find_links(pdf: Any) -> None:
    """Say on which page each tagged link is (ISO 32000-2, 14.7.5.3); TeX knows it only from the run before."""
    pages = {annotation.objgen: page.obj for page in pdf.pages for annotation in page.get("/Annots", ())}
    for item in _dictionaries(pdf):
        if item.get("/S") is not None and "/K" in item:
            for child in item.K if hasattr(item.K, "append") and not hasattr(item.K, "keys") else [item.K]:
                _place_link(child, pages)


def _place_link(child: Any, pages: dict[Any, Any]) -> None:
    import pikepdf

    if isinstance(child, pikepdf.Dictionary) and child.get("/Type") == pikepdf.Name.OBJR and "/Obj" in child:
        child.Pg = pages[child.Obj.objgen]


def _attach(pdf: Any, name: str, data: bytes) -> None:
    """Embed a file as the source of this one (ISO 19005-3, 6.8; ISO 32000-2, 14.13)."""
    import pikepdf

    media_type = _MEDIA_TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    checksum = hashlib.md5(data, usedforsecurity=False).digest()
    embedded = pdf.make_stream(
        data,
        Type=pikepdf.Name.EmbeddedFile,
        Subtype=pikepdf.Name("/" + media_type),
        Params=pikepdf.Dictionary({"/Size": len(data), "/CheckSum": pikepdf.String(checksum)}),
    )
    described: Mapping[str, Any] = {
        "/Type": pikepdf.Name.Filespec,
        "/F": name,
        "/UF": name,
        "/EF": pikepdf.Dictionary({"/F": embedded, "/UF": embedded}),
        "/AFRelationship": pikepdf.Name.Source,
        "/Desc": "The content this CV was made from",
    }
    specification = pdf.make_indirect(pikepdf.Dictionary(described))
    names = pdf.Root.get("/Names", pikepdf.Dictionary())
    names.EmbeddedFiles = pikepdf.Dictionary({"/Names": pikepdf.Array([pikepdf.String(name), specification])})
    pdf.Root.Names = names
    pdf.Root.AF = pikepdf.Array([specification])


def _dictionaries(pdf: Any) -> Iterable[Any]:
    import pikepdf

    return (item for item in pdf.objects if isinstance(item, pikepdf.Dictionary))
