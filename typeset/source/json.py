"""JSON text in (RFC 8259), tree out, with the places that the standard library's parser does not keep."""

from __future__ import annotations

import re
from bisect import bisect_right
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import NoReturn

from typeset.source.diagnostics import Faults
from typeset.source.limits import Census
from typeset.source.place import Place, Source
from typeset.source.tree import Key, Mapping, Node, Scalar, Sequence

_SPACE = re.compile(r"[ \t\r\n]*")
_WORD = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.+-])|true\b|false\b|null\b", re.ASCII)

_PREPOSITIONS = re.compile(r"(?: starting)? at$|: $")


def parse(source: Source, *, forgiving: bool = False) -> Node:
    """Return the tree of a JSON text; numbers, booleans and null are plain scalars.

    Raises `Faults` for malformed JSON, duplicate keys, and whatever exceeds the bounds of `typeset.source.limits`.
    A `forgiving` one keeps duplicate keys side by side, and characters that content may not hold.
    """
    reader = _Reader(source, forgiving=forgiving)
    node, end = reader.value(reader.skip(0), 1)
    end = reader.skip(end)
    if end != len(source.text):
        reader.fail("one value a file; nothing may follow it", end)
    if reader.census.faults:
        raise Faults(reader.census.faults)
    return node


class _Reader:
    """Each method takes the offset where its part starts and returns it with the offset where it ends."""

    def __init__(self, source: Source, *, forgiving: bool) -> None:
        self.source = source
        self.text = source.text
        self.census = Census([], forgiving)
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", source.text))]

    def value(self, start: int, depth: int) -> tuple[Node, int]:
        place = self.place(start)
        self.census.node(place, depth)
        match self.text[start : start + 1]:
            case '"':
                return self.string(start)
            case "{":
                return self.mapping(start, depth)
            case "[":
                return self.sequence(start, depth)
        if match := _WORD.match(self.text, start):
            return Scalar(match[0], self.place(start, len(match[0])), plain=True), match.end()
        return self.fail("not JSON: a value must stand here", start)

    def string(self, start: int) -> tuple[Scalar, int]:
        try:
            text, end = scanstring(self.text, start + 1, True)
        except JSONDecodeError as error:
            self.fail(f"not JSON: {_PREPOSITIONS.sub('', error.msg)}", error.pos)
        scalar = Scalar(text, self.place(start, end - start))
        self.census.scalar(scalar)
        return scalar, end

    def sequence(self, start: int, depth: int) -> tuple[Sequence, int]:
        items: list[Node] = []
        at = self.skip(start + 1)
        while self.text[at : at + 1] != "]" or items:
            item, at = self.value(at, depth + 1)
            items.append(item)
            at = self.skip(at)
            if self.text[at : at + 1] != ",":
                break
            at = self.skip(at + 1)
        return Sequence(tuple(items), self.place(start)), self.expect("]", at)

    def mapping(self, start: int, depth: int) -> tuple[Mapping, int]:
        entries: list[tuple[Key, Node]] = []
        seen: dict[str, Key] = {}
        at = self.skip(start + 1)
        while self.text[at : at + 1] != "}" or entries:
            if self.text[at : at + 1] != '"':
                self.fail('not JSON: a key in double quotes, or "}", must stand here', at)
            name, at = self.string(at)
            key = Key(name.text, name.place)
            self.census.key(key, seen)
            value, at = self.value(self.skip(self.expect(":", self.skip(at))), depth + 1)
            entries.append((key, value))
            at = self.skip(at)
            if self.text[at : at + 1] != ",":
                break
            at = self.skip(at + 1)
        return Mapping(tuple(entries), self.place(start)), self.expect("}", at)

    def expect(self, char: str, at: int) -> int:
        if self.text[at : at + 1] != char:
            self.fail(f"not JSON: `{char}` must stand here", at)
        return at + 1

    def skip(self, at: int) -> int:
        return _SPACE.match(self.text, at).end()  # type: ignore[union-attr]

    def place(self, offset: int, length: int = 1) -> Place:
        line = bisect_right(self.line_starts, offset)
        return Place(self.source, line, offset - self.line_starts[line - 1] + 1, length)

    def fail(self, message: str, at: int) -> NoReturn:
        self.census.stop(message, self.place(at))
        raise AssertionError
