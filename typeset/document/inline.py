"""Small texts made of others: joined, linked, filled into a pattern of words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from typeset.resume.links import Url
from typeset.resume.text import Run, Text


def linked(text: Text | None, address: Url | None) -> Text | None:
    """Return the text as a link to `address`, unless it holds links of its own."""
    if not text or not address or any(run.link for run in text.runs):
        return text
    return replace(text, runs=tuple(replace(run, link=address) for run in text.runs))


def joined(texts: Iterable[Text | None], separator: str = ", ") -> Text | None:
    """Return the texts that are there, one after another, at the place of the first."""
    found = [text for text in texts if text]
    if len(found) < 2:
        return found[0] if found else None
    runs: list[Run] = []
    for text in found:
        runs += [Run(separator), *text.runs] if runs else text.runs
    return Text(tuple(runs), found[0].place)


def filled(pattern: str, **values: Text) -> Text:
    """Return a pattern such as `{type} in {area}` with texts in place of its names."""
    runs: list[Run] = []
    place = None
    for piece in pattern.replace("{", "\0{").replace("}", "}\0").split("\0"):
        if piece.startswith("{"):
            value = values[piece[1:-1]]
            runs += value.runs
            place = place or value.place
        elif piece:
            runs.append(Run(piece))
    return Text(tuple(runs), place)
