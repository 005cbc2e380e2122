"""A document and the sheets it is on in; which of its texts each row of them is a line of out."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from typeset.document.shapes import Document, Text
from typeset.proof.expected import units
from typeset.proof.roles import Said, texts
from typeset.proof.sheets import Row, Sheet
from typeset.source import Place

_FEWEST = 3
"""Letters of a text that say which one it is."""
_PROBE = 40
"""Letters of a row by which it is found."""
_STRETCHES = (16, 8)
"""Letters by which it is found where a theme has put texts together in an order of its own."""
_NEAR = 2500
"""How many letters further on a row is looked for first."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A row, and the text that it is a line of."""

    row: Row
    said: Said


Page = tuple[Standing, ...]
"""The rows of a page that are no running heads, from the top down."""


def standing(sheets: tuple[Sheet, ...], document: Document) -> tuple[Page, ...]:
    """Return the pages with what stands on them. Of pieces side by side the longest says what a row is of."""
    said = tuple(texts(document))
    if not said:
        return tuple(() for _ in sheets)
    search = _Search(said)
    return tuple(tuple(Standing(row, search.said(row)) for row in sheet.text_rows) for sheet in sheets)


class _Search:
    """Finds rows among the texts, one after the other; one that is not there is part of what the last one was."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.texts = said
        lengths = [letters(each.text.plain) for each in said]
        self.stream = "".join(lengths)
        self.starts = list(accumulate(map(len, lengths[:-1]), initial=0))
        self.read = [0] * len(said)
        self.at = 0

    def said(self, row: Row) -> Said:
        """Return the text that a row is of."""
        for letters_on, probe in _probes(row):
            if (found := self.find(probe)) >= 0:
                self.at = self.number(found)
                self.read[self.at] = found - self.starts[self.at] + letters_on
                break
        return self.texts[self.at]

    def find(self, probe: str) -> int:
        """Return where letters stand that no row has shown yet: in what is being read, next, or anywhere; else -1."""
        start = self.first_of_block()
        for low, high in ((start, start + _NEAR), (0, len(self.stream))):
            found = self.stream.find(probe, low, high)
            while found >= 0:
                number = self.number(found)
                if found - self.starts[number] >= self.read[number]:
                    return found
                found = self.stream.find(probe, found + 1, high)
        return -1

    def first_of_block(self) -> int:
        number = self.at
        while number and self.texts[number - 1].block == self.texts[self.at].block:
            number -= 1
        return self.starts[number]

    def number(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1


def _probes(row: Row) -> Iterator[tuple[int, str]]:
    """Yield stretches of a row's letters, each with how many follow from its beginning, the likeliest ones first."""
    pieces = [letters(piece.text) for piece in row.pieces if not piece.is_artifact]
    whole, longest = "".join(pieces), max(pieces, key=len, default="")
    for said in filter(None, (whole, longest)):
        yield len(said), said[:_PROBE]
    for length in _STRETCHES:
        for start in range(0, len(whole) - length + 1, length):
            yield len(whole) - start, whole[start : start + length]


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """Return the letters and digits of a text in one case and one composition."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


# Where it is written


MOST_TOLD = 5
"""Findings of one rule; a fault of a theme has one on every line."""


def place_of(said: str, document: Document) -> Place | None:
    """Return where what a page says is written: the first text that it is of, or else that is part of it.

    What nobody wrote as it stands, a period of two dates, is where that is which it stands with.
    """
    wanted = letters(said)
    placed = [*_placed(document)][::-1]
    known = [(letters(text.plain), text.place or near) for near, text in placed if text.place or near]
    whole = (place for text, place in known if wanted and wanted in text)
    part = (place for text, place in known if len(text) >= _FEWEST and text in wanted)
    return next(whole, None) or next(part, None)


def _placed(document: Document) -> Iterator[tuple[Place | None, Text]]:
    """Yield every text, with the first place of those that stand together with it, or else of those that follow."""
    near: Place | None = None
    for unit in reversed([*units(document)]):
        near = next((text.place for text in unit.texts if text.place), near)
        yield from ((near, text) for text in unit.texts)
