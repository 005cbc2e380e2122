"""`typeset check --as-parser`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from typeset.cli.places import project
from typeset.cli.terminal import counted, shortened

if TYPE_CHECKING:
    from typeset.build.understanding import Understood
    from typeset.proof.understanding.verdicts import Field

WIDTH = 80
_NAME = 44
_COLUMN = 12
_FIELD = 14
_DECISIVE = "layout"
"""The parser that must understand everything; one that has no positions cannot."""


def as_parser(root: str, cv: str | None, application: str | None) -> bool:
    """Print what parsers of CVs understand of the finished PDFs, record by record; return whether that is everything.

    Everything is what a parser understands that sees where words stand.
    """
    from typeset.build.request import Request
    from typeset.build.understanding import understood

    whole = True
    for number, file in enumerate(understood(project(root), Request(cv, application))):
        for line in (*([""] if number else []), *_lines(file)):
            click.echo(line)
        whole &= all(field.verdict == "found" for field in file.views[_DECISIVE])
    return whole


def _lines(file: Understood) -> Iterator[str]:
    theme = f" ({file.theme})" if file.theme else ""
    yield shortened(f"{file.name}{theme}, as parsers of CVs understand it", WIDTH)
    yield ""
    yield _row("", [f"by {by}" for by in file.views])
    rows = list(zip(*file.views.values(), strict=True))
    for record, group in groupby(rows, lambda row: row[0].record):
        yield from _record(record, list(group), list(file.views))
    yield _row("in all", [_count(found) for found in file.views.values()])
    yield ""
    fields = counted(len(rows), "field")
    yield f"{fields}: " + "; ".join(f"{_percent(found)} understood by {by}" for by, found in file.views.items())


def _record(name: str, rows: Sequence[tuple[Field, ...]], parsers: Sequence[str]) -> Iterator[str]:
    """Yield the line of a record, and for each field that some parser does not understand what it takes for it."""
    yield _row(name, [_count(found) for found in zip(*rows, strict=True)])
    if all(field.verdict == "missing" for row in rows for field in row):
        return
    for row in rows:
        taken = dict[str, list[str]]()
        for by, field in zip(parsers, row, strict=True):
            if field.verdict != "found":
                taken.setdefault(_said(field), []).append(by)
        if taken:
            yield _indented(f"{row[0].name:{_FIELD}}", row[0].expected)
        for said, names in taken.items():
            yield _indented(f"  by {' and '.join(names)}: ", said)


def _said(field: Field) -> str:
    if field.verdict == "missing":
        return "not found"
    return field.understood if field.name == "text" else f"“{' '.join(field.understood.split())}”"


def _indented(start: str, text: str) -> str:
    return f"  {start}{shortened(text, WIDTH - 2 - len(start))}"


def _count(found: Sequence[Field]) -> str:
    return f"{sum(field.verdict == 'found' for field in found)} of {len(found)}"


def _percent(found: Sequence[Field]) -> str:
    """Return the part that is understood in whole per cent, rounded down: 100 % is everything."""
    return f"{100 * sum(field.verdict == 'found' for field in found) // max(1, len(found))} %"


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{shortened(name, _NAME):{_NAME}}{''.join(f'{cell:>{_COLUMN}}' for cell in cells)}".rstrip()
