"""Blocks of a section without headings of its own in; the entries that a reader sees in them out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from typeset.readers.draft.dates import periods
from typeset.readers.outline.bodies import joined, parted, plain
from typeset.readers.outline.pieces import piece_of
from typeset.readers.outline.shapes import Block, Entry, Line, List, Paragraph
from typeset.source import Scalar

LONGEST_HEAD = 250
_LONGEST_LINE = 120

Split = tuple[tuple[Block, ...], tuple[Entry, ...]]
"""Blocks before the first entry, and the entries."""


def entries(blocks: Sequence[Block], *, dated: bool = False) -> Split:
    """Return blocks as entries, each begun by a paragraph that looks like a head: all in strong text, or dated.

    Where some heads have dates, or with `dated`, only those that do begin an entry. Of a list of points with dates,
    each point is an entry.
    """
    heads = [block for block in blocks if isinstance(block, Paragraph) and _is_head(block)]
    with_dates = [block for block in heads if has_dates(block)]
    chosen = {id(head) for head in (with_dates if with_dates or dated else heads)}
    intro: list[Block] = []
    found: list[Entry] = []
    for block in blocks:
        if isinstance(block, List) and not found and not chosen and (points := _points(block)):
            found += points
        elif id(block) in chosen:
            found.append(promoted(Entry((), (block,))))
        elif found:
            found[-1] = replace(found[-1], blocks=(*found[-1].blocks, block))
        else:
            intro.append(block)
    return tuple(intro), tuple(found)


def promoted(entry: Entry) -> Entry:
    """Return an entry with those lines of its first paragraph in its head that belong there.

    Those are lines in one style and lines that are dates; and the whole paragraph where all that the head says is
    when: "2010-2014 :  **Role**, Employer (Place)".
    """
    if not entry.blocks or not isinstance(first := entry.blocks[0], Paragraph) or _is_whole(entry):
        return entry
    lines = list(first.lines)
    count = next((at for at, line in enumerate(lines) if not is_head_line(line.text)), len(lines))
    is_when = all(is_dates(line) for line in entry.head)
    if is_when and (not count or all(is_dates(line.text) for line in lines[:count])):
        rest = lines[count:]
        if sum(len(plain(line.text)) for line in rest) <= LONGEST_HEAD:
            head = [line.text for line in lines[:count]] + ([joined(_unbroken(rest))] if rest else [])
            return Entry((*entry.head, *head), entry.blocks[1:], entry.entries)
    if not count or (entry.head and sum(len(plain(line.text)) for line in lines[:count]) > LONGEST_HEAD):
        return entry
    rest = lines[count:]
    blocks = (Paragraph(tuple(rest)), *entry.blocks[1:]) if rest else entry.blocks[1:]
    return Entry((*entry.head, *(line.text for line in lines[:count])), blocks, entry.entries)


def _is_whole(entry: Entry) -> bool:
    """Whether a head says when, what and for whom: a date beside words, and a line, or entries, besides."""
    is_full = len(entry.head) > 1 or bool(entry.entries)
    return is_full and any(periods(plain(line)) and not is_dates(line) for line in entry.head)


def is_head_line(line: Scalar) -> bool:
    """Whether a line is all strong, emphasised or code, or says when, or begins strong and says when."""
    piece = piece_of(line)
    if len(piece.plain) > _LONGEST_LINE:
        return False
    styled = all(run.strong or run.emphasis or run.code for run in piece.runs if re.search(r"\w", run.text))
    first = piece.runs[0] if piece.runs else None
    leads = bool(first) and bool(first and (first.strong or first.emphasis or first.link))
    return styled or is_dates(line) or (leads and bool(periods(piece.plain)))


def is_dates(line: Scalar) -> bool:
    """Whether a line says when, and nothing else but a remark in brackets: "2010-2014 (expected)"."""
    words = plain(line)
    spans = [span for _, _, span in periods(words)]
    for start, end in reversed(spans):
        words = f"{words[:start]} {words[end:]}"
    return bool(spans) and not re.search(r"\w", re.sub(r"\([^()]*\)", "", words))


def _is_head(block: Paragraph) -> bool:
    """Whether a paragraph is the head of an entry: its lines are, or the first says when or is strong."""
    first = block.lines[0].text
    if sum(len(plain(line.text)) for line in block.lines) > LONGEST_HEAD:
        return is_head_line(first) and (is_dates(first) or all(run.strong for run in piece_of(first).runs))
    if is_dates(first) or all(is_head_line(line.text) for line in block.lines):
        return True
    runs = piece_of(first).runs
    return bool(runs) and (runs[0].strong or runs[0].code) and bool(periods(plain(joined(block.lines))))


def has_dates(block: Paragraph) -> bool:
    """Whether some line of a paragraph says when."""
    return any(periods(plain(line.text)) for line in block.lines)


def _points(block: List) -> list[Entry]:
    """Return the points of a list as entries when most of them say when at their beginnings or ends."""
    found = []
    count = 0
    for item in block.items:
        if not item.lines:
            return []
        head, *rest = parted(item.lines)
        spans = [span for _, _, span in periods(plain(head))]
        words = len(plain(head))
        count += any(start < 3 or end > words - 3 for start, end in spans)
        more = (Paragraph(tuple(Line(line, ends=True) for line in rest)),) if rest else ()
        found.append(promoted(Entry((head,), (*more, *item.blocks))))
    return found if 2 * count > len(found) else []


def _unbroken(lines: Sequence[Line]) -> list[Line]:
    return [replace(line, ends=False) for line in lines]
