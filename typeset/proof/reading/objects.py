"""A PDF in; every object of it as plain values, and what its streams hold, out. Knows pikepdf.

Each stream is decompressed once, for all who look into it.
"""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_DEEPEST = 50
_REFERENCE = " R"
_ENCRYPTED = b"/Encrypt"
_CODED = ("/DCTDecode", "/JPXDecode")
"""The codings of pictures that are files of their own."""


@dataclass(frozen=True, slots=True)
class Objects:
    """The objects of a file by number, those that nothing leads to as well; `pages` are the numbers of its pages.

    Values are those of JSON as qpdf writes it: names begin with `/`, strings with `u:` or, in hexadecimal, `b:`, and
    a reference is `12 0 R`. In `streams` are the bytes of each stream, a JPEG's as they stand; those of bare pixels
    are left out.
    """

    values: dict[int, Any]
    streams: dict[int, bytes]
    trailer: dict[str, Any]
    pages: tuple[int, ...]
    is_encrypted: bool = False

    def at(self, value: Any) -> Any:
        """Return what a reference leads to; None where that is not there; any other value itself."""
        for _ in range(_DEEPEST):
            if (number := number_of(value)) is None:
                return value
            value = self.values.get(number)
        return None

    def dictionary(self, value: Any) -> dict[str, Any]:
        """Return the dictionary that a value is, or refers to; an empty one where it is none."""
        found = self.at(value)
        return found if isinstance(found, dict) else {}

    def members(self, value: Any) -> list[Any]:
        """Return the members of the array that a value is, or refers to; none where it is none."""
        found = self.at(value)
        return found if isinstance(found, list) else []

    def stream(self, value: Any) -> bytes:
        """Return the bytes of the stream that a value refers to; none where it is no stream."""
        number = number_of(value)
        return b"" if number is None else self.streams.get(number, b"")

    @property
    def root(self) -> dict[str, Any]:
        """The catalogue."""
        return self.dictionary(self.trailer.get("/Root"))

    def inherited(self, page: int, key: str) -> Any:
        """Return an entry of a page or of the nearest node above it that has one (ISO 32000-2, 7.7.3.4)."""
        node = self.dictionary(f"{page} 0 R")
        for _ in range(_DEEPEST):
            if key in node or "/Parent" not in node:
                break
            node = self.dictionary(node["/Parent"])
        return self.at(node.get(key))

    def dictionaries(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield every dictionary with the number of the object that it is, or stands in; the trailer's is 0."""
        for number, value in ((0, self.trailer), *self.values.items()):
            waiting = [value]
            while waiting:
                found = waiting.pop()
                if isinstance(found, dict):
                    yield number, found
                    waiting += [each for each in found.values() if isinstance(each, dict | list)]
                elif isinstance(found, list):
                    waiting += [each for each in found if isinstance(each, dict | list)]

    def leaves(self, tree: Any, key: str = "/Names") -> Iterator[tuple[Any, Any]]:
        """Yield the keys and values of a name tree or number tree (ISO 32000-2, 7.9.6 and 7.9.7)."""
        waiting, met = [tree], 0
        while waiting and met <= len(self.values):
            node, met = self.dictionary(waiting.pop(0)), met + 1
            pairs = self.members(node.get(key))
            yield from zip(pairs[::2], pairs[1::2], strict=False)
            waiting += self.members(node.get("/Kids"))


def objects(data: bytes) -> Objects:
    """Return the objects of a PDF; raises what pikepdf raises for a file that it cannot open or mend."""
    import pikepdf

    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)  # what is wrong with a file is a finding
    with pikepdf.open(io.BytesIO(data)) as pdf:
        values: dict[int, Any] = {}
        streams: dict[int, bytes] = {}
        held: list[Any] = list(pdf.objects)
        for found in (each for each in held if isinstance(each, pikepdf.Object)):
            number = found.objgen[0]
            values[number] = value = json.loads(found.to_json(dereference=True))
            if isinstance(found, pikepdf.Stream) and (content := _held(found, value)) is not None:
                streams[number] = content
        trailer = json.loads(pdf.trailer.to_json())
        pages = tuple(page.obj.objgen[0] for page in pdf.pages)
        return Objects(values, streams, trailer, pages, pdf.is_encrypted)


def unlocked(data: bytes) -> bytes:
    """Return a PDF without the encryption that asks readers for no password; raises what pikepdf does for any other."""
    import pikepdf

    if _ENCRYPTED not in data:
        return data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=False)
        return out.getvalue()


def _held(stream: Any, about: dict[str, Any]) -> bytes | None:
    """Return what a stream holds; of what cannot be decompressed, what is there."""
    import pikepdf

    filters = about.get("/Filter", [])
    coded = any(name in _CODED for name in (filters if isinstance(filters, list) else [filters]))
    if about.get("/Subtype") == "/Image" and not coded:
        return None
    try:
        return bytes(stream.read_raw_bytes() if coded else stream.read_bytes())
    except pikepdf.PdfError:
        return bytes(stream.read_raw_bytes())


def number_of(value: Any) -> int | None:
    """Return the number of the object that a value refers to; None where it is no reference."""
    if isinstance(value, str) and value.endswith(_REFERENCE) and value[:1].isdigit():
        return int(value.partition(" ")[0])
    return None


def text_of(value: Any) -> str | None:
    """Return what a string says (ISO 32000-2, 7.9.2.2); None for no string."""
    if not isinstance(value, str):
        return None
    if value.startswith("u:"):
        return value[2:]
    if not value.startswith("b:"):
        return None
    data = bytes.fromhex(value[2:])
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")
