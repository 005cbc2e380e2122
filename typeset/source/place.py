"""Where a value stands: a file's text, a line and a column."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

SEARCHED_LINES = 200


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: the name to show (relative where it can be), its whole text, and the bytes it was."""

    name: str
    text: str = field(repr=False)
    data: bytes = field(default=b"", repr=False, compare=False)

    @property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return _lines(self.text)

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its end, or an empty string past the last one."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a source: line and column from 1, length in characters on that line."""

    source: Source
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{self.source.name}:{self.line}:{self.column}"

    def at(self, characters: str) -> Place:
        """Return where `characters` stand next, within 200 lines; this place itself when they do not as written."""
        if not characters:
            return self
        for number, line in enumerate(self.source.lines[self.line - 1 : self.line - 1 + SEARCHED_LINES], self.line):
            found = line.find(characters, self.column - 1 if number == self.line else 0)
            if found >= 0:
                return Place(self.source, number, found + 1, len(characters))
        return self


NOWHERE = Place(Source("", ""), 1, 1)
"""The place of what no person wrote."""


class PlacedText(str):
    """Characters that know where they were written; to everybody else a string."""

    __slots__ = ("place",)
    place: Place

    @classmethod
    def of(cls, characters: str, place: Place) -> PlacedText:
        """Return the characters with their place."""
        made = cls(characters)
        made.place = place
        return made


def place_of(characters: str | None) -> Place | None:
    """Return where a string was written, if it knows."""
    return characters.place if isinstance(characters, PlacedText) else None


@lru_cache(maxsize=4)
def _lines(text: str) -> list[str]:
    """Split once, however many faults show a line of it."""
    return text.split("\n")
