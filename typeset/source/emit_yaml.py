"""Tree in, YAML text out: in block style, as a person would write it, and the same to every reader of YAML.

What stood in `{}` or `[]` stays so where it fits a line, and blank lines stay. A scalar is quoted where a reader
of YAML 1.1 or 1.2 would take it for anything but a text, unless it stood without quotes and any reader's value
is written the same (`2006`, `2012-01`, `true`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Remarks
from dataclasses import dataclass

from typeset.source.place import NOWHERE, Place
from typeset.source.tree import Key, Mapping, Node, Scalar, Sequence

WIDTH = 110
"""The longest line, in characters, where there is a space to break it at."""

_NARROWEST = 40
_LONGEST_WORDS = 40  # characters of an item of a list that stands on one line, where nobody has said how it stands
_LONGEST_KEY = 1000  # YAML lets a key without `?` have 1,024 characters
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^\s:#]|[ ](?![ #]|$)|:(?=[^\s,\[\]{}])|(?<=\S)#)*")
_FLOW_SIGN = re.compile(r"[,?\[\]{}]")
_SPECIAL = re.compile(
    r"(?i:y|yes|no?|on|off|true|false|null|~|=|<<|\.\.\.|[-+]?\.(?:inf|nan))"
    r"|[-+]?\.?\d[\d_.:,+a-fA-FxXoO-]*"
    r"|\d{4}-\d\d?-\d\d?[Tt\s].*"
)
_JSON_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?", re.ASCII)
_WRITTEN_THE_SAME = re.compile(r"true|false|null|~|0|-?[1-9]\d*|\d{4}-\d\d(?:-\d\d)?|(?:\d+\.){2,}\d+", re.ASCII)
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person wrote around an entry: comments above it, behind its first line, below it; a blank line before.

    An empty string among the comments is a blank line.
    """

    above: tuple[str, ...] = ()
    behind: str = ""
    below: tuple[str, ...] = ()
    is_apart: bool = False


Position = tuple[int, int]
"""A line and a column, from 1."""


def yaml_text(node: Node, remarks: Remarks[Position, Remark] | None = None) -> str:
    """Return the text of a tree, ending in one line feed, with `remarks` before and behind the keys at their places."""
    emitter = _Emitter(dict(remarks or {}), in_braces=_stood_in_braces(node))
    if isinstance(node, Scalar):
        head, more = emitter.scalar(node, "  ", 0)
        return "\n".join([head, *more]) + "\n"
    if not _children(node):
        return emitter.in_line(node) + "\n"
    return "\n".join(emitter.block(node, "")) + "\n"


