"""TeX's log in; what went wrong, in one short line at the content's place, out. The log itself is shown to nobody."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from typeset.source import Place
from typeset.writers import CannotWrite, ToolMissing

PACKAGES = "texlive-luatex texlive-latex-extra"
"""The fewest of Debian's packages that all themes need: LuaTeX's own, and those with `tagpdf` and `moderncv`."""
LONGEST = 120
_AT_LINE = re.compile(r"^(?:\./)?document\.tex:(\d+): (?! ==>)(.+)$", re.MULTILINE)
_ANYWHERE = re.compile(r"^(?:!|\S+:\d+:) (?! ?==>)(.+)$", re.MULTILINE)
_STOPPED = re.compile(r"^l\.(\d+) ", re.MULTILINE)
_NO_GLYPH = re.compile(r"^Missing character: There is no .*?\(U\+([0-9A-F]{4,6})\)", re.MULTILINE)
_NO_FILE = re.compile(r"File `([\w.-]+)' not found")
_NO_FONT = re.compile(r"Font .*?=\"?\[([^\]]+)\].*not loadable")


@dataclass(frozen=True, slots=True)
class Sheet:
    """LaTeX source, and where the content on each of its lines was written: pairs of a line and a place, sorted."""

    text: str
    places: tuple[tuple[int, Place], ...] = ()

    def place(self, line: int) -> Place | None:
        """Return the place of the last content at or before a line."""
        found = bisect_right([number for number, _ in self.places], line)
        return self.places[found - 1][1] if found else None

    def place_of(self, char: str) -> Place | None:
        """Return where a character was written."""
        lines = self.text.split("\n")
        for number, place in self.places:
            if char in lines[number - 1] and place.at(char) is not place:
                return place.at(char)
        return next((place for number, place in self.places if char in lines[number - 1]), None)


def complaint(log: str, sheet: Sheet) -> CannotWrite | None:
    """Return what TeX complains of first, or None."""
    return next(_complaints(log, sheet), None)


def _complaints(log: str, sheet: Sheet) -> Iterator[CannotWrite]:
    for match in _NO_GLYPH.finditer(log):
        char = chr(int(match[1], 16))
        shown = f" ({char})" if char.isprintable() else ""
        name = unicodedata.name(char, "without a name")
        hint = "write it otherwise, or choose a theme that is not set by LaTeX, such as classic: these have fallbacks"
        yield CannotWrite(f"the theme's fonts have no glyph for U+{match[1]} {name}{shown}", sheet.place_of(char), hint)
    if file := _NO_FILE.search(log):
        yield ToolMissing(f"LaTeX lacks `{file[1]}`", hint=f"apt install {PACKAGES}")
    if font := _NO_FONT.search(log):
        yield CannotWrite(f"TeX cannot load the font {font[1]}")
    if said := _AT_LINE.search(log):
        yield CannotWrite(f"TeX says: {_cleaned(said[2])}", sheet.place(int(said[1])))
    elif said := _ANYWHERE.search(log):
        stopped = _STOPPED.search(log, said.end())
        yield CannotWrite(f"TeX says: {_cleaned(said[1])}", sheet.place(int(stopped[1])) if stopped else None)


def _cleaned(said: str) -> str:
    """Return TeX's words without paths and without more than fits a line."""
    bare = re.sub(r"/[\w./-]*/", "", " ".join(said.split()))
    return bare if len(bare) <= LONGEST else bare[: LONGEST - 1] + "…"
