"""The source of a page in; which codes it shows, in the order in which it paints them, out; and what codes mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STRING = rb"<[0-9A-Fa-f\s]*+>|\((?:\\.|[^\\()]|\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*+\))*+\))*+\)"
_TOKEN = re.compile(
    rb"/([^\s/<>\[\](){}%]+)\s+[-+.\d]+\s+Tf\b"  # a font
    rb"|(?<![^\s\]>)])([qQ])(?![^\s\[</(])"  # the state is kept, or restored
    rb"|((?:\[(?:[^\]()<>%]|" + _STRING + rb")*+\]|" + _STRING + rb")\s*+(?:TJ|Tj|'|\"))"  # text
    rb"|(?<!\S)BI\s.*?\sEI(?!\S)"  # a picture among the operators, which may hold anything
    rb"|%[^\r\n]*+",
    re.DOTALL,
)
_STRINGS = re.compile(_STRING, re.DOTALL)
_ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n?|\n)|(.))", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

_BLOCK = re.compile(rb"begin(bfchar|bfrange|cidchar|cidrange)(.*?)end\1", re.DOTALL)
_HEX = rb"<\s*([0-9A-Fa-f\s]*)>"
_CHAR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([^\]]*)\])")
_GLYPH = re.compile(_HEX + rb"\s*(\d+)")
_GLYPHS = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(\d+)")
_MOST = 0x10000


def shown(source: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name of a font, with its slash, and each string that is shown in it (ISO 32000-2, 9.4.3)."""
    font, kept = "", []
    for token in _TOKEN.finditer(source):
        name, state, text = token.groups()
        if name:
            font = f"/{name.decode('latin-1')}"
        elif state == b"q":
            kept.append(font)
        elif state == b"Q" and kept:
            font = kept.pop()
        elif text:
            yield font, b"".join(_meant(found) for found in _STRINGS.findall(text))


def _meant(written: bytes) -> bytes:
    """Return the bytes of a string as it is written (ISO 32000-2, 7.3.4)."""
    if written.startswith(b"<"):
        figures = b"".join(written[1:-1].split())
        return bytes.fromhex((figures + b"0" * (len(figures) % 2)).decode())
    return _ESCAPED.sub(_unescaped, written[1:-1]) if b"\\" in written else written[1:-1]


def _unescaped(found: re.Match[bytes]) -> bytes:
    figures, end, sign = found.groups()
    if figures:
        return bytes([int(figures, 8) & 0xFF])
    return b"" if end else _SIGNS.get(sign, sign)


def meanings(cmap: bytes) -> dict[int, str]:
    """Return what each code means by a ToUnicode map (ISO 32000-2, 9.10.3)."""
    found: dict[int, str] = {}
    for kind, block in _BLOCK.findall(cmap):
        if kind == b"bfchar":
            found |= {_number(code): _text(said) for code, said in _CHAR.findall(block)}
        elif kind == b"bfrange":
            for first, last, said, each in _RANGE.findall(block):
                found |= _range(_number(first), _number(last), said, each)
    return found


def _range(first: int, last: int, said: bytes, each: bytes) -> dict[int, str]:
    codes = range(first, min(last, first + _MOST) + 1)
    if each:
        return dict(zip(codes, map(_text, re.findall(_HEX, each)), strict=False))
    start = _text(said)
    return {code: start[:-1] + chr(min(ord(start[-1]) + code - first, 0x10FFFF)) for code in codes} if start else {}


def glyphs(cmap: bytes) -> dict[int, int]:
    """Return the glyph of each code by an encoding of a font's own (ISO 32000-2, 9.7.5.4)."""
    found: dict[int, int] = {}
    for kind, block in _BLOCK.findall(cmap):
        if kind == b"cidchar":
            found |= {_number(code): int(glyph) for code, glyph in _GLYPH.findall(block)}
        elif kind == b"cidrange":
            for first, last, glyph in _GLYPHS.findall(block):
                start = _number(first)
                codes = range(start, min(_number(last), start + _MOST) + 1)
                found |= {code: int(glyph) + code - start for code in codes}
    return found


def _number(figures: bytes) -> int:
    return int(b"".join(figures.split()) or b"0", 16)


def _text(figures: bytes) -> str:
    digits = b"".join(figures.split())
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode()).decode("utf-16-be", errors="replace")
