"""A PNG, a JPEG or a WebP in; what it says in words and what it tells of how it was made out. Pixels say nothing."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from typeset.proof.search import words
from typeset.proof.search.found import Enclosed, Found, Trace

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
RIFF = b"RIFF"

_PNG_TRACES = {
    b"tEXt": "a text",
    b"zTXt": "a text",
    b"iTXt": "a text",
    b"eXIf": "Exif data",
    b"tIME": "the time of its last change",
}
_WEBP_TRACES = {b"EXIF": "Exif data", b"XMP ": "an XMP packet"}
_JPEG_TRACES = {
    b"Exif\0": "Exif data",
    b"http://ns.adobe.com/xap/": "an XMP packet",
    b"http://ns.adobe.com/xmp/": "an XMP packet",
    b"Photoshop 3.0": "IPTC data",
}
_JPEG_PLAIN = (b"JFIF\0", b"JFXX\0", b"ICC_PROFILE\0", b"Adobe")
"""How segments begin that say how colours and pixels are meant."""
_GPS = 0x8825
"""The tag of the Exif directory that holds a place (Exif 3.0, 4.6.3)."""
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_COMMENT, _SCAN = 0xFE, 0xDA
_WITHOUT_LENGTH = frozenset([0x01, *range(0xD0, 0xD9)])


def png(data: bytes, where: str) -> Iterator[Found]:
    """Yield what a PNG says in words (PNG 3, section 11.3), and what stands behind its end."""
    at = len(PNG)
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        content, at = data[at + 8 : at + 8 + length], at + 12 + length
        if kind in _PNG_TRACES:
            yield Trace(_told(_PNG_TRACES[kind], content), where)
            yield Enclosed(f"the texts of {where}", content)
            yield Enclosed(f"the texts of {where}", _unpacked(content))
        elif kind == b"iCCP":
            yield from words.of_maker(_unpacked(content), f"the profile of {where}")
        elif kind == b"IEND":
            break
    yield Enclosed(f"what follows {where}", data[at:])


def jpeg(data: bytes, where: str) -> Iterator[Found]:
    """Yield what a JPEG says before its pixels, segment by segment (ITU T.81, B.1.1), and whatever could be read."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and (kind := data[at + 1]) != _SCAN:
        if kind in _WITHOUT_LENGTH or kind == 0xFF:
            at += 1 if kind == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4])
        content, at = data[at + 4 : at + 2 + length], at + 2 + length
        if kind == _COMMENT:
            yield Trace("a comment", where)
        elif 0xE0 <= kind <= 0xEF and not content.startswith(_JPEG_PLAIN):
            name = next((name for start, name in _JPEG_TRACES.items() if content.startswith(start)), "data of its own")
            yield Trace(_told(name, content), where)
    yield from words.in_bytes(data, where)


def webp(data: bytes, where: str) -> Iterator[Found]:
    """Yield what a WebP says beside its pixels (RFC 9649, 2.7), and whatever could be read."""
    at = 12
    while at + 8 <= len(data):
        kind, length = struct.unpack("<4sI", data[at : at + 8])
        content, at = data[at + 8 : at + 8 + length], at + 8 + length + length % 2
        if kind in _WEBP_TRACES:
            yield Trace(_told(_WEBP_TRACES[kind], content), where)
    yield from words.in_bytes(data, where)


def _told(name: str, content: bytes) -> str:
    """Return what is told, with the place where it was, where that is told."""
    return f"{name} with a place" if _GPS in _tags(content) or b"exif:GPS" in content else name


def _tags(exif: bytes) -> set[int]:
    """Return the tags of the first directory of Exif data (TIFF 6.0, section 2)."""
    exif = exif.removeprefix(b"Exif\0\0")
    order = _ORDERS.get(exif[:4])
    if not order or len(exif) < 8:
        return set()
    (start,) = struct.unpack(f"{order}I", exif[4:8])
    count = int.from_bytes(exif[start : start + 2], "little" if order == "<" else "big")
    entries = exif[start + 2 : start + 2 + 12 * count]
    return {struct.unpack(f"{order}H", entries[at : at + 2])[0] for at in range(0, len(entries) - 1, 12)}


def _unpacked(content: bytes) -> bytes:
    """Return what a chunk has compressed behind its keyword, as bytes that hold nothing if it has not."""
    for start in (found.end() for found in re.finditer(rb"\0", content)):
        try:
            return zlib.decompress(content[start:])
        except zlib.error:
            continue
    return b""
