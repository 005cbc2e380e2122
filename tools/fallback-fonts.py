"""Cut the faces that stand in for a theme's own out of whole fonts: folders of `.ttf`, `.otf`, `.ttc` in, themes/ out.

    apt-get download fonts-noto-cjk fonts-noto-core fonts-dejavu-core fonts-droid-fallback unicode-data
    for file in *.deb; do dpkg-deb -x $file whole; done
    python tools/fallback-fonts.py whole

Every face keeps its names, and loses hinting, most features of OpenType, and all characters but those listed here.
"""

from __future__ import annotations

import bz2
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

THEMES = Path(__file__).parents[1] / "themes"
ASCENT, DESCENT = 0.88, 0.12
"""Of a Han character's square, in ems: no line that has one grows taller by it."""
SIMPLIFIED = 2
"""The number in Noto's collections of the font whose characters look as in China if no language is said."""
NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]

Characters = set[int]


def charset(codec: str, leads: Iterable[int], trails: Iterable[int] = range(0x40, 0xFF)) -> Characters:
    """Return the characters of two bytes of a national standard, without its private ones."""
    found = (bytes([lead, trail]).decode(codec, "ignore") for lead in leads for trail in trails)
    return {ord(char) for char in found if len(char) == 1 and not 0xE000 <= ord(char) <= 0xF8FF}


SPACES = {0x20, 0xA0}
SIGNS = {*range(0x2460, 0x2500), *range(0x3000, 0x3100), *range(0x31F0, 0x3400), *range(0xFF01, 0xFFEF)}
"""Kana, punctuation, circled figures, squared words, wide and narrow forms."""
JAPANESE = charset("cp932", range(0x81, 0xFD))
KOREAN = {char for char in charset("euc_kr", range(0xB0, 0xC9)) if 0xAC00 <= char < 0xD7A4}
CHINESE = charset("gb2312", range(0xA1, 0xF8)) | charset("big5", range(0xA1, 0xC7))
ASIAN = {char for char in JAPANESE | CHINESE | KOREAN | SIGNS if char >= 0x2100}
"""JIS X 0208 with the additions of NEC and IBM, GB 2312, level 1 of Big5, the syllables of KS X 1001: no letters."""
HAN = set(range(0x4E00, 0x9FA6))
"""Every ideograph of Unicode 1.1."""
BOLD = (charset("euc_jp", range(0xB0, 0xD0), range(0xA1, 0xFF)) & HAN) | KOREAN | SIGNS
"""Level 1 of JIS X 0208, and the like of Korean: nearly all that is set in bold."""
SYMBOLS = {*range(0x0100, 0x0590), *range(0x10A0, 0x1100), *range(0x1D00, 0x2C00)}
"""Letters of Europe and the Caucasus, punctuation, currencies, arrows, mathematics, shapes, signs."""
EUROPEAN = {*range(0x0100, 0x0530), *range(0x1E00, 0x2000), *range(0x2010, 0x2028), *range(0x20A0, 0x20C0), 0x2116}


def main(whole: Path) -> None:
    """Write every face into the folders of the themes that name it."""
    base, classic = THEMES / "base" / "fonts", THEMES / "classic" / "fonts"
    standard = chinese_standard(whole)
    for weight, characters in (("Regular", ASIAN | standard), ("Bold", BOLD | standard)):
        font = opened(whole, f"NotoSansCJK-{weight}.ttc")
        prefer_japanese(font, {font.getBestCmap().get(char) for char in characters & JAPANESE})
        write(font, characters | SPACES, base / f"NotoSansCJK-{weight}.otf", ["locl"])
    rare = (HAN - ASIAN - standard) | SPACES
    write(opened(whole, "DroidSansFallbackFull.ttf"), rare, base / "DroidSansFallback.ttf", [])
    write(opened(whole, "DejaVuSans.ttf"), SYMBOLS | SPACES, base / "DejaVuSans.ttf", ["mark", "mkmk"])
    for weight in ("Regular", "Italic", "Bold", "BoldItalic"):
        own = opened(THEMES, f"XCharter-{'Roman' if weight == 'Regular' else weight}.otf").getBestCmap().keys()
        face = opened(whole, f"NotoSerif-{weight}.ttf")
        write(face, (EUROPEAN - own) | SPACES, classic / f"NotoSerif-{weight}.ttf", ["mark", "mkmk"])


def chinese_standard(folder: Path) -> Characters:
    """Return the General Standard of 2013 for China, which has the characters of personal names (Unihan's `kTGH`)."""
    [file] = folder.rglob("Unihan_OtherMappings.txt.bz2")
    rows = (line.split("\t") for line in bz2.decompress(file.read_bytes()).decode().splitlines() if "\tkTGH\t" in line)
    return {int(row[0].removeprefix("U+"), 16) for row in rows}


def opened(folder: Path, name: str) -> Any:
    """Return the font in the one file of that name."""
    [file] = folder.rglob(name)
    return TTFont(file, fontNumber=SIMPLIFIED if file.suffix == ".ttc" else -1)


def prefer_japanese(font: Any, glyphs: set[str | None]) -> None:
    """Leave of a font's regional forms those of some glyphs in Japanese, but none that is another character's glyph.

    A PDF says one meaning a glyph.
    """
    taken = set(font.getBestCmap().values())
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]
    table = font["GSUB"].table
    for record in table.ScriptList.ScriptRecord:
        script = record.Script
        script.LangSysRecord = [found for found in script.LangSysRecord if found.LangSysTag.strip() == "JAN"]
    for lookup in table.LookupList.Lookup:
        for part in (getattr(part, "ExtSubTable", part) for part in lookup.SubTable):
            if lookup.LookupType in (1, 7) and hasattr(part, "mapping"):
                forms = {glyph: form for glyph, form in part.mapping.items() if glyph in glyphs}
                shared = {form for form, number in Counter(forms.values()).items() if number > 1}
                part.mapping = {glyph: form for glyph, form in forms.items() if form not in taken | shared}


def write(font: Any, characters: Characters, file: Path, features: list[str]) -> None:
    """Save a font with the characters given, as high as `ASCENT` and `DESCENT`."""
    options = subset.Options(layout_features=features, hinting=False, notdef_outline=True, name_IDs=NAMES)
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG", "FFTM"] + ([] if "mark" in features else ["GPOS"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    height, depth = (round(part * font["head"].unitsPerEm) for part in (ASCENT, DESCENT))
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = height, -depth, 0
    metrics = font["OS/2"]
    metrics.sTypoAscender, metrics.sTypoDescender, metrics.sTypoLineGap = height, -depth, 0
    metrics.usWinAscent, metrics.usWinDescent = height, depth
    font.save(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
