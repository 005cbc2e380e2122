"""One paragraph of a word processor: its style, its words, where it stands."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from typeset.writers.office.pieces import Piece


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. `style` is one of the theme's `PARAGRAPHS`; for `list`, `bullet`, `number` or `continued`.

    `level` is how deep it stands in lists, from 1; `number` tells numbered lists apart; `keeps` holds it on the page
    of what follows.
    """

    style: str
    pieces: tuple[Piece, ...]
    level: int = 0
    number: int = 0
    keeps: bool = False

    @property
    def runs_leftwards(self) -> bool:
        """Whether it begins at the right."""
        return runs_leftwards("".join(piece.text for piece in self.pieces))


def runs_leftwards(characters: str) -> bool:
    """Whether the first letter with a direction is one of a script that is written from right to left."""
    directions = map(unicodedata.bidirectional, characters)
    return next((direction for direction in directions if direction in ("L", "R", "AL")), "L") != "L"
