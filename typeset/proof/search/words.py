"""Text, data and mere bytes in; what is said in them, and the files in them, out."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

from typeset.proof.search.found import Enclosed, Found, Layer

_DATA = re.compile(r"data:([\w/+.-]*)((?:;[\w=.-]+)*),([^\s\"'<>)]*)")
_PRINTED = re.compile(rb"[\x20-\x7e]{8,}|(?:[\x20-\x7e]\0){8,}|(?:\0[\x20-\x7e]){8,}")
_LINES = bytes(byte if 0x20 <= byte < 0x7F else 0x0A for byte in range(256))


def text_of(data: bytes) -> str | None:
    """Return the text that bytes are in UTF-8; None for bytes that are none."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def in_bytes(data: bytes, where: str) -> Iterator[Found]:
    """Yield the stretches of printed characters, of one byte or of two, in bytes that are no text."""
    printed = (found[0].replace(b"\0", b"").decode("ascii") for found in _PRINTED.finditer(data))
    yield Layer(where, "\n".join(printed))


def of_maker(data: bytes, where: str) -> Iterator[Found]:
    """Yield whatever could be read in what draws letters or mixes colours: its maker's words, not those of a CV."""
    yield Layer(where, data.translate(_LINES, b"\0").decode("ascii"), maker=True)


def in_text(text: str, where: str) -> Iterator[Found]:
    """Yield what a text says, with its folded lines whole (RFC 6350, 3.2), or what the data say that it holds."""
    if text.lstrip()[:1] in ("{", "[") and (tree := _parsed(text)) is not None:
        yield Layer(where, "\n".join(_strings(tree)))
        yield Layer(where, text, source=True)
        return
    text, found = embedded(text, where)
    unfolded = text.replace("\r\n ", "")
    yield Layer(where, unfolded if unfolded == text else f"{text}\n{unfolded}")
    yield from found


def embedded(text: str, where: str) -> tuple[str, list[Enclosed]]:
    """Return a text without the files in its `data:` addresses, and these files."""
    found: list[Enclosed] = []

    def take(address: re.Match[str]) -> str:
        kind, parameters, data = address.groups()
        called = "font" if kind.startswith("font/") else "picture"
        found.append(Enclosed(f"a {called} in {where}", _decoded(data, ";base64" in parameters)))
        return ""

    return _DATA.sub(take, text) if "data:" in text else text, found


def _decoded(data: str, is_base64: bool) -> bytes:
    plain = unquote_to_bytes(data)
    try:
        return base64.b64decode(plain) if is_base64 else plain
    except binascii.Error:
        return plain


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
