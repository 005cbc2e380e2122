"""Lines and blocks of an outline in; Markdown, and the fields that hold what there is to say about an entry, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from typeset.readers.draft.dates import periods
from typeset.readers.draft.nodes import listed, mapped
from typeset.readers.outline.pieces import Piece, piece_of, runs_of
from typeset.readers.outline.shapes import Block, Item, Line, List, Paragraph, Quote, Table
from typeset.resume import blocks as shapes
from typeset.resume import markdown
from typeset.resume.text import Run, Text
from typeset.source import Node, Place, Scalar

_LABEL = re.compile(r"([^\W\d_][^.:;!?/]{0,40}): (?=\S)")
_LONGEST_LABEL = 5
_CJK = re.compile(r"[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]")
_ROOM = 0.8
"""The part of the longest line that a line and the next word must not fill, if it ended on purpose."""


def plain(line: Scalar) -> str:
    """Return what a line says, without marks."""
    return piece_of(line).plain.strip()


def written(piece: Piece) -> Scalar:
    """Return a piece as it was written, styles and links included."""
    return Scalar(markdown.inline(Text(piece.runs)), piece.place)


def joined(lines: Sequence[Line]) -> Scalar:
    """Return lines as one text: wrapped lines joined, the others with a hard break between them."""
    runs: list[Run] = []
    for before, line in zip((None, *lines), lines, strict=False):
        said = runs_of(line.text.text)
        if before:
            is_cjk = runs and _CJK.match(runs[-1].text[-1:]) and said and _CJK.match(said[0].text)
            runs.append(Run("\n" if before.ends else "" if is_cjk else " "))
        runs += said
    narrow = (run if run.code else replace(run, text=re.sub(r"[ \t]+", " ", run.text)) for run in runs)
    return Scalar(markdown.inline(Text(tuple(run for run in narrow if run.text))), lines[0].text.place)


def parted(lines: Sequence[Line]) -> list[Scalar]:
    """Return lines as texts of their own wherever one ended on purpose: it is marked so, or had room for more."""
    made: list[list[Line]] = []
    longest = max((len(line.text.text) for line in lines), default=0)
    for before, line in zip((None, *lines), lines, strict=False):
        if before and not before.ends and not _has_room(before.text.text, line.text.text, longest):
            made[-1].append(line)
        else:
            made.append([line])
    return [joined([replace(line, ends=False) for line in group]) for group in made]


def _has_room(line: str, following: str, longest: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) < _ROOM * longest


def body(blocks: Iterable[Block]) -> Scalar | None:
    """Return the Markdown of blocks; None when there are none."""
    blocks = tuple(blocks)
    said = markdown.blocks(found for block in blocks for found in _written(block))
    return Scalar(said, place_of(blocks[0])) if said else None


def filled(blocks: Sequence[Block], *, has_body: bool = True) -> list[tuple[str, Node]]:
    """Return blocks as `summary`, `highlights` and `body`: what is before a list, the list, what is after it.

    Where there is no `body`, and where the list is numbered, all is `summary`.
    """
    start = next((at for at, block in enumerate(blocks) if isinstance(block, List)), len(blocks))
    end = start
    while end < len(blocks) and isinstance(block := blocks[end], List) and not block.ordered:
        end += 1
    if end < len(blocks) and not has_body:
        start = end = len(blocks)
    found = [item for block in blocks[start:end] if isinstance(block, List) for item in block.items]
    fields = (("summary", body(blocks[:start])), ("highlights", highlights(found)), ("body", body(blocks[end:])))
    return [(key, value) for key, value in fields if value]


def highlights(items: Sequence[Item]) -> Node | None:
    """Return points as highlights."""
    items = tuple(_flat(items))
    if not items:
        return None
    labelled = len(items) > 1 and all(_label(item) for item in items)
    return listed((_highlight(item, labelled=labelled) for item in items), place_of(List(tuple(items))))


def _flat(items: Iterable[Item]) -> Iterator[Item]:
    """Yield points that say something themselves; of one that only holds others, those."""
    for item in items:
        if item.lines:
            yield item
        elif item.blocks and isinstance(first := item.blocks[0], List):
            yield from _flat(first.items)
            yield from _flat([Item((), item.blocks[1:])])
        elif item.blocks and (said := body(item.blocks[:1])):
            lines = tuple(Line(Scalar(line, said.place), ends=True) for line in said.text.split("\n"))
            yield Item(lines, item.blocks[1:])


def _highlight(item: Item, *, labelled: bool) -> Node | None:
    label, text = _label_and_text(item, labelled=labelled)
    if not (label or item.blocks):
        return text
    below: list[tuple[str, Node | None]] = [("label", label), ("text", text)]
    blocks = item.blocks
    start = next((at for at, block in enumerate(blocks) if isinstance(block, List)), len(blocks))
    lists = blocks[start:]
    if all(isinstance(block, List) and not block.ordered for block in lists):
        inner = [inner for block in lists if isinstance(block, List) for inner in block.items]
        below += [("body", body(blocks[:start])), ("highlights", highlights(inner))]
    else:
        below.append(("body", body(blocks)))
    return mapped(below, text.place)


def _label_and_text(item: Item, *, labelled: bool) -> tuple[Scalar | None, Scalar]:
    """Return what stands before a colon, or on a dated line of its own, and the text; the text alone otherwise."""
    first, *more = item.lines
    if more and _ends_with_date(plain(first.text)):
        return first.text, joined(more)
    whole = joined(item.lines)
    if not labelled and not _is_strong_label(item):
        return None, whole
    piece = piece_of(whole)
    at = piece.plain.index(":")
    return piece.cut(0, at).node(), _cut(piece, at + 1)


def _cut(piece: Piece, start: int) -> Scalar:
    """Return what stands from `start` on, with all of its punctuation."""
    at, runs = 0, []
    for run in piece.runs:
        runs.append(replace(run, text=run.text[max(0, start - at) :]))
        at += len(run.text)
    return Scalar(markdown.inline(Text(tuple(run for run in runs if run.text))), piece.place)


def _ends_with_date(words: str) -> bool:
    return any(words[start] == "(" and end == len(words) for _, _, (start, end) in periods(words))


def _label(item: Item) -> bool:
    if not item.lines:
        return False
    found = _LABEL.match(plain(joined(item.lines)))
    return bool(found) and len(str(found and found[1]).split()) <= _LONGEST_LABEL


def _is_strong_label(item: Item) -> bool:
    """Whether a point begins "**Label:** text" or "**Label**: text"."""
    runs = piece_of(joined(item.lines)).runs
    strong = "".join(run.text for run in runs if run.strong)
    leads = len(runs) > 1 and runs[0].strong and not any(run.strong for run in runs[1:])
    colon = strong.endswith(":") or (leads and runs[1].text.startswith(":"))
    return leads and colon and ":" not in strong[:-1] and bool("".join(run.text for run in runs[1:]).strip(" :"))


def place_of(block: Block) -> Place:
    """Return where a block begins."""
    match block:
        case Paragraph(lines):
            return lines[0].text.place
        case List(items):
            first = items[0]
            return first.lines[0].text.place if first.lines else place_of(first.blocks[0])
        case Quote(blocks):
            return place_of(blocks[0])
        case Table(rows):
            return rows[0][0].place


def _written(block: Block) -> list[shapes.Block]:
    match block:
        case Paragraph(lines):
            return [shapes.Paragraph(_text(lines))]
        case Quote(blocks):
            return [shapes.Quote(tuple(found for inner in blocks for found in _written(inner)))]
        case List(items, ordered):
            return [shapes.List(tuple(map(_point, items)), ordered)]
        case Table(rows):
            return [shapes.List(tuple(shapes.ListItem(_row(row)) for row in rows if any(cell.text for cell in row)))]


def _point(item: Item) -> shapes.ListItem:
    below = tuple(found for block in item.blocks for found in _written(block))
    return shapes.ListItem(_text(item.lines) if item.lines else Text(()), blocks=below)


def _text(lines: Sequence[Line]) -> Text:
    said = joined(lines)
    return Text(runs_of(said.text), said.place)


def _row(cells: Sequence[Scalar]) -> Text:
    """Return a row on one line: a label and its value, or cells with commas between them."""
    texts = [Text(runs_of(cell.text), cell.place) for cell in cells if cell.text.strip()]
    return markdown.listed(texts, ": " if len(texts) == 2 else ", ")
