"""A theme in, an empty Word file out, for documents to be written into: its styles, lists, sheet and fonts."""

from __future__ import annotations

import hashlib
import uuid
from functools import cache

from typeset.document.shapes import Document
from typeset.theme.theme import Theme
from typeset.writers.assets import fonts
from typeset.writers.office.bundle import bundle
from typeset.writers.office.sheet import HEADER_AT, Sheet, sheet
from typeset.writers.office.word_styles import NAMESPACE, numbering, style_id, styles, w
from typeset.writers.office.xml import part, said, tag

_SCHEMA = "http://schemas.openxmlformats.org"
RELATION = f"{_SCHEMA}/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_TYPE}.wordprocessingml"
_CORE_NAMESPACE = f"{_SCHEMA}/package/2006/metadata/core-properties"
_CORE_RELATION = f"{_SCHEMA}/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_MODES = "http://schemas.microsoft.com/office/word"
_DRAWING = f"{_SCHEMA}/drawingml/2006/main"

CORE = "docProps/core.xml"
"""The part that says what the file is (ISO/IEC 29500-2, 8.3)."""

PARTS = {
    "styles": (f"{_WORD}.styles+xml", f"{RELATION}/styles"),
    "numbering": (f"{_WORD}.numbering+xml", f"{RELATION}/numbering"),
    "settings": (f"{_WORD}.settings+xml", f"{RELATION}/settings"),
    "fontTable": (f"{_WORD}.fontTable+xml", f"{RELATION}/fontTable"),
    "theme/theme1": (f"{_TYPE}.theme+xml", f"{RELATION}/theme"),
    "header1": (f"{_WORD}.header+xml", f"{RELATION}/header"),
}
"""The parts beside the text, under `word/`: their types, and how the text is related to them."""


FACES = ("Regular", "Bold", "Italic", "BoldItalic")
"""Embedded faces in the order of the schema."""


@cache
def package(theme: Theme, language: str, characters: frozenset[str]) -> bytes:
    """Return a Word file without text, its fonts fit for `characters`."""
    embedded = sorted(fonts.embedded(theme, characters), key=lambda font: FACES.index(font.called))
    page = sheet(theme)
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("word/document.xml", f"{RELATION}/officeDocument"), (CORE, _CORE_RELATION)]),
        CORE: part(tag("cp:coreProperties", xmlns_cp=_CORE_NAMESPACE)),
        "word/document.xml": _text(page),
        "word/_rels/document.xml.rels": _relations([(f"{name}.xml", kind) for name, (_, kind) in PARTS.items()]),
        "word/styles.xml": styles(theme, language),
        "word/numbering.xml": numbering(theme),
        "word/settings.xml": _settings(language),
        "word/fontTable.xml": _font_table(theme, embedded),
        "word/_rels/fontTable.xml.rels": _relations(
            [(f"fonts/{font.name}.odttf", f"{RELATION}/font") for font in embedded]
        ),
        "word/theme/theme1.xml": _office_theme(theme, page),
        "word/header1.xml": _running_head(),
    } | {f"word/fonts/{font.name}.odttf": _obfuscated(font.data, _key(font.data)) for font in embedded}
    return bundle(files)


def core_properties(document: Document) -> bytes:
    """Return what a file says of itself. No dates: the same document gives the same bytes."""
    label, keywords = document.masthead.label, ", ".join(document.keywords)
    return part(
        tag(
            "cp:coreProperties",
            tag("dc:title", said(document.title)),
            tag("dc:subject", said(label.plain)) if label else "",
            tag("dc:creator", said(document.author)),
            tag("cp:keywords", said(keywords)) if keywords else "",
            tag("dc:language", said(document.language)),
            xmlns_cp=_CORE_NAMESPACE,
            xmlns_dc="http://purl.org/dc/elements/1.1/",
        )
    )


def release() -> None:
    """Forget every theme's file."""
    package.cache_clear()


def _content_types() -> bytes:
    kinds = {name: kind for name, (kind, _) in PARTS.items()} | {"document": f"{_WORD}.document.main+xml"}
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "odttf": f"{_TYPE}.obfuscatedFont",
    }
    return part(
        tag(
            "Types",
            *(tag("Default", Extension=extension, ContentType=kind) for extension, kind in defaults.items()),
            *(tag("Override", PartName=f"/word/{name}.xml", ContentType=kind) for name, kind in kinds.items()),
            tag("Override", PartName=f"/{CORE}", ContentType=_CORE_TYPE),
            xmlns=f"{_SCHEMA}/package/2006/content-types",
        )
    )


def _relations(targets: list[tuple[str, str]]) -> bytes:
    """Return a file of relations, each with the id `rId1`, `rId2`, …"""
    rows = (
        tag("Relationship", Id=f"rId{number}", Type=kind, Target=target)
        for number, (target, kind) in enumerate(targets, 1)
    )
    return part(tag("Relationships", *rows, xmlns=f"{_SCHEMA}/package/2006/relationships"))


