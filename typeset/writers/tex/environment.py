"""A document and a theme in, LaTeX source out: the theme's templates, in a sandbox, every value escaped by its type."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import Any

from typeset.document.shapes import Document
from typeset.theme.theme import Theme
from typeset.writers.page.sandbox import drawn, sandbox
from typeset.writers.tex import markup as texmarkup
from typeset.writers.tex.log import Sheet
from typeset.writers.tex.markup import MARK, MARK_END, Places, Tex, escape, join

DELIMITERS = {
    "variable_start_string": "<<",
    "variable_end_string": ">>",
    "block_start_string": "<%",
    "block_end_string": "%>",
    "comment_start_string": "<#",
    "comment_end_string": "#>",
}
"""Jinja's own mean something to TeX."""

WIDEST = 100
"""Characters of a line of source, where there is a space to end it at."""
_MARK = re.compile(rf"{MARK}(\d+){MARK_END}")
_COMMENT = re.compile(r"(?<!\\)%")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")


def sheet(document: Document, theme: Theme) -> Sheet:
    """Return the LaTeX source of a document, and where the content on each of its lines was written."""
    environment, places = _environment(theme)
    places.known.clear()
    values = {
        "document": document,
        "options": dict(theme.values),
        "theme": theme.name,
        "fonts": [
            {"family": face.family, "file": f"fonts/{face.file.name}", "bold": face.weight > 500, "style": face.style}
            for face in theme.fonts
        ],
    }
    source = drawn(environment, "document.tex", values)
    return _sheet(_BLANK_LINES.sub("\n\n", source), places)


def _sheet(source: str, places: Places) -> Sheet:
    """Return source in lines that a person can read, and the places that are marked in it."""
    lines = [line for long in source.split("\n") for line in _broken(long)]
    found = [
        (number, places.known[int(mark)])
        for number, line in enumerate(lines, 1)
        for mark in _MARK.findall(line)
        if int(mark) < len(places.known)
    ]
    return Sheet("\n".join(_MARK.sub("", line).rstrip() for line in lines).strip() + "\n", tuple(found))


def _broken(line: str) -> list[str]:
    """Return a line in lines of at most `WIDEST` characters; a comment would not go on in the next."""
    if len(line) <= WIDEST or _COMMENT.search(line):
        return [line]
    broken, current = list[str](), ""
    for word in line.split(" "):
        if current.strip() and len(_MARK.sub("", current)) + len(word) >= WIDEST:
            broken.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
    return [*broken, current]


@cache
def _environment(theme: Theme) -> tuple[Any, Places]:
    """Return what draws a theme's templates, and the places that its filters note."""
    places = Places()
    placed = {name: partial(draw, places=places) for name, draw in texmarkup.PLACED.items()}
    environment: Any = sandbox(
        theme, "latex", texmarkup.FILTERS | placed, (), autoescape=False, finalize=escape, **DELIMITERS
    )
    environment.concat = join
    return environment, places


def release() -> None:
    """Forget every theme's templates."""
    _environment.cache_clear()


__all__ = ["Sheet", "Tex", "release", "sheet"]
