"""A table of LinkedIn's export in; its rows out, in which every cell knows where it stands and whether it was taken."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from typeset.source import Fault, Faults, Place, Scalar, Source

_CELL = re.compile(
    r'(?P<space>[ \t]*)(?:"(?P<quoted>(?:[^"]++|"")*+)"(?P<more>[^,\n]*)|(?P<bare>[^,\n]*))(?P<end>,|\n|\Z)'
)
MOST = 2_000
"""Rows of a table."""

MOST_CELLS = 30_000

_HEADER_WITHIN = 20
"""Rows that may stand above the names of the columns: LinkedIn explains some of its tables there."""


@dataclass(slots=True)
class Row:
    """The cells of a row by the names of their columns in small letters; each is taken once."""

    cells: dict[str, Scalar]
    place: Place
    taken: set[str] = field(default_factory=set)

    def take(self, *columns: str) -> Scalar | None:
        """Return the first cell of some columns that says something, and remember that it was taken."""
        for column in columns:
            cell = self.cells.get(column.lower())
            if cell and cell.text.strip() and column.lower() not in self.taken:
                self.taken.add(column.lower())
                return cell
        return None

    def text(self, *columns: str) -> str:
        """Return what the first cell of some columns says."""
        cell = self.take(*columns)
        return cell.text.strip() if cell else ""

    def rest(self) -> list[tuple[str, Scalar]]:
        """Return the cells that say something and that nobody took."""
        left = [(name, cell) for name, cell in self.cells.items() if name not in self.taken and cell.text.strip()]
        self.taken |= {name for name, _ in left}
        return left


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file below the names of its columns; `is_known` tells whether those are LinkedIn's."""

    source: Source
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    is_known: bool


def table(source: Source, columns: Collection[str]) -> Table:
    """Return a table; its header is the first row with two of the `columns` that it may have, or with nothing else.

    Raises `Faults` for more than `MOST` rows.
    """
    rows = [row for row in _rows(source) if any(cell.text.strip() for cell in row)]
    wanted = {column.lower() for column in columns}
    at = next((at for at, row in enumerate(rows[:_HEADER_WITHIN]) if _is_header(row, wanted)), None)
    if at is None:
        header, below = (rows[0], rows[1:]) if rows else ([], [])
    else:
        header, below = rows[at], rows[at + 1 :]
    names = tuple(cell.text.strip() for cell in header)
    made = tuple(Row(_by_column(names, row), row[0].place) for row in below)
    return Table(source, names, made, is_known=at is not None)


def _is_header(row: list[Scalar], wanted: set[str]) -> bool:
    known = [cell for cell in row if cell.text.strip().lower() in wanted]
    return len(known) >= min(2, len(row))


def _by_column(names: tuple[str, ...], row: list[Scalar]) -> dict[str, Scalar]:
    found: dict[str, Scalar] = {}
    for number, cell in enumerate(row, 1):
        name = names[number - 1].lower() if number <= len(names) and names[number - 1] else f"column {number}"
        found[name if name not in found else f"{name} {number}"] = cell
    return found


def _rows(source: Source) -> Iterator[list[Scalar]]:
    """Yield the rows of a text with commas (RFC 4180); a quote that never closes is a character.

    Raises `Faults` for more than `MOST` rows or `MOST_CELLS` cells.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", source.text))]
    row: list[Scalar] = []
    at = count = cells = 0
    while match := _CELL.match(source.text, at):
        quoted = match["quoted"]
        start = match.end("space")
        line = bisect_right(starts, start)
        text = match["bare"] if quoted is None else quoted.replace('""', '"') + match["more"].rstrip()
        cells += 1
        if cells > MOST_CELLS or count > MOST:
            raise Faults([Fault(f"more than {MOST:,} rows, or too many columns", Place(source, line, 1))])
        row.append(Scalar(text, Place(source, line, start - starts[line - 1] + 1, max(1, match.start("end") - start))))
        at = match.end()
        if match["end"] != ",":
            yield row
            count += 1
            row = []
            if at >= len(source.text):
                return
