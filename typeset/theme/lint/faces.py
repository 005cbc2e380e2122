"""A font file in; what keeps it from being set quickly, and the same on every machine, out."""

from __future__ import annotations

import struct
from pathlib import Path

WEB = (b"wOFF", b"wOF2")
COLLECTION = b"ttcf"
STATIC = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_MOST_TABLES = 200


def complaint(file: Path) -> tuple[str, str] | None:
    """Return what is wrong with a font file and how to mend it, or None.

    Decoding WOFF2 takes a third of a second at every start; a variable font makes PDFs whose bytes differ from run to
    run, and whose widths are not those of its glyphs (ISO 19005-2, 6.2.11.5).
    """
    with file.open("rb") as opened:
        signature, head = opened.read(4), opened.read(8)
        if signature in WEB:
            return "the font is packed for the web", "convert it to TTF or OTF"
        if signature == COLLECTION:
            return "the file holds several fonts", "take the one that is used out of it"
        if signature not in STATIC or len(head) < 8:
            return "the file is no font", "a font is a TTF or OTF file"
        tables = opened.read(16 * min(struct.unpack(">H", head[:2])[0], _MOST_TABLES))
    if b"fvar" in {tables[at : at + 4] for at in range(0, len(tables), 16)}:
        return "the font is variable", "make static instances of it, one for each weight and style"
    return None
