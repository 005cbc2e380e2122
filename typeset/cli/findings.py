"""How findings look on a terminal: each once, no wider than 80 columns, in colour where one is wanted."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from typeset.cli.terminal import MOST_TOLD, NARROW

if TYPE_CHECKING:
    from typeset.reports.telling import Told
    from typeset.source import Fault
    from typeset.source.findings import Finding

_COLORS = {"error": "red", "warning": "yellow", "advice": "blue"}
_MARGIN = 8
"""Characters before the line of a source: its number and a bar."""
_MOST_FILES = 2
"""Files that are named where more have the same finding."""


def tell_findings(found: Sequence[Told]) -> None:
    """Print findings on standard error, the first hundred, each with the files that have it, and blank lines around."""
    for told in found[:MOST_TOLD]:
        _print(["", *_lines(told.finding, _where(told))])
    if len(found) > MOST_TOLD:
        _print(["", f"and {len(found) - MOST_TOLD:,} more"])
    if found:
        _print([""])


def tell_of_build(findings: Sequence[Finding]) -> None:
    """Print what was found in a file that was just made, above its row."""
    for finding in findings[:MOST_TOLD]:
        _print(_lines(finding, page=finding.page))
    if len(findings) > MOST_TOLD:
        _print([f"and {len(findings) - MOST_TOLD:,} more"])


def _where(told: Told) -> Iterator[str]:
    files = [f"{each.name}{f' (page {page})' if page else ''}" for each, page in told.where if each.entry]
    if len(files) > _MOST_FILES + 1:
        files = [*files[:_MOST_FILES], f"{len(files) - _MOST_FILES} more"]
    if files:
        yield f"in {' and '.join([', '.join(files[:-1]), files[-1]] if files[1:] else files)}"


def _lines(finding: Finding, where: Iterable[str] = (), page: int | None = None) -> Iterator[str]:
    from typeset.source.diagnostics import escaped, excerpt, visible

    fault = finding.fault
    place = f"{escaped(str(fault.place))}: " if fault.place else ""
    after = f"{f' (page {page})' if page else ''} [{finding.rule}]"
    first, *rest = _wrapped(f"{place}{fault.severity}: {visible(fault.message)}{after}", "", "  ")
    yield first.replace(f"{fault.severity}:", click.style(f"{fault.severity}:", _COLORS[fault.severity], bold=True), 1)
    yield from rest
    line, *marks = excerpt(fault.place, NARROW - _MARGIN) if fault.place else [""]
    yield from [line, *(_mark(mark, fault) for mark in marks)] if line else []
    for each in where:
        yield from _wrapped(escaped(each), "  ", "    ")
    if fault.hint:
        yield from _wrapped(f"hint: {visible(fault.hint)}", "  ", "    ")


def _mark(line: str, fault: Fault) -> str:
    """Return the line that marks a stretch of the one above, the marks in the colour of the severity."""
    start = line.index("^")
    return line[:start] + click.style(line[start:], _COLORS[fault.severity], bold=True)


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(text, NARROW, initial_indent=first, subsequent_indent=rest, break_long_words=False,
                         break_on_hyphens=False)  # fmt: skip


def _print(lines: Iterable[str]) -> None:
    """Print lines, in colour only on a terminal, and not where nobody wants any (https://no-color.org)."""
    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    for line in lines:
        click.echo(line, err=True, color=False if is_plain else None)
