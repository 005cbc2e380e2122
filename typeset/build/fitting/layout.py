"""Pages as they are laid out in; how many there are, how full, how badly they end, and what costs the lines, out."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from typeset.build.fitting.contents import BODY, HEADING, Piece
from typeset.proof.sheets import LEAST_FILL
from typeset.writers import Line, Sheet

_PROBE = 40
"""Characters of a line by which it is found among the pieces."""
_NEAR = 2500
"""How many characters from the last line to look first."""


@dataclass(frozen=True, slots=True)
class Row:
    """Lines side by side: the piece that the longest of them is from, and where the lowest ends."""

    piece: Piece
    bottom: float


@dataclass(frozen=True, slots=True)
class Ending:
    """How a page ends badly, in words that follow "page 2 ends with", and the path of what is to blame."""

    page: int
    what: str
    path: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What became of a document on paper: the rows of each page, and how high the room for text is, in points."""

    rooms: tuple[float, ...]
    rows: tuple[tuple[Row, ...], ...]

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self.rooms)

    @property
    def fill(self) -> float:
        """How far down the last page goes, from 0 to 1."""
        return min(max((row.bottom for row in self.rows[-1]), default=0.0) / self.rooms[-1], 1.0)

    @property
    def height(self) -> float:
        """How much there is in all, in pages."""
        return self.pages - 1 + self.fill

    @property
    def lines(self) -> Counter[str]:
        """How many lines each thing takes, with all that stands in it, by its path."""
        return Counter(path for rows in self.rows for row in rows for path in _on_the_way(row.piece.path))

    def lines_beyond(self, pages: int) -> int:
        """Return how many lines stand on pages after the first so many."""
        return sum(map(len, self.rows[pages:]))

    def endings(self) -> list[Ending]:
        """Return what ends badly: an entry's head or line that is alone, and a last page with little on it."""
        found = [ending for number, two in enumerate(pairwise(self.rows), 1) for ending in _torn(number, *two)]
        if self.pages > 1 and self.fill < LEAST_FILL:
            last = self.rows[-1][-1].piece.path if self.rows[-1] else ""
            found.append(Ending(self.pages, "next to nothing on it", last))
        return found


def layout(sheets: Sequence[Sheet], pieces: Sequence[Piece]) -> Layout:
    """Return what the sheets show of the pieces."""
    found = _Search(pieces)
    rows = tuple(tuple(_rows([(line, found.piece(line)) for line in sheet.lines])) for sheet in sheets)
    return Layout(tuple(sheet.room for sheet in sheets), rows)


def _torn(page: int, above: tuple[Row, ...], below: tuple[Row, ...]) -> Iterator[Ending]:
    """Yield what is wrong where one page ends and the next begins."""
    if not above or not below:
        return
    last, first = above[-1].piece, below[0].piece
    if last.role == HEADING:
        yield Ending(page, "a heading", last.path)
    elif last.entry == first.entry:
        if last.role != BODY:
            yield Ending(page, "the head of an entry", last.path)
        elif [row.piece.entry for row in above[-2:]].count(last.entry) == 1:
            yield Ending(page, "one line of an entry", last.path)
        elif [row.piece.entry for row in below[:2]].count(last.entry) == 1:
            yield Ending(page, "all of an entry but one line", last.path)


def _rows(lines: list[tuple[Line, Piece]]) -> Iterator[Row]:
    """Yield what stands side by side, from the top down."""
    lines.sort(key=lambda pair: pair[0].top + pair[0].bottom)
    beside: list[tuple[Line, Piece]] = []
    for line, piece in lines:
        if beside and not _is_beside(beside[-1][0], line):
            yield _row(beside)
            beside = []
        beside.append((line, piece))
    if beside:
        yield _row(beside)


def _is_beside(one: Line, other: Line) -> bool:
    apart = abs(one.top + one.bottom - other.top - other.bottom) / 2
    return apart < 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _row(beside: Iterable[tuple[Line, Piece]]) -> Row:
    beside = list(beside)
    _, piece = max(beside, key=lambda pair: len(pair[0].text))
    return Row(piece, max(line.bottom for line, _ in beside))


class _Search:
    """Finds lines among the pieces, one after the other; one that is not there is part of what the last one was."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        texts = [_letters(piece.text) for piece in pieces]
        self.pieces = pieces
        self.text = "".join(texts)
        self.starts = list(accumulate(map(len, texts[:-1]), initial=0))
        self.at = 0

    def piece(self, line: Line) -> Piece:
        letters = _letters(line.text)
        if letters and (found := self.find(letters[:_PROBE])) >= 0:
            self.at = found
        return self.pieces[bisect_right(self.starts, self.at) - 1]

    def find(self, probe: str) -> int:
        """Return where letters stand next, or shortly before, or anywhere; -1 where they do not."""
        near = max(self.at - _NEAR, 0)
        spans = ((self.at, self.at + _NEAR), (near, self.at + len(probe)), (0, len(self.text)))
        return next((found for span in spans if (found := self.text.find(probe, *span)) >= 0), -1)


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def _on_the_way(path: str) -> Iterator[str]:
    """Yield a path and those of what it stands in."""
    return accumulate(path.split("."), "{}.{}".format)
