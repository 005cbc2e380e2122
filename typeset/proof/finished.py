"""The bytes of a finished file in; what an independent reader finds in it out. The only room that knows pypdf."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfReader

_SILENT = frozenset(["head", "style", "script", "title"])
_HEX_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s+(?:<([0-9A-Fa-f]+)>|(\d+))")
_ADDRESS_IN_TEXT = re.compile(r"<(?:https?|mailto|tel):[^>\s]*>")


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A font of a PDF: its family, whether its program is inside, the characters that it has no glyph for."""

    name: str
    family: str
    is_embedded: bool
    has_unicode: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """A file read back: the text of each page, its links, its fonts, and what it says of itself."""

    pages: tuple[str, ...]
    links: tuple[str, ...] = ()
    fonts: tuple[EmbeddedFont, ...] = ()
    title: str | None = None
    author: str | None = None
    language: str | None = None
    is_tagged: bool = False


def read_back(data: bytes, format_name: str) -> Finished:
    """Return what is found in a file of one of the formats that can be read back."""
    return READERS[format_name](data)


def _pdf(data: bytes) -> Finished:
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


class _Page(HTMLParser):
    """Collects the text of a page's body and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.links: list[str] = []
        self.about: dict[str, str] = {}
        self.silent = 0
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.silent += tag in _SILENT
        self.in_title = tag == "title"
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag == "html":
            self.about["language"] = found.get("lang", "")
        if tag == "meta" and found.get("name") == "author":
            self.about["author"] = found.get("content", "")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT
        self.in_title = False

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.about["title"] = data
        if not self.silent:
            self.text.append(data)


def _html(data: bytes) -> Finished:
    page = _Page()
    page.feed(data.decode("utf-8"))
    page.close()
    return Finished(
        pages=("".join(page.text),),
        links=tuple(page.links),
        title=page.about.get("title"),
        author=page.about.get("author"),
        language=page.about.get("language"),
        is_tagged=True,
    )


def _txt(data: bytes) -> Finished:
    """Addresses that the text writer adds behind words are its links, not its words."""
    text = data.decode("utf-8")
    links = tuple(match[0][1:-1] for match in _ADDRESS_IN_TEXT.finditer(text))
    return Finished(pages=(_ADDRESS_IN_TEXT.sub("", text),), links=links)


READERS: dict[str, Callable[[bytes], Finished]] = {"pdf": _pdf, "html": _html, "txt": _txt}
