"""Where a value stands: a file's text, a line and a column."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: the name to show (relative where it can be) and its whole text."""

    name: str
    text: str = field(repr=False)

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its end, or an empty string past the last one."""
        lines = _lines(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a source: line and column from 1, length in characters on that line."""

    source: Source
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{self.source.name}:{self.line}:{self.column}"


@lru_cache(maxsize=4)
def _lines(text: str) -> list[str]:
    """Split once, however many faults show a line of it."""
    return text.split("\n")
