"""Manuscript in, one self-contained HTML file out: styles, fonts and photo are inside, nothing is fetched."""

from __future__ import annotations

import base64
import io
import logging
import re
from collections.abc import Iterable

from typeset.source import Source
from typeset.source.characters import place_at
from typeset.theme.theme import FontFace
from typeset.writers import CannotWrite, Manuscript
from typeset.writers.styles import font_sheet, option_sheet, own_sheets
from typeset.writers.templates import render

FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk", "rlig", "lnum", "onum", "pnum", "tnum"]
"""OpenType features of running text and figures; a face's other ones, and the glyphs for them, are left behind."""

_OTHER_FILE = re.compile(r"(?i)@import\b|url\(\s*['\"]?(?!data:)")


def write(manuscript: Manuscript) -> bytes:
    """Return the page in UTF-8.

    Raises `CannotWrite` when a style sheet asks for another file: the page would not be whole without it.
    """
    document, theme = manuscript.document, manuscript.theme
    page, sheets = render(document, theme), own_sheets(theme)
    for path, sheet in zip(theme.styles, sheets, strict=True):
        if asked := _OTHER_FILE.search(sheet):
            place = place_at(Source(str(path), sheet), asked.start(), len(asked[0]))
            raise CannotWrite("the style sheet asks for another file; an HTML page is one file", place)
    characters = frozenset(page).union(page.upper(), *sheets)  # sheets set capitals, and bullets of their own
    fonts = font_sheet(theme, lambda face: _subset_address(face, characters))
    style = "\n".join([fonts, option_sheet(theme), *sheets])
    return render(document, theme, style).encode("utf-8")


def _subset_address(face: FontFace, characters: Iterable[str]) -> str:
    """Return a face with the glyphs of `characters` only, as a WOFF2 `data:` address."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it tells of tables that a font editor left behind
    font = TTFont(face.file, recalcTimestamp=False)
    options = subset.Options(flavor="woff2", layout_features=FEATURES, notdef_outline=True, hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={ord(char) for char in characters} | set(range(32, 127)))
    subsetter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return "data:font/woff2;base64," + base64.b64encode(out.getvalue()).decode("ascii")
