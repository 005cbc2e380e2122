"""A file's bytes in; each stretch of text in them, and in whatever they hold, with where it stands, out.

Files are told apart by how they begin, not by the format they were written as: an attachment, a picture in a page and
a part of a package are opened in the same way.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes

from typeset.proof.reading import package

DEEPEST = 5
"""Files that stand in one another."""
_FONTS = (b"OTTO", b"\0\1\0\0", b"true", b"ttcf", b"wOFF", b"wOF2", b"\1\0\4")
_OBFUSCATED = ".odttf"
_DATA = re.compile(r"data:([\w/+.-]*)((?:;[\w=.-]+)*),([^\s\"'<>)]*)")
_PRINTED = re.compile(rb"[\x20-\x7e]{8,}|(?:[\x20-\x7e]\0){8,}|(?:\0[\x20-\x7e]){8,}")
_PNG = b"\x89PNG\r\n\x1a\n"
_SAID_IN_PNG = {b"tEXt", b"zTXt", b"iTXt", b"eXIf"}


@dataclass(frozen=True, slots=True)
class Layer:
    """Text and where it stands; `source` is text with a syntax of its own, in which many words stand."""

    where: str
    text: str
    source: bool = False


def layers(data: bytes, where: str, depth: int = 0) -> Iterator[Layer]:
    """Yield what is said in a file, and in the files in it; programs that draw letters say nothing."""
    if depth > DEEPEST or data.startswith(_FONTS) or where.endswith(_OBFUSCATED):
        return
    opened = next((opener for start, opener in _OPENERS.items() if data.startswith(start)), _text)
    yield from opened(data, where, depth)


def embedded(text: str, where: str, depth: int) -> tuple[str, list[Layer]]:
    """Return a text without the files in its `data:` addresses, and what is said in these."""
    found: list[Layer] = []

    def open_file(address: re.Match[str]) -> str:
        kind, parameters, data = address.groups()
        if not kind.startswith("font/"):
            found.extend(layers(_decoded(data, ";base64" in parameters), f"a picture in {where}", depth + 1))
        return ""

    return _DATA.sub(open_file, text) if "data:" in text else text, found


def _decoded(data: str, is_base64: bool) -> bytes:
    plain = unquote_to_bytes(data)
    try:
        return base64.b64decode(plain) if is_base64 else plain
    except binascii.Error:
        return plain


def _text(data: bytes, where: str, depth: int) -> Iterator[Layer]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield Layer(where, "\n".join(found[0].replace(b"\0", b"").decode("ascii") for found in _PRINTED.finditer(data)))
        return
    start = text.lstrip()[:1]
    if start == "<":
        from typeset.proof.search.markup import markup

        yield from markup(text, where, depth)
    elif start in ("{", "[") and (tree := _parsed(text)) is not None:
        yield Layer(where, "\n".join(_strings(tree)))
        yield Layer(where, text, source=True)
    else:
        text, found = embedded(text, where, depth)
        unfolded = text.replace("\r\n ", "")
        yield Layer(where, unfolded if unfolded == text else f"{text}\n{unfolded}")
        yield from found


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _strings(tree: Any) -> Iterator[str]:
    """Yield every text in a tree of JSON; keys say nothing."""
    match tree:
        case dict():
            for value in tree.values():
                yield from _strings(value)
        case list():
            for value in tree:
                yield from _strings(value)
        case _:
            yield str(tree)


def _package(data: bytes, where: str, depth: int) -> Iterator[Layer]:
    for name, part in package.files(data).items():
        yield Layer(f"the name of a file in {where}", name)
        yield from layers(part, name, depth + 1)


def _picture(data: bytes, where: str, depth: int) -> Iterator[Layer]:
    """Yield what a PNG says in words (PNG 3, section 11.3), and what stands behind its end."""
    at = len(_PNG)
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        content, at = data[at + 8 : at + 8 + length], at + 12 + length
        if kind in _SAID_IN_PNG:
            yield from _text(content, where, depth)
            yield from _text(_unpacked(content), where, depth)
        if kind == b"IEND":
            break
    yield from layers(data[at:], f"what follows {where}", depth + 1)


def _unpacked(content: bytes) -> bytes:
    """Return what a chunk of text has compressed behind its keyword, as bytes that hold nothing if it has not."""
    for start in (found.end() for found in re.finditer(rb"\0", content)):
        try:
            return zlib.decompress(content[start:])
        except zlib.error:
            continue
    return b""


def _paper(data: bytes, where: str, depth: int) -> Iterator[Layer]:
    from typeset.proof.search.paper import paper

    yield from paper(data, where, depth)


_OPENERS: dict[bytes, Callable[[bytes, str, int], Iterator[Layer]]] = {
    b"%PDF-": _paper,
    b"PK\3\4": _package,
    _PNG: _picture,
}
"""How a file begins, and what opens it; anything else is text, or bytes with text in them."""
