"""Pictures of pages in; their sizes, and whether anything is on them, out."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from typeset.proof.finished import Finished, Picture

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def read(*files: bytes) -> Finished:
    """Return a picture for each PNG; raises `ValueError` or `zlib.error` for what is none."""
    return Finished(pages=("",) * len(files), pictures=tuple(map(_picture, files)))


def _picture(data: bytes) -> Picture:
    if not data.startswith(SIGNATURE):
        raise ValueError("not a PNG")
    chunks = list(_chunks(data))
    width, height = struct.unpack(">II", chunks[0][1][:8])
    rows = zlib.decompress(b"".join(content for kind, content in chunks if kind == b"IDAT"))
    return Picture(width, height, is_blank=not _has_ink(rows, len(rows) // height))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the content of each chunk (PNG 3, section 5.3)."""
    at = len(SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        yield kind, data[at + 8 : at + 8 + length]
        at += 12 + length


def _has_ink(rows: bytes, length: int) -> bool:
    """Whether a row differs from the one above: filtered by `Up` or `Paeth`, or not at all, equal rows look alike."""
    return len({rows[at + 1 : at + length] for at in range(0, len(rows), length)}) > 2
