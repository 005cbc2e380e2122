"""The rule `entries`: the title, the organisation and the dates of an entry stand together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from typeset.document.shapes import Entry, Text
from typeset.proof import routes
from typeset.proof.claim import Claim
from typeset.proof.expected import units
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import short, squeezed
from typeset.proof.routes import Layout, Placed
from typeset.source import Fault, Severity

MOST_FINDINGS = 5
FARTHEST = 2
"""Rows from one of the three to the next: in another column, lines of a different leading count as rows between."""


def entries(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The title, the organisation and the dates of each entry follow one another, with nothing else between them.

    A parser takes the dates that it finds beside a title for its dates; with dates elsewhere one found half of the
    fields (measured over 21 layouts). What breaks it are dates that float, dates gathered in a column of their own, and
    descriptions set above the dates. Put the three on one line, or on lines that follow each other, the dates in a
    cell of the same row.
    """
    if routes.is_garbled(finished):
        return
    layout = routes.layout(finished, claim)
    placed = dict(layout.by_unit())
    heads = [(unit.entry, placed.get(number, [])) for number, unit in enumerate(units(claim.document)) if unit.entry]
    found = (finding for entry, here in heads for finding in _of_head(entry, here, layout))
    yield from islice(found, MOST_FINDINGS)


def _of_head(entry: Entry, placed: list[Placed], layout: Layout) -> Iterator[Finding]:
    own = [text for text in (entry.title, entry.organization, entry.period and entry.period.text) if text]
    here = [each for each in placed if any(each.text is text for text in own)]
    found = [each.text for each in here]
    for text in own[1:] if len(found) < len(own) else ():
        if not any(text is each for each in found) and squeezed(text.plain) in layout.route.stream.text:
            yield _warning(f"“{short(text.plain)}” stands apart from “{short(own[0].plain)}”", text, own[0])
    if len(here) > 1:
        yield from _between(entry, placed, here)
        yield from _apart(here)


def _between(entry: Entry, placed: list[Placed], here: list[Placed]) -> Iterator[Finding]:
    """Yield a warning where the line about the entry as a whole comes between the three, in the text and on paper."""
    first, last = here[0], here[-1]
    for each in placed:
        is_between = first.found.start < each.found.start < last.found.start and each.rows[-1] < last.rows[0]
        if each.text is entry.lead and is_between:
            ends = f"“{short(first.text.plain)}” and “{short(last.text.plain)}”"
            yield _warning(f"“{short(each.text.plain)}” stands between {ends}", each.text, first.text, each)


def _apart(here: list[Placed]) -> Iterator[Finding]:
    """Yield a warning where there are other rows between two of the three on the page."""
    for one, other in pairwise(sorted(here, key=lambda each: each.spots[0])):
        (page, last), (following, first) = one.rows[-1], other.rows[0]
        if following != page or first - last > FARTHEST:
            message = f"on the page, “{short(other.text.plain)}” stands apart from “{short(one.text.plain)}”"
            yield _warning(message, other.text, one.text, other)


def _warning(message: str, text: Text, other: Text, placed: Placed | None = None) -> Finding:
    hint = "the title, the organisation and the dates belong together"
    fault = Fault(message, text.place or other.place, hint, Severity.WARNING)
    return Finding("entries", fault, placed.spots[0].page + 1 if placed else None)
