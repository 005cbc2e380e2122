"""A theme's font file in; a small one out. The only room that knows fontTools."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Literal

from typeset.theme.fallback import there_for
from typeset.theme.theme import FontFace, Theme
from typeset.writers import CannotWrite

LETTERS = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])) | frozenset("–—‘’‚“”„†•…‰‹›€™−‐‑\u2003\u202f")
"""What a face in a document that others edit has: Latin with all its accents, so that they can go on writing."""

SPACING = ("kern", "mark", "mkmk")
"""OpenType features that word processors set; without substitutions a face takes half the time."""

SETTING = ("ccmp", "locl", *SPACING, "rlig", "lnum", "onum", "pnum", "tnum")
"""OpenType features of running text and figures, for browsers."""

REGIONAL = ("locl",)
"""The OpenType feature that gives Chinese characters the forms of the text's language."""

BOLD = 600
"""The least CSS weight that counts as bold where there are only two."""


ONE = ord("一")
"""The first of the Chinese characters."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A face in a file of a word processor: what it is `called` in its family, how its file is named, its bytes."""

    face: FontFace
    called: str
    name: str
    data: bytes


def text_faces(theme: Theme) -> dict[str, FontFace]:
    """Return the faces of a theme's first family by what word processors call them: `Regular`, `BoldItalic`, …"""
    faces = [face for face in theme.fonts if face.family == theme.fonts[0].family]
    return {_called(face): face for face in faces}


def asian_family(theme: Theme) -> str | None:
    """Return the family of fallbacks in which a document has Chinese characters, or None."""
    found = (face for face in theme.fallbacks if any(ONE in part for part in there_for(face)))
    return next((face.family for face in found), None)


def embedded(theme: Theme, characters: frozenset[str]) -> list[Embedded]:
    """Return the faces that a document with `characters` brings to word processors, which find other fallbacks."""
    found = [
        Embedded(face, called, called, subset(face, LETTERS | characters, SPACING))
        for called, face in text_faces(theme).items()
    ]
    if family := asian_family(theme):
        found += [
            Embedded(face, _called(face), face.file.stem, subset(face, share | {" "}, REGIONAL))
            for face, share in shares(theme, characters).items()
            if face.family == family
        ]
    return found


def _called(face: FontFace) -> str:
    name = ("Bold" if face.weight >= BOLD else "") + ("Italic" if face.style == "italic" else "")
    return name or "Regular"


def shares(theme: Theme, characters: frozenset[str]) -> dict[FontFace, frozenset[str]]:
    """Return what of some characters each face draws: its own all, a family of fallbacks what those before it lack.

    Faces with nothing to draw are left out.
    """
    drawn = dict.fromkeys(theme.fonts, characters)
    lacking = characters.difference(*(_characters(face) for face in theme.fonts)) if theme.fallbacks else frozenset()
    for _, faces in groupby(theme.fallbacks, lambda face: face.family):
        family = {face: lacking & _characters(face) for face in faces}
        drawn |= {face: share for face, share in family.items() if share}
        lacking = lacking.difference(*family.values())
    return drawn


@cache
def _characters(face: FontFace) -> frozenset[str]:
    """Return every character that a face has."""
    from fontTools.ttLib import TTFont

    with _told(face), TTFont(face.file, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


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
    with _told(face), TTFont(face.file, recalcTimestamp=False, lazy=True) as font:
        subsetter.subset(font)
        font.flavor = flavor
        font.save(out)
    return out.getvalue()


@contextmanager
def _told(face: FontFace) -> Iterator[None]:
    """Turn whatever fontTools raises at a damaged font into `CannotWrite`: its errors are of a dozen kinds."""
    try:
        yield
    except Exception as error:
        raise CannotWrite(f"the font {face.file.name} cannot be read: {type(error).__name__}") from error


def release() -> None:
    """Forget every face."""
    _characters.cache_clear()
    subset.cache_clear()
