"""YAML text without comments in; its lines as ruamel.yaml writes them, before and after values have moved, out.

Alone here is ruamel.yaml known: it keeps the order, quotes and block scalars of what moves.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from typeset.resume.migration.moves import MARK, Move, Way
from typeset.resume.model import MODEL

_NO_BREAKS = 1_000_000


class Unwritable(Exception):
    """ruamel.yaml cannot read a text."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Lines before and after. `came` pairs lines after, which hold what has moved, with those of the text that held it.

    Both count from 0; lines that hold something else, too, are not among them.
    """

    before: list[str]
    after: list[str]
    came: list[tuple[range, list[int]]]


def rewritten(text: str, moves: Iterable[Move]) -> Rewritten:
    """Return what becomes of a text in which values move, and which is then marked as of today's model.

    Raises `Unwritable` for a text that ruamel.yaml cannot read.
    """
    from ruamel.yaml.error import MarkedYAMLError

    moves = list(moves)
    try:
        yaml = _yaml(text)
        document = yaml.load(text)
        before = _dumped(yaml, document)
        stood = _stood(yaml.compose(text), moves, text.split("\n"))
        for move in moves:
            _move(document, move)
        _mark(document)
        after = _dumped(yaml, document)
        stands = [_extent(yaml.compose(after), move.new, after.split("\n")) for move in moves]
    except MarkedYAMLError as error:
        raise Unwritable(str(error.problem)) from None
    return Rewritten(before.splitlines(), after.splitlines(), [*zip(stands, stood, strict=True)])


def _yaml(text: str) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.resolver import VersionedResolver

    class AsWritten(VersionedResolver):
        """Takes every scalar for a text, so that each is written as it was."""

        @property
        def versioned_resolver(self) -> dict[str, Any]:
            return {}

    yaml = YAML()
    yaml.Resolver = AsWritten
    yaml.preserve_quotes = True
    yaml.width = _NO_BREAKS
    mapping, offset = _indents(text.split("\n"))
    yaml.indent(mapping=mapping, sequence=offset + 2, offset=offset)
    return yaml


def _indents(lines: list[str]) -> tuple[int, int]:
    """Return how far in keys and dashes stand below a key, by the first of each; 2 where there is none."""
    found: dict[bool, int] = {}
    for line, following in pairwise(lines):
        if line.endswith(":"):
            deeper = _margin(following) - _margin(line.replace("- ", "  "))
            is_dash = following.lstrip().startswith("- ")
            if deeper > 0 or (deeper == 0 and is_dash):
                found.setdefault(is_dash, deeper)
    return found.get(False, 2), found.get(True, 2)


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _dumped(yaml: Any, document: Any) -> str:
    stream = io.StringIO()
    yaml.dump(document, stream)
    return stream.getvalue()


def _move(document: Any, move: Move) -> None:
    way = [document]
    for name in move.old[:-1]:
        way.append(way[-1][name])
    position = list(document).index(move.old[0]) + 1
    value = way[-1].pop(move.old[-1])
    target = document
    for depth, name in enumerate(move.new[:-1], 1):
        if name not in target:
            target.insert(len(target) if depth > 1 else position, name, _like(way[min(depth, len(way) - 1)]))
        target = target[name]
    target[move.new[-1]] = value
    for holder, name in zip(way[-2::-1], move.old[-2::-1], strict=True):
        if not holder[name]:
            del holder[name]


def _like(mapping: Any) -> Any:
    """Return an empty mapping that is written as another is: in braces or on lines."""
    made = type(mapping)()
    if mapping.fa.flow_style():
        made.fa.set_flow_style()
    return made


def _mark(document: Any) -> None:
    *way, name = MARK
    target = document
    for key in way:
        if key not in target:
            target[key] = _like(document)
        target = target[key]
    target[name] = str(MODEL)


def _stood(root: Any, moves: Iterable[Move], lines: list[str]) -> list[list[int]]:
    """Return for each move the lines that held what moves and nothing else, each line once."""
    found, taken = [], set[int]()
    for move in moves:
        extent = _extent(root, move.old, lines)
        found.append([line for line in extent if line not in taken])
        taken.update(extent)
    return found


def _extent(node: Any, way: Way, lines: list[str]) -> range:
    from ruamel.yaml.nodes import MappingNode

    key: Any = None
    for name in way:
        entries = node.value if isinstance(node, MappingNode) else ()
        key, node = next(((key, value) for key, value in entries if key.value == name), (None, None))
    if not key:
        return range(0)
    start, end = key.start_mark, node.end_mark
    if lines[start.line][: start.column].strip():
        return range(0)
    last = end.line if end.line < len(lines) and lines[end.line][: end.column].strip() else end.line - 1
    rest = lines[last][end.column :] if last == end.line else ""
    return range(0) if rest.strip() else range(start.line, last + 1)