@dataclass(frozen=True, slots=True)
class _Emitter:
    """Writes nodes as lines, each remark once.

    `in_braces` tells that the whole source stood in them, as JSON does, so that it says nothing of one entry.
    """

    remarks: dict[Position, Remark]
    in_braces: bool

    def block(self, node: Node, indent: str) -> Iterator[str]:
        """Yield the lines of a mapping or a list, each at least as far in as `indent`."""
        children = _children(node)
        is_spread = not indent or (len(indent) == len("  ") and any(self.has_lists(child) for _, child in children))
        for number, (key, child) in enumerate(children):
            place = key.place if key else child.place
            remark = self.remarks.pop((place.line, place.column), None)
            if number and (remark.is_apart if remark else self.stands_apart(place, indent, is_spread=is_spread)):
                yield ""
            lines = self.entry(key, child, indent)
            yield from _remarked(lines, remark, indent) if remark else lines

    def entry(self, key: Key | None, child: Node, indent: str) -> Iterator[str]:
        """Yield the lines of a key with its value, or of an item of a list."""
        mark = "-" if key is None else f"{_key(key.text)}:"
        if key and len(mark) > _LONGEST_KEY:
            yield f"{indent}? {mark[:-1]}"
            mark = ":"
        below = indent + "  "
        if isinstance(child, Scalar):
            head, more = self.scalar(child, below, len(indent) + len(mark) + 1)
            yield f"{indent}{mark} {head}".rstrip(" ")
            yield from more
        elif self.fits(child, len(indent) + len(mark) + 1):
            yield f"{indent}{mark} {self.in_line(child)}"
        elif key is None:
            first, *rest = self.block(child, below)
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield indent + mark
            yield from self.block(child, below)

    def scalar(self, scalar: Scalar, indent: str, used: int) -> tuple[str, list[str]]:
        """Return what stands behind the key, and the lines below it."""
        text = scalar.text
        line = self.line(scalar, in_flow=False)
        if "\n" not in text and used + len(line) <= WIDTH:
            return line, []
        if _is_prose(text) and (len(indent) + len(text) > WIDTH or not text.endswith("\n")):
            lines = _folded(text.removesuffix("\n"), max(WIDTH - len(indent), _NARROWEST))
            return ">" if text.endswith("\n") else ">-", [indent + each for each in lines]
        if _is_literal(text):
            lines = text.removesuffix("\n").split("\n")
            return "|" if text.endswith("\n") else "|-", [indent + each if each else "" for each in lines]
        return line, []

    def fits(self, node: Node, used: int) -> bool:
        """Whether a mapping or list is to stand in brackets behind its key."""
        children = _children(node)
        if not children:
            return True
        if any(not isinstance(child, Scalar) and not self.fits(child, 0) for _, child in children):
            return False
        known = [place for key, child in children for place in (child.place, *([key.place] if key else []))]
        if any((place.line, place.column) in self.remarks for place in known):
            return False
        if isinstance(node, Mapping) and (self.in_braces or not _stood_in_braces(node)):
            return False
        if isinstance(node, Sequence) and not (_stood_in_braces(node) or _is_new_and_terse(node)):
            return False
        if any(isinstance(child, Scalar) and "\n" in child.text for _, child in children):
            return False
        return used + len(self.in_line(node)) <= WIDTH

    def in_line(self, node: Node) -> str:
        """Return a node on one line, in brackets."""
        match node:
            case Scalar():
                return self.line(node, in_flow=True)
            case Sequence():
                return f"[{', '.join(map(self.in_line, node.items))}]"
            case Mapping():
                return "{" + ", ".join(f"{_key(key.text)}: {self.in_line(child)}" for key, child in node) + "}"

    def line(self, scalar: Scalar, *, in_flow: bool) -> str:
        """Return a scalar on one line; what was a number in JSON stays one."""
        is_number = self.in_braces and scalar.plain and _JSON_NUMBER.fullmatch(scalar.text)
        return scalar.text if is_number else _line(scalar, in_flow=in_flow)

    def stands_apart(self, place: Place, indent: str, *, is_spread: bool) -> bool:
        """Whether a blank line stood above an entry.

        Where nothing stood, there is one between keys at the top, and between items some of which have lists.
        """
        if place is NOWHERE:
            return is_spread
        if self.in_braces or not place.source.text:
            return not indent
        return not place.source.line(place.line - 1).strip(" ")

    def has_lists(self, node: Node) -> bool:
        """Whether there is a list below a mapping that takes lines of its own."""
        below = node.entries if isinstance(node, Mapping) else ()
        return any(isinstance(child, Sequence) and not self.fits(child, 0) for _, child in below)


def _remarked(lines: Iterator[str], remark: Remark, indent: str) -> Iterator[str]:
    for comment in remark.above:
        yield indent + comment if comment else ""
    yield next(lines) + (f"  {remark.behind}" if remark.behind else "")
    yield from lines
    for comment in remark.below:
        yield indent + comment if comment else ""


def _children(node: Node) -> list[tuple[Key | None, Node]]:
    match node:
        case Mapping():
            return list(node.entries)
        case Sequence():
            return [(None, item) for item in node.items]
        case Scalar():
            return []


def _stood_in_braces(node: Node) -> bool:
    return node.place.source.line(node.place.line)[node.place.column - 1 :][:1] in tuple("[{")


def _is_new_and_terse(node: Sequence) -> bool:
    """Whether a list that stood nowhere is one of words rather than of sentences."""
    items = (item for item in node.items if isinstance(item, Scalar))
    return not node.place.source.text and all(len(item.text) <= _LONGEST_WORDS for item in items)


def _key(text: str) -> str:
    return _line(Scalar(text, NOWHERE), in_flow=True)


def _line(scalar: Scalar, *, in_flow: bool) -> str:
    """Return a scalar on one line, in quotes where it needs them."""
    text = scalar.text
    if scalar.plain and (scalar.is_null or _WRITTEN_THE_SAME.fullmatch(text)):
        return text or ("null" if in_flow else "")
    if not _PLAIN.fullmatch(text) or _SPECIAL.fullmatch(text) or (in_flow and _FLOW_SIGN.search(text)):
        return _quoted(text)
    return text


def _quoted(text: str) -> str:
    if ('"' in text or "\\" in text) and not re.search(r"[\n\r\t]", text):
        return "'" + text.replace("'", "''") + "'"
    return f'"{text.translate(_ESCAPES)}"'


def _folded(text: str, room: int) -> list[str]:
    """Return the lines of a text broken at spaces, none longer than `room` where there is a space to break at."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines


def _is_prose(text: str) -> bool:
    """Whether a text can be broken at any of its spaces and joined again."""
    whole = text.removesuffix("\n")
    return all(whole.split(" ")) and not re.search(r"[\n\r\t]", whole)


def _is_literal(text: str) -> bool:
    """Whether the lines of a text can stand as they are."""
    return bool(text.strip()) and not re.search(r"[\r\t]|^[ \n]| $|\n\n\Z", text) and " \n" not in text
