"""The objects of a PDF in; its fonts, and which of the glyphs in use mean nothing, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from typeset.proof.fonts import EmbeddedFont, Gap
from typeset.proof.reading import codes
from typeset.proof.reading.objects import Objects, number_of, text_of

_TAGGED = re.compile(r"/?[A-Z]{6}\+")
"""How the name of a font begins of which only some glyphs are inside (ISO 32000-2, 9.9.2)."""
_AROUND = 12
"""Characters that are told of the text on either side of a gap."""
_MEANINGLESS = ("", "\0", "\ufffd")
_MOST_GAPS = 5


@dataclass(frozen=True)
class _Font:
    """A font as a page has it."""

    objects: Objects
    about: dict[str, Any]

    @cached_property
    def inner(self) -> dict[str, Any]:
        """The font whose glyphs are drawn: of a composite one, the one in it."""
        descendants = self.objects.members(self.about.get("/DescendantFonts"))
        return self.objects.dictionary(descendants[0]) if descendants else self.about

    @cached_property
    def descriptor(self) -> dict[str, Any]:
        return self.objects.dictionary(self.inner.get("/FontDescriptor"))

    @cached_property
    def meanings(self) -> dict[int, str]:
        return codes.meanings(self.objects.stream(self.about.get("/ToUnicode")))

    @cached_property
    def blank(self) -> frozenset[int]:
        """The codes of the glyph for what is missing, 0: known of composite fonts alone."""
        encoding, map_of_glyphs = self.about.get("/Encoding"), self.objects.stream(self.inner.get("/CIDToGIDMap"))
        if self.is_identity:
            missing = {code for code in range(len(map_of_glyphs) // 2) if not any(map_of_glyphs[2 * code :][:2])}
            return frozenset(missing or {0})
        return frozenset(code for code, glyph in codes.glyphs(self.objects.stream(encoding)).items() if not glyph)

    @cached_property
    def is_identity(self) -> bool:
        return self.about.get("/Encoding") in ("/Identity-H", "/Identity-V")

    @cached_property
    def width(self) -> int:
        """How many bytes a code has."""
        return 2 if "/DescendantFonts" in self.about else 1

    def codes(self, string: bytes) -> list[int]:
        return [int.from_bytes(string[at : at + self.width]) for at in range(0, len(string), self.width)]

    def is_gap(self, code: int) -> bool:
        """Whether a code draws what means nothing: nothing is known of fonts that say nothing at all."""
        return bool(self.meanings) and (code in self.blank or self.meanings.get(code, "") in _MEANINGLESS)


def fonts(objects: Objects) -> list[EmbeddedFont]:
    """Return the fonts that the pages of a file name, each once, in the order in which they are met."""
    met: dict[str, _Font] = {}
    strings = [string for number in objects.pages for string in _strings(objects, number, met)]
    seen: dict[str, set[bytes]] = {}
    for name, string, _ in strings:
        seen.setdefault(name, set()).add(string)
    faulty = {name for name, said in seen.items() if any(map(met[name].is_gap, _codes(met[name], said)))}
    gaps = _gaps(strings, met, faulty) if faulty else {}
    return [_embedded(font, seen.get(name, set()), tuple(gaps.get(name, ()))) for name, font in met.items()]


def _codes(font: _Font, strings: set[bytes]) -> set[int]:
    return {code for string in strings for code in font.codes(string)}


def _strings(objects: Objects, page: int, met: dict[str, _Font]) -> Iterator[tuple[str, bytes, int]]:
    """Yield the font's number, the string and the page's number of each text shown on a page, and on forms in it."""
    about = objects.dictionary(f"{page} 0 R")
    contents = about.get("/Contents")
    streams = objects.members(contents) or [contents]
    waiting = [(b"\n".join(map(objects.stream, streams)), objects.inherited(page, "/Resources"))]
    drawn: set[Any] = set()
    while waiting:
        source, found = waiting.pop()
        resources = objects.dictionary(found)
        named = {name: _met(objects, value, met) for name, value in objects.dictionary(resources.get("/Font")).items()}
        for name, string in codes.shown(source):
            if name in named:
                yield named[name], string, objects.pages.index(page) + 1
        for form in objects.dictionary(resources.get("/XObject")).values():
            inner = objects.dictionary(form)
            if inner.get("/Subtype") == "/Form" and form not in drawn:
                drawn.add(form)
                waiting.append((objects.stream(form), inner.get("/Resources", resources)))


def _met(objects: Objects, value: Any, met: dict[str, _Font]) -> str:
    name = str(number_of(value) or value)
    if name not in met:
        met[name] = _Font(objects, objects.dictionary(value))
    return name


def _gaps(strings: list[tuple[str, bytes, int]], met: dict[str, _Font], faulty: set[str]) -> dict[str, list[Gap]]:
    """Return the gaps of each font with what stands around them, in whatever font."""
    said: list[str] = []
    found: list[tuple[str, int, int, bool]] = []
    for name, string, page in strings:
        font = met[name]
        for code in font.codes(string):
            if name in faulty and font.is_gap(code):
                is_told = code in font.blank and font.meanings.get(code, "") not in _MEANINGLESS
                found += [] if is_told else [(name, len(said), page, code in font.blank)]
            said.append(font.meanings.get(code, ""))
    gaps: dict[str, list[Gap]] = {}
    for name, at, page, is_blank in found:
        before, after = "".join(said[max(0, at - _AROUND) : at]), "".join(said[at + 1 : at + 1 + _AROUND])
        gap = Gap(before, after, page, is_blank)
        if len(known := gaps.setdefault(name, [])) < _MOST_GAPS and gap not in known:
            known.append(gap)
    return gaps


def _embedded(font: _Font, strings: set[bytes], gaps: tuple[Gap, ...]) -> EmbeddedFont:
    name = str(font.about.get("/BaseFont", font.about.get("/Name", "")))
    is_drawn = font.about.get("/Subtype") == "/Type3"
    missing = sorted({font.meanings[code] for code in _codes(font, strings) & font.blank if code in font.meanings})
    return EmbeddedFont(
        name=name.lstrip("/"),
        family=text_of(font.descriptor.get("/FontFamily")) or "",
        is_embedded=is_drawn or any(f"/FontFile{number}" in font.descriptor for number in ("", 2, 3)),
        has_unicode="/ToUnicode" in font.about,
        missing=tuple(char for char in missing if char not in _MEANINGLESS),
        is_subset=is_drawn or bool(_TAGGED.match(name)),
        is_drawn=is_drawn,
        gaps=gaps,
    )
