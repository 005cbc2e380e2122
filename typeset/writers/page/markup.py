"""Texts, dates and photos in; the markup that templates set them with, escaped, out. Each is a filter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from markupsafe import Markup, escape

from typeset.document.shapes import Masthead, Period, Photo, Run, Text
from typeset.writers.assets import card, photo

SPACE = Markup("<span> </span>")
MOST_BOUND = 24
"""Characters of the two words that are kept together at the end of a paragraph."""
SHORTEST_WRAPPED = 60
"""Characters of the shortest paragraph that may need a second line; binding costs a shorter one for nothing."""
MOST_UNBROKEN = 16
"""Characters of the longest piece of a date that no line may break: "Sept. 2012 –" and longer."""
_ANCHORS = {
    "email": Markup(' class="u-email"'),
    "url": Markup(' class="u-url" rel="me"'),
    "profile": Markup(' class="u-url" rel="me"'),
    "source": Markup(' class="u-url"'),
}
"""What an anchor is called in microformats (h-card, h-cite), by the kind of what it leads to."""


def inline(text: Text, kind: str = "") -> Markup:
    """Return inline text as phrasing markup; runs of one link share one anchor, which says what `kind` it is of."""
    anchor = Markup('<a{} href="{}">{}</a>')
    marks = _ANCHORS.get(kind, Markup(""))
    return _joined(
        anchor.format(marks, link, _joined(map(_run, runs))) if link else _joined(map(_run, runs))
        for link, runs in groupby(text.runs, key=lambda run: run.address)
    )


def listed(texts: Iterable[Text], mark: str = "") -> Markup:
    """Return texts one after another, with commas between; each in an element of the class `mark`, if any."""
    item = Markup('<span class="{}">{}</span>')
    return Markup(", ").join(item.format(mark, inline(text)) if mark else inline(text) for text in texts)


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


def unbroken(period: Period, first: str = "dt-start") -> Markup:
    """Return a date in pieces that no line may break, if they are short: "Jan 2012 –", "Feb 2015"; "(3 months)".

    What is known in figures is a `time`; `first` is microformats' name for what the period begins with. A range in
    one piece, "1999–2005", is two of them around one text, so that no kerning is lost.
    """
    ends = [(first, period.start), ("dt-end", period.end)] if period.start else []
    pieces = re.split(r"(?<=[–—]) | (?=\()", period.text.plain)
    if len(pieces) == 1 and period.end not in ("", period.start):
        return _moment(_moment(escape(pieces[0]), "", *ends[0]), _shown(pieces[0]), *ends[1])
    ends += [("", "")] * len(pieces)
    return Markup(" ").join(
        _moment(escape(piece), _shown(piece), *end) for piece, end in zip(pieces, ends, strict=False)
    )


def _shown(piece: str) -> str:
    return "unbroken" if len(piece) <= MOST_UNBROKEN else ""


def _moment(said: Markup, shown: str, name: str, iso: str) -> Markup:
    classes = " ".join(filter(None, (shown, name if iso else "")))
    marks = Markup(' class="{}"').format(classes) if classes else Markup("")
    if iso:
        return Markup('<time{} datetime="{}">{}</time>').format(marks, iso, said)
    return Markup("<span{}>{}</span>").format(marks, said)


def picture(shown: Photo) -> str:
    """Return a photo as a `data:` address."""
    return photo.data_address(shown.file)


def code(masthead: Masthead) -> str:
    """Return the contact data as a QR code, a `data:` address."""
    return card.picture(masthead)


FILTERS = {
    "inline": inline,
    "listed": listed,
    "ended": ended,
    "unbroken": unbroken,
    "picture": picture,
    "code": code,
}
