"""A theme's font file in; a small one out. The only room that knows fontTools."""

from __future__ import annotations

import io
import logging
from functools import cache
from typing import Literal

from typeset.theme.theme import FontFace, Theme

LETTERS = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])) | frozenset("–—‘’‚“”„†•…‰‹›€™−‐‑\u2003\u202f")
"""What a face in a document that others edit has: Latin with all its accents, so that they can go on writing."""

SPACING = ("kern", "mark", "mkmk")
"""OpenType features that word processors set; without substitutions a face takes half the time."""

SETTING = ("ccmp", "locl", *SPACING, "rlig", "lnum", "onum", "pnum", "tnum")
"""OpenType features of running text and figures, for browsers."""

BOLD = 600
"""The least CSS weight that counts as bold where there are only two."""


def text_faces(theme: Theme) -> dict[str, FontFace]:
    """Return the faces of a theme's first family by what word processors call them: `Regular`, `BoldItalic`, …"""
    faces = [face for face in theme.fonts if face.family == theme.fonts[0].family]
    return {_called(face): face for face in faces}


def _called(face: FontFace) -> str:
    name = ("Bold" if face.weight >= BOLD else "") + ("Italic" if face.style == "italic" else "")
    return name or "Regular"


@cache
def subset(
    face: FontFace, characters: frozenset[str], features: tuple[str, ...], flavor: Literal["woff2"] | None = None
) -> bytes:
    """Return the face as a font file with the glyphs of `characters` and some OpenType features only."""
    from fontTools import subset as subsetting
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it tells of tables that a font editor left behind
    options = subsetting.Options(layout_features=features, notdef_outline=True, hinting=False)
    options.drop_tables += ["GSUB"] if features is SPACING else []
    subsetter = subsetting.Subsetter(options)
    subsetter.populate(unicodes=set(map(ord, characters)))
    out = io.BytesIO()
    with TTFont(face.file, recalcTimestamp=False, lazy=True) as font:
        subsetter.subset(font)
        font.flavor = flavor
        font.save(out)
    return out.getvalue()


def release() -> None:
    """Forget every face."""
    subset.cache_clear()
