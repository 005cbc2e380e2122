"""What a check found in; the same for other programs, or as a page for people, out. A format is a module and a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from typeset.build.check import Checked


@dataclass(frozen=True, slots=True)
class Row:
    """The module that writes a format, what it is for, and how its files end."""

    module: str
    about: str
    endings: tuple[str, ...]


def _row(module: str, about: str, *endings: str) -> Row:
    return Row(f"typeset.reports.{module}", about, endings)


REPORTS = {
    "json": _row("json", "every finding, for programs of one's own", ".json"),
    "sarif": _row("sarif", "SARIF 2.1.0, for what annotates lines in a review", ".sarif", ".sarif.json"),
    "junit": _row("junit", "JUnit XML, for what lists tests", ".xml"),
    "html": _row("html", "one page, with the findings drawn on pictures of the pages", ".html", ".htm"),
}
"""The formats of reports, by name."""


def format_of(file: str) -> str | None:
    """Return the format that a file's ending names, the longest one that fits; None when none does."""
    found = [(len(ending), name) for name, row in REPORTS.items() for ending in row.endings if file.endswith(ending)]
    return max(found)[1] if found else None


def report(checked: Sequence[Checked], format_name: str) -> bytes:
    """Return a report on files and contents in one of `REPORTS`; the same for the same findings."""
    written: bytes = import_module(REPORTS[format_name].module).write(checked)
    return written
