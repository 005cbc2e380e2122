"""Texts, dates and photos in; the markup that templates set them with, escaped, out. Each is a filter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from markupsafe import Markup, escape

from typeset.document.shapes import Period, Photo, Run, Text
from typeset.writers import photo

SPACE = Markup("<span> </span>")
MOST_BOUND = 24
"""Characters of the two words that are kept together at the end of a paragraph."""
SHORTEST_WRAPPED = 60
"""Characters of the shortest paragraph that may need a second line; binding costs a shorter one for nothing."""
MOST_UNBROKEN = 16
"""Characters of the longest piece of a date that no line may break: "Sept. 2012 –" and longer."""


def inline(text: Text) -> Markup:
    """Return inline text as phrasing markup; runs of one link share one anchor."""
    return _joined(
        Markup('<a href="{}">{}</a>').format(link, _joined(map(_run, runs))) if link else _joined(map(_run, runs))
        for link, runs in groupby(text.runs, key=lambda run: run.link)
    )


def ended(text: Text) -> Markup:
    """Return the inline text of a paragraph, its last two words bound so that no line holds one short word alone."""
    *before, last = text.runs or (Run(""),)
    words = last.text.rsplit(" ", 2)
    bound = " ".join(words[1:])
    is_styled = replace(last, text="") != Run("")
    if len(words) < 3 or len(bound) > MOST_BOUND or is_styled or len(text.plain) < SHORTEST_WRAPPED:
        return inline(text)
    opening = inline(replace(text, runs=(*before, replace(last, text=words[0]))))
    return _joined([opening + " ", Markup('<span class="unbroken">{}</span>').format(bound)])


def _joined(pieces: Iterable[Markup]) -> Markup:
    """Join pieces of markup; a space before an element stands in a span of its own.

    WeasyPrint 70 breaks a line after its first word when the text before an element fits and its last space does not.
    """
    joined = Markup("")
    for piece in pieces:
        if joined.endswith(" ") and piece.startswith("<"):
            joined = joined[:-1] + SPACE
        joined += piece
    return joined


def _run(run: Run) -> Markup:
    if run.text == "\n":
        return Markup("<br>")
    markup = escape(run.text)
    for is_set, element in (
        (run.code, Markup("<code>{}</code>")),
        (run.emphasis, Markup("<em>{}</em>")),
        (run.strong, Markup("<strong>{}</strong>")),
    ):
        if is_set:
            markup = element.format(markup)
    return markup


def unbroken(period: Period) -> Markup:
    """Return a date in pieces that no line may break, if they are short: "Jan 2012 –", "Feb 2015"; "(3 months)"."""
    pieces = re.split(r"(?<=[–—]) | (?=\()", period.text.plain)
    short, long = Markup('<span class="unbroken">{}</span>'), Markup("<span>{}</span>")
    return Markup(" ").join((short if len(piece) <= MOST_UNBROKEN else long).format(piece) for piece in pieces)


def picture(shown: Photo) -> str:
    """Return a photo as a `data:` address."""
    return photo.data_address(shown.file)


FILTERS = {"inline": inline, "ended": ended, "unbroken": unbroken, "picture": picture}
