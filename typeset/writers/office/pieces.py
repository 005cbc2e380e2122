"""Texts in, the pieces of a line out: characters of one style each; and about how wide they are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from typeset.document.shapes import Run, Text
from typeset.resume.links import Url
from typeset.writers.office.xml import legal


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one style: one of the theme's `WORDS`, or `emphasis`, `strong`, `both`, `code`, or none.

    `emphasis` and `strong` are told apart only where another style says already what the words are.
    """

    text: str
    style: str = ""
    emphasis: bool = False
    strong: bool = False
    link: Url | None = None


def noted(note: Text | None) -> tuple[Piece, ...]:
    """Return a note in brackets, after a space; nothing for none."""
    return (Piece(" "), Piece("(", "note"), *styled(note, "note"), Piece(")", "note")) if note else ()


def plain(text: Text | None) -> tuple[Piece, ...]:
    """Return a text of a head: its links do not look like links."""
    return tuple(replace(_inline(run), link=run.address) for run in text.runs) if text else ()


def styled(text: Text | None, style: str) -> tuple[Piece, ...]:
    """Return a text all of which is of one kind."""
    runs = text.runs if text else ()
    return tuple(Piece(legal(run.text), style, run.emphasis, run.strong, run.address) for run in runs)


def running(text: Text) -> tuple[Piece, ...]:
    """Return running text, in which links look like links."""
    return tuple(
        Piece(legal(run.text), "link", run.emphasis, run.strong, run.address) if run.link else _inline(run)
        for run in text.runs
    )


def _inline(run: Run) -> Piece:
    styles = {(True, True): "both", (True, False): "emphasis", (False, True): "strong", (False, False): ""}
    return Piece(legal(run.text), "code" if run.code else styles[run.emphasis, run.strong])


def joined(groups: Iterable[tuple[Piece, ...]], separator: str = ", ") -> tuple[Piece, ...]:
    """Return those groups that say something, a separator between them."""
    found = [group for group in groups if group]
    pieces = [piece for group in found for piece in (*group, Piece(separator))]
    return tuple(pieces[:-1])


def stopped(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return a sentence with a full stop, unless it has its own."""
    return pieces if not pieces or pieces[-1].text[-1:] in ".?!…" else (*pieces, Piece("."))


def width(pieces: tuple[Piece, ...]) -> float:
    """Return about how wide a line is, in sizes of the text; rather too wide than too narrow."""
    return sum(_character_width(char) for piece in pieces for char in piece.text)


def _character_width(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    if char in " .,:;'’|!()[]fijlrtI":
        return 0.3
    return 0.65 if char.isupper() else 0.53
