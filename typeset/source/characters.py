"""Bytes in; the file's text out, once no character in it can hurt a reader, a terminal or the layout."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

from typeset.source.diagnostics import Fault, Faults
from typeset.source.place import Place, Source

LARGEST_FILE = 1_000_000
MOST_REPORTED = 20

REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and line ends
    "\u2028\u2029"  # line and paragraph separators: WeasyPrint 70 fails on them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls: text that reads other than it is
    "\ud800-\udfff\ufeff\ufffe\uffff]"  # surrogates, a byte order mark inside, noncharacters
)


def read_bytes(path: Path, name: str) -> bytes:
    """Return the bytes of a file; raises `Faults` when the system does not give them."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Faults([Fault(f"{name} cannot be read: {error.strerror}")]) from None


def decode(data: bytes, name: str) -> Source:
    """Return the text of `data` (UTF-8, an initial byte order mark allowed) under `name`, its lines ended by `\\n`.

    Raises `Faults` for more than 1 MB, bytes that are not UTF-8, and control or bidirectional characters.
    """
    if len(data) > LARGEST_FILE:
        top = Place(Source(name, ""), 1, 1)
        raise Faults([Fault(f"the file has {len(data):,} bytes; {LARGEST_FILE:,} are read at most", top)])
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise Faults([_not_utf8(error, name)]) from None
    source = Source(name, _lines_ended(text), data)
    faults = [refused_character(match[0], place) for match, place in _refused(source)]
    if faults:
        raise Faults(faults)
    return source


def refused_character(char: str, place: Place) -> Fault:
    """Return the fault of a character that no content may hold."""
    return Fault(
        f"the character U+{ord(char):04X} is not allowed",
        place,
        "control and bidirectional characters do not belong in content; delete it",
    )


def _refused(source: Source) -> Iterator[tuple[re.Match[str], Place]]:
    for count, match in enumerate(REFUSED.finditer(source.text)):
        if count == MOST_REPORTED:
            return
        yield match, place_at(source, match.start())


def place_at(source: Source, offset: int, length: int = 1) -> Place:
    """Return the place of the character at `offset` of the source's text."""
    line = source.text.count("\n", 0, offset) + 1
    return Place(source, line, offset - source.text.rfind("\n", 0, offset), length)


def _lines_ended(text: str) -> str:
    """YAML counts a lone carriage return as the end of a line; then so must every place."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(error: UnicodeDecodeError, name: str) -> Fault:
    source = Source(name, _lines_ended(error.object.decode(errors="replace")))
    before = _lines_ended(error.object[: error.start].decode())
    place = place_at(source, len(before))
    return Fault(f"byte 0x{error.object[error.start]:02x} is not UTF-8", place, "save the file as UTF-8")
