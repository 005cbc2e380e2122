"""A section of skills, languages or interests in; its items, each a name and what belongs to it, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from typeset.readers.draft.nodes import listed, mapped
from typeset.readers.outline.bodies import body, filled, parted, place_of, plain, written
from typeset.readers.outline.pairs import (
    COLON,
    LONGEST_KEYWORD,
    MOST_KEYWORDS,
    Pair,
    and_level,
    grouped,
    is_list,
    is_list_of_keywords,
    keywords,
    pair_of,
)
from typeset.readers.outline.pieces import Piece, piece_of
from typeset.readers.outline.shapes import Block, Entry, Item, Line, List, Paragraph, Table
from typeset.source import Node, Scalar

KINDS = {"skills": "name", "languages": "language", "interests": "name"}
"""The key of an item's name, by section."""

_FLUENCY = re.compile(r"\s*[(（]([^()（）]{2,60})[)）]\s*$|\s*(?:[:：]|\s[-–—])\s+|,\s+")


def terms(kind: str, blocks: Sequence[Block], entries: Sequence[Entry]) -> tuple[list[Node], tuple[Block, ...]]:
    """Return the items of a section, and the blocks before them that are none."""
    made: list[Node] = []
    intro: list[Block] = []
    for block in grouped(blocks):
        if isinstance(block, Pair):
            made += _row(kind, block.line, tuple(block.below))
        elif found := list(_block(kind, block)):
            made += found
        elif made:
            made.append(_prose(block))
        else:
            intro.append(block)
    made += (_entry(kind, entry) for entry in entries if entry.head)
    made += (_prose(block) for entry in entries if not entry.head for block in entry.blocks)
    if not made and intro:
        made, intro = [_prose(block) for block in intro], []
    return made, tuple(intro)


def _block(kind: str, block: Block) -> Iterator[Node]:
    match block:
        case List(items):
            for item in items:
                yield from _item(kind, item)
        case Table(rows):
            for cells in rows:
                name, *others = [cell for cell in cells if cell.text.strip()] or cells
                yield _named(kind, name, others, [])
        case Paragraph(lines):
            said = parted(lines)
            if kind == "languages" and all(is_list(row) for row in said):
                for row in said:
                    yield from _row(kind, row)
            elif all(is_list(row) for row in said):
                for row in said:
                    yield from (written(piece) for piece in keywords(piece_of(row)))


def _prose(block: Block) -> Node:
    return mapped([("summary", body([block]))], place_of(block))


def _item(kind: str, item: Item) -> Iterator[Node]:
    if not item.lines:
        for block in item.blocks:
            yield from _block(kind, block)
        return
    first, *rest = parted(item.lines)
    more = (Paragraph(tuple(Line(line, ends=True) for line in rest)),) if rest else ()
    yield from _row(kind, first, (*more, *item.blocks))


def _row(kind: str, line: Scalar, blocks: tuple[Block, ...] = ()) -> Iterator[Node]:
    """Yield what a line names: a name and keywords, or a name; several languages may stand on one line."""
    piece = piece_of(line)
    pair = pair_of(line)
    if kind == "languages" and pair and not COLON.search(piece.plain):
        yield _named(kind, written(pair[0]), [written(pair[1])], blocks)
        return
    if kind == "languages":
        is_one = blocks or COLON.search(piece.plain) or piece.plain.count(",") > MOST_KEYWORDS
        parts = [piece] if is_one else piece.commas()
        merged = _fluencies(parts)
        for name, fluency in merged:
            yield _named(kind, written(name), [written(fluency)] if fluency else [], blocks)
        return
    if not pair:
        yield _named(kind, line, [], blocks)
        return
    (name, level), rest = and_level(pair[0], kind), pair[1]
    words = keywords(rest)
    values = [written(word) for word in words] if is_list_of_keywords(rest, words) else []
    prose = () if values else (Paragraph((Line(written(rest)),)),)
    yield _named(kind, written(name), values, (*prose, *blocks), level)


def _fluencies(parts: list[Piece]) -> list[tuple[Piece, Piece | None]]:
    """Return languages with how well they are known; "English, fluent" is one of them, "English, German" are two."""
    made: list[tuple[Piece, Piece | None]] = []
    for part in parts:
        found = _FLUENCY.search(part.plain)
        if found and found[1]:
            made.append((part.cut(0, found.start()), part.cut(found.start(1), found.end(1))))
        elif found:
            made.append((part.cut(0, found.start()), part.cut(found.end())))
        elif made and made[-1][1] is None and part.plain[:1].islower():
            made[-1] = (made[-1][0], part)
        else:
            made.append((part, None))
    return made


def _named(
    kind: str, name: Scalar, values: Sequence[Scalar], blocks: Sequence[Block], level: Scalar | None = None
) -> Node:
    """Return an item; its name alone when there is nothing else."""
    if not values and not blocks and not level and kind != "languages":
        return name
    fields: list[tuple[str, Node | None]] = [(KINDS[kind], name), ("level", level)]
    if kind == "languages":
        fields += [("fluency", value) for value in values[:1]]
        blocks = (*(Paragraph((Line(value),)) for value in values[1:]), *blocks)
    elif values:
        fields.append(("keywords", listed(values, name.place)))
    if kind == "skills":
        keywords = _short_points(blocks) if not values else None
        fields += [("keywords", keywords)] if keywords else filled(blocks, has_body=False)
    else:
        fields.append(("summary", body(blocks)))
    return mapped(fields, name.place)


def _entry(kind: str, entry: Entry) -> Node:
    head, *rest = entry.head
    below = tuple(block for inner in entry.entries for block in _flat(inner))
    blocks = (*(Paragraph((Line(line, ends=True),)) for line in rest), *entry.blocks, *below)
    return _named(kind, head, [], blocks)


def _flat(entry: Entry) -> tuple[Block, ...]:
    """Return an entry as blocks: its head as a paragraph."""
    head = (Paragraph(tuple(Line(line, ends=True) for line in entry.head)),) if entry.head else ()
    return (*head, *entry.blocks, *(block for inner in entry.entries for block in _flat(inner)))


def _short_points(blocks: Sequence[Block]) -> Node | None:
    """Return the points of one list as keywords, when none is more than a few words."""
    match blocks:
        case (List(items),) if all(len(item.lines) == 1 and not item.blocks for item in items):
            words = [item.lines[0].text for item in items]
            said = [plain(word) for word in words]
            is_short = all(len(word) <= LONGEST_KEYWORD // 2 and not COLON.search(word) for word in said)
            is_short = is_short and not all(word.endswith(".") for word in said)
            return listed(words, words[0].place) if is_short else None
    return None
