"""Manuscript in, one self-contained HTML file out: styles, fonts, photo and data are inside, nothing is fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path
from textwrap import shorten

from typeset.document.shapes import Document, Paragraph, Prose
from typeset.source import Source
from typeset.source.characters import place_at
from typeset.theme.theme import FontFace
from typeset.writers import CannotWrite, Manuscript
from typeset.writers.assets import fonts
from typeset.writers.jsonld import script
from typeset.writers.page.styles import (
    UPRIGHT,
    font_sheet,
    option_sheet,
    own_sheets,
    screen_color_sheet,
    screen_sheets,
    without_running_heads,
)
from typeset.writers.page.templates import Web, render

ASCII = frozenset(map(chr, range(0x20, 0x7F)))
LONGEST_DESCRIPTION = 200
"""Characters of a description; search engines and messengers show less."""

_OTHER_FILE = re.compile(r"(?i)@import\b|url\(\s*+['\"]?+(?!data:)")
_TERRITORY = re.compile(r"([a-z]{2,3})-([A-Z]{2})")


def write(manuscript: Manuscript) -> bytes:
    """Return the page in UTF-8.

    Raises `CannotWrite` when a style sheet asks for another file: the page would not be whole without it.
    """
    document, theme = manuscript.document, manuscript.theme
    page = render(document, theme)
    set_by_sheets = (page.upper(), *own_sheets(theme), *screen_sheets(theme))  # capitals, bullets
    characters = ASCII.union(page, *set_by_sheets)
    drawn = fonts.shares(theme, characters)
    theme = replace(theme, fallbacks=tuple(face for face in theme.fallbacks if face in drawn))
    sheets, screen = own_sheets(theme), screen_sheets(theme)
    for path, sheet in zip((*theme.styles, *theme.screen), (*sheets, *screen), strict=True):
        _refuse_other_files(path, sheet)
    faces = font_sheet(theme, lambda face: _font_address(face, drawn[face])) + (UPRIGHT if theme.fallbacks else "")
    territory = _TERRITORY.fullmatch(document.language)
    data = "" if document.letter else script(manuscript)
    web = Web(
        style="\n".join([faces, option_sheet(theme), *map(without_running_heads, sheets)]),
        screen="\n".join([screen_color_sheet(theme), *screen]),
        data=data,
        seal=_seal(data) if data else "",
        description=_description(document),
        territory="_".join(territory.groups()) if territory else "",
    )
    return render(document, theme, web).encode("utf-8")


def _seal(data: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(data.encode("utf-8")).digest()).decode("ascii")


def _refuse_other_files(path: Path, sheet: str) -> None:
    if asked := _OTHER_FILE.search(sheet):
        place = place_at(Source(str(path), sheet), asked.start(), len(asked[0]))
        raise CannotWrite("the style sheet asks for another file; an HTML page is one file", place)


def _description(document: Document) -> str:
    """Return the beginning of the profile, else what the person is, in plain characters and whole words."""
    blocks = (
        block
        for section in document.sections
        if section.kind == "summary"
        for part in section.parts
        if isinstance(part, Prose)
        for block in part.blocks
    )
    said = " ".join(block.text.plain for block in blocks if isinstance(block, Paragraph))
    label = document.masthead.label
    return shorten(said or (label.plain if label else ""), LONGEST_DESCRIPTION, placeholder=" …")


def _font_address(face: FontFace, characters: frozenset[str]) -> str:
    """Return a face with the glyphs of `characters` only, as a WOFF2 `data:` address."""
    data = fonts.subset(face, characters, fonts.SETTING, "woff2")
    return "data:font/woff2;base64," + base64.b64encode(data).decode("ascii")
