"""Characters of a page in; lines in the order in which they are read, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median

from typeset.readers.draft.headings import kind
from typeset.readers.pdf.glyphs import Glyph, Look, Page

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_HYPHENS = str.maketrans({"\x02": "-", "\u00ad": "-", "\ufffe": "-", "\u00a0": " ", "\u2002": " ", "\u2003": " "})
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_WIDE = 1.6
"""Widths of the type's size that part a column, or a date, from what stands beside it."""
_SPACE = 0.2
"""Widths of the type's size that part two words where the file has no space."""
_NARROW = 0.08
"""The same where PDFium, too, sees two words."""
_LONGEST = 50
"""Characters of a heading at most."""
_POINT = re.compile(r"[•●▪◦‣–](?:\s|$)")
_SAME_LINE = 0.45
"""Sizes of the type by which baselines of one line may differ."""


@dataclass(frozen=True)
class Stretch:
    """Characters on one baseline without a wide gap among them."""

    glyphs: tuple[Glyph, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.glyphs[0].left

    @cached_property
    def right(self) -> float:
        """Where it ends."""
        return max(glyph.right for glyph in self.glyphs)

    @property
    def y(self) -> float:
        """Its baseline."""
        return self.glyphs[0].y

    @cached_property
    def look(self) -> Look:
        """What most of it is set in."""
        return Counter(glyph.look for glyph in self.glyphs).most_common(1)[0][0]

    @cached_property
    def plain(self) -> str:
        """What it says."""
        return "".join(sign for sign, _, _, _ in signs(self.glyphs)).strip()


@dataclass(frozen=True)
class Printed:
    """A line on paper: stretches from left to right, its page, and whether a drawn dot stands before it."""

    stretches: tuple[Stretch, ...]
    page: int
    height: float
    dotted: bool = False

    @cached_property
    def plain(self) -> str:
        """What it says, with three spaces where it has a wide gap."""
        return "   ".join(stretch.plain for stretch in self.stretches)

    @cached_property
    def look(self) -> Look:
        """What the longest stretch is set in."""
        return max(self.stretches, key=lambda stretch: len(stretch.glyphs)).look

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.stretches[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.stretches[-1].right

    @property
    def y(self) -> float:
        """Its baseline."""
        return self.stretches[0].y


def lines(pages: Sequence[Page]) -> list[Printed]:
    """Return the lines of all pages, in the file's own order; of two columns that it mixes the left comes first."""
    found: list[Printed] = []
    for number, page in enumerate(pages):
        rows = list(_joined(_stretches(page.glyphs)))
        found += (Printed(tuple(row), number, page.height, _is_dotted(row[0], page)) for row in _in_columns(rows))
    edge = _edge(found)
    found = _with_tall_labels(found, edge)
    looks = {
        line.look for line in found if len(line.stretches) == 1 and len(line.plain) < _LONGEST and kind(line.plain)
    }
    return [line for printed in found for line in _beside(printed, edge, looks)]


def _with_tall_labels(found: Sequence[Printed], edge: float) -> list[Printed]:
    """Return the lines; of a label of several lines in the margin and the text beside it, one that begins with both."""
    made: list[Printed] = []
    start = 0
    for line in found:
        label = made[start:]
        first = label[0] if label else line
        if len(label) > 1 and first.page == line.page and abs(first.y - line.y) < _SAME_LINE * line.look.size:
            whole = Stretch(tuple(glyph for part in label for glyph in _spaced(part)))
            made[start:] = [replace(line, stretches=(whole, *line.stretches))]
            start = len(made)
            continue
        made.append(line)
        is_next = len(made) - start > 1 and made[-2].y > line.y and made[-2].look == line.look
        is_margin = len(line.stretches) == 1 and line.right < edge and (is_next or not kind(line.plain))
        start = len(made) if not is_margin else start if is_next else len(made) - 1
    return made


def _spaced(label: Printed) -> Iterator[Glyph]:
    """Yield the characters of a line of a label, and a space behind them."""
    glyphs = label.stretches[0].glyphs
    yield from glyphs
    yield replace(glyphs[-1], sign=" ", left=glyphs[-1].right)


def _is_dotted(first: Stretch, page: Page) -> bool:
    """Whether a dot stands at the left of a line, at the height of its small letters."""
    size = first.look.size
    return any(0 < first.left - x < 2.5 * size and -0.1 * size < y - first.y < 0.7 * size for x, y in page.dots)


def _edge(found: Sequence[Printed]) -> float:
    """Return where most text begins."""
    starts = Counter[int]()
    for line in found:
        starts[round(line.left)] += len(line.plain)
    return float(starts.most_common(1)[0][0]) if starts else 0.0


def _beside(line: Printed, edge: float, looks: set[Look]) -> Iterator[Printed]:
    """Yield a line; what stands in the margin beside it is a stretch, and where it is a heading a line, of its own.

    `looks` are those of the headings that stand alone; where there are some, one that looks otherwise is a label.
    """
    stretches = [part for stretch in line.stretches for part in _at_edge(stretch, edge)]
    first, *others = stretches
    is_heading = bool(kind(first.plain)) and (not looks or first.look in looks)
    is_margin = bool(others) and first.left < edge - first.look.size
    is_list = is_margin and first.right < edge and bool(_POINT.match(others[0].plain)) and not _POINT.match(first.plain)
    if is_list or (is_margin and first.look != others[0].look and is_heading):
        yield replace(line, stretches=(first,))
        yield replace(line, stretches=tuple(others))
    else:
        yield replace(line, stretches=tuple(stretches))


def _at_edge(stretch: Stretch, edge: float) -> list[Stretch]:
    """Return a stretch in two where it comes from the margin and has a gap where text begins."""
    if stretch.left > edge - stretch.look.size:
        return [stretch]
    for number, (before, glyph) in enumerate(pairwise(stretch.glyphs), 1):
        solid = before.right if not before.sign.isspace() else before.left
        if abs(glyph.left - edge) < 4 and glyph.left - solid > 0.35 * glyph.look.size and not glyph.sign.isspace():
            return [Stretch(stretch.glyphs[:number]), Stretch(stretch.glyphs[number:])]
    return [stretch]


Sign = tuple[str, bool, bool, str | None]
"""A character, whether it is bold, whether italic, and the address that it leads to."""


def signs(glyphs: Iterable[Glyph]) -> Iterator[Sign]:
    """Yield each character, and a space where there is room for one."""
    before: Glyph | None = None
    for glyph in glyphs:
        sign = _PRIVATE.sub("", glyph.sign.translate(_HYPHENS).translate(_LIGATURES))
        least = _NARROW if glyph.spaced else _SPACE
        room = before and glyph.left - before.right > least * before.look.size
        if before and room and not before.sign.isspace() and not glyph.sign.isspace():
            same = before.link == glyph.link
            yield (
                " ",
                before.look.bold and glyph.look.bold,
                before.look.italic and glyph.look.italic,
                glyph.link if same else None,
            )
        if sign:
            yield sign, glyph.look.bold, glyph.look.italic, glyph.link
        before = glyph


def _stretches(glyphs: Sequence[Glyph]) -> Iterator[Stretch]:
    """Yield what stands together: on one baseline, without a wide gap or a step to the left."""
    gathered: list[Glyph] = []
    is_spaced = False
    for glyph in glyphs:
        if glyph.sign in ("\r", "\n", ""):
            continue
        if glyph.sign == " " and glyph.right <= glyph.left:  # PDFium's own, which has no place
            is_spaced = True
            continue
        if gathered and not _is_beside(gathered[-1], glyph):
            yield from _whole(gathered)
            gathered = []
        gathered.append(replace(glyph, spaced=is_spaced) if is_spaced else glyph)
        is_spaced = False
    yield from _whole(gathered)


def _whole(glyphs: list[Glyph]) -> Iterator[Stretch]:
    while glyphs and glyphs[-1].sign.isspace():
        glyphs = glyphs[:-1]
    while glyphs and glyphs[0].sign.isspace():
        glyphs = glyphs[1:]
    if glyphs:
        yield Stretch(tuple(glyphs))


def _is_beside(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.look.size, glyph.look.size, 1.0)
    if abs(before.y - glyph.y) > _SAME_LINE * size:
        return False
    return -0.6 * size < glyph.left - before.right < _WIDE * size


def _joined(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Yield lines: a stretch, and those that follow it in the file at its height and to its right."""
    row: list[Stretch] = []
    for stretch in stretches:
        size = stretch.look.size
        if row and abs(row[-1].y - stretch.y) < _SAME_LINE * size and stretch.left >= row[-1].right - 1:
            row.append(stretch)
            continue
        if row:
            yield row
        row = [stretch]
    if row:
        yield row


def _in_columns(rows: list[list[Stretch]]) -> list[list[Stretch]]:
    """Return rows; where most have two long stretches with one gutter between them, the columns one after the other."""
    wide = [row for row in rows if len(row) == 2 and all(len(stretch.plain) > 20 for stretch in row)]
    if len(wide) < 6 or len(wide) * 3 < len(rows):
        return rows
    gutter = median(row[1].left for row in wide)
    if sum(abs(row[1].left - gutter) < 6 for row in wide) * 4 < len(wide) * 3:
        return rows
    made: list[list[Stretch]] = []
    for is_wide, group in groupby(rows, lambda row: len(row) > 1 or row[0].left > gutter - 6 or row[0].right < gutter):
        block = list(group)
        if not is_wide:
            made += block
            continue
        left = [[stretch for stretch in row if stretch.left < gutter - 6] for row in block]
        right = [[stretch for stretch in row if stretch.left >= gutter - 6] for row in block]
        made += [row for row in (*left, *right) if row]
    return made
