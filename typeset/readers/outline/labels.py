"""An entry of a section of the person's own in; its lines "**Label**: value" as items of their own, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from typeset.readers.draft.nodes import mapped
from typeset.readers.outline.bodies import joined, written
from typeset.readers.outline.pieces import Piece, piece_of
from typeset.readers.outline.shapes import Block, Entry, List, Paragraph
from typeset.source import Node, Scalar

_LONGEST = 40
_MARK = re.compile(r"\s*[:：]\s+|\s{3,}")


def labelled(entry: Entry) -> list[Node]:
    """Return the items that an entry's lines are, all with labels, and the points below them; none for another."""
    lines = [*entry.head, *(line for block in entry.blocks for line in _lines(block))]
    points = [item for block in entry.blocks if isinstance(block, List) for item in block.items]
    halves = list(map(_halves, lines))
    is_known = all(isinstance(block, Paragraph | List) for block in entry.blocks)
    if entry.entries or not is_known or any(item.blocks or not item.lines for item in points):
        return []
    made = [_item(*found) for found in halves if found]
    return [*made, *(_text(joined(item.lines)) for item in points)] if made and len(made) == len(lines) else []


def start(blocks: Sequence[Block]) -> int:
    """Return where in a section's blocks the lines with labels begin that all after it are; its length when nowhere."""
    at = len(blocks)
    while at and isinstance(blocks[at - 1], Paragraph) and all(map(_halves, _lines(blocks[at - 1]))):
        at -= 1
    return at


def _lines(block: Block) -> list[Scalar]:
    return [line.text for line in block.lines] if isinstance(block, Paragraph) else []


def _halves(line: Scalar) -> tuple[Piece, Piece] | None:
    """Return a label in bold and what stands behind its colon, or behind a wide gap."""
    piece = piece_of(line)
    bold = "".join(run.text for run in takewhile(lambda run: run.strong, piece.runs))
    end = len(bold.rstrip(" :："))
    found = _MARK.match(piece.plain, end)
    if not 0 < end <= _LONGEST or not found or any(run.strong for run in piece.cut(found.end()).runs):
        return None
    return piece.cut(0, end), Piece(piece.cut(found.end()).runs, piece.place)


def _item(label: Piece, value: Piece) -> Node:
    return mapped([("label", label.node()), ("value", written(value))], label.place)


def _text(line: Scalar) -> Node:
    return mapped([("text", line)], line.place)