def _text(page: Sheet) -> bytes:
    header = tag("w:headerReference", w_type="default", r_id=f"rId{[*PARTS].index('header1') + 1}")
    size = w("pgSz", w=_twips(page.width), h=_twips(page.height))
    side = _twips(page.side)
    running = _twips(HEADER_AT)
    edges = {"top": _twips(page.top), "right": side, "bottom": _twips(page.bottom), "left": side}
    margins = w("pgMar", **edges, header=running, footer=running, gutter=0)
    section = w("sectPr", header, size, margins, w("titlePg"))
    return part(tag("w:document", w("body", section), xmlns_w=NAMESPACE, xmlns_r=RELATION))


def _running_head() -> bytes:
    """Return the head of pages from the second: a run for the name, then "2 / 5" at the right."""
    field = [w("fldSimple", w("r", w("t", "2")), instr=f" {name} ") for name in ("PAGE", "NUMPAGES")]
    of = w("r", tag("w:t", " / ", xml_space="preserve"))
    paragraph = w("p", w("pPr", w("pStyle", val=style_id("running"))), w("r"), w("r", w("tab")), field[0], of, field[1])
    return part(tag("w:hdr", paragraph, xmlns_w=NAMESPACE))


def _settings(language: str) -> bytes:
    return part(
        tag(
            "w:settings",
            w("zoom", percent=100),
            w("embedTrueTypeFonts"),
            w("saveSubsetFonts"),
            w("defaultTabStop", val=720),
            w("characterSpacingControl", val="doNotCompress"),
            w("compat", w("compatSetting", name="compatibilityMode", uri=_MODES, val=15)),
            w("themeFontLang", val=language),
            w("decimalSymbol", val="."),
            w("listSeparator", val=","),
            xmlns_w=NAMESPACE,
        )
    )


def _font_table(theme: Theme, embedded: list[fonts.Embedded]) -> bytes:
    family = theme.fonts[0].family if theme.fonts else theme.office.fallback
    faces: dict[str, list[str]] = {family: []}
    for number, font in enumerate(embedded, 1):
        file = tag(f"w:embed{font.called}", r_id=f"rId{number}", w_fontKey=f"{{{_key(font.data)}}}")
        faces.setdefault(font.face.family, []).append(file)
    instead = {family: w("altName", val=theme.office.fallback)}
    rows = (
        w("font", instead.get(name, ""), w("charset", val="00"), w("pitch", val="variable"), *files, name=name)
        for name, files in faces.items()
    )
    return part(tag("w:fonts", *rows, xmlns_w=NAMESPACE, xmlns_r=RELATION))


def _key(font: bytes) -> str:
    """Return a GUID that is the font's own."""
    return str(uuid.UUID(bytes=hashlib.sha256(font).digest()[:16], version=4)).upper()


def _obfuscated(font: bytes, key: str) -> bytes:
    """Return a font as Word files hold it: its first 32 bytes in exclusive or with its key (ECMA-376-4, 9.1)."""
    mask = bytes.fromhex(key.replace("-", ""))[::-1] * 2
    return bytes(byte ^ other for byte, other in zip(font, mask, strict=False)) + font[len(mask) :]


def _office_theme(theme: Theme, page: Sheet) -> bytes:
    """Return the colours and fonts that Word offers while a reader writes on (ECMA-376-1, 20.1.6.9)."""
    family = theme.fonts[0].family if theme.fonts else theme.office.fallback
    plain = {"dk1": page.color("ink"), "lt1": "#FFFFFF", "dk2": page.color("quiet"), "lt2": "#F2F2F2"}
    accents = dict.fromkeys([*(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink"], page.color("accent"))
    colors = (tag(f"a:{name}", _color(code)) for name, code in (plain | accents).items())
    faces = tag("a:latin", typeface=family) + tag("a:ea", typeface="") + tag("a:cs", typeface="")
    fill = tag("a:solidFill", tag("a:schemeClr", val="phClr"))
    lines = (tag("a:ln", fill, w=width) for width in (6350, 12700, 19050))
    effect = tag("a:effectStyle", tag("a:effectLst"))
    elements = tag(
        "a:themeElements",
        tag("a:clrScheme", *colors, name=theme.name),
        tag("a:fontScheme", tag("a:majorFont", faces), tag("a:minorFont", faces), name=theme.name),
        tag(
            "a:fmtScheme",
            tag("a:fillStyleLst", fill * 3),
            tag("a:lnStyleLst", *lines),
            tag("a:effectStyleLst", effect * 3),
            tag("a:bgFillStyleLst", fill * 3),
            name=theme.name,
        ),
    )
    return part(tag("a:theme", elements, xmlns_a=_DRAWING, name=theme.name))


def _color(code: str) -> str:
    return tag("a:srgbClr", val=code.lstrip("#").upper())


def _twips(points: float) -> int:
    return round(20 * points)
