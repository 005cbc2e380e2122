"""The rule `bullets`: each point of a list has its mark, at the beginning of its line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from typeset.proof import routes
from typeset.proof.claim import Claim
from typeset.proof.expected import BULLET, units
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import short
from typeset.proof.routes import Layout, Placed
from typeset.source import Fault, Severity

MOST_FINDINGS = 5
_CLOSING = frozenset(".,;:!?)]}»”’'\"…")
"""What may end the text before a mark."""


def bullets(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Each point of a list begins a line of its own, and its mark stands before it, in the text and on the page.

    Parsers tell one point from the next by its mark; without it, a list is one long paragraph. What breaks it are
    markers that come of `list-style`, which are all painted at the end of a page's text; marks that are pictures, or
    missing; and lists set in one line. Write the mark into the text, as `li::before { content: "•" }` does.
    """
    layout = routes.layout(finished, claim)
    if not routes.is_garbled(finished):
        yield from islice(_points(layout, claim), MOST_FINDINGS)


def _points(layout: Layout, claim: Claim) -> Iterator[Finding]:
    """Yield a warning for each point that has its mark elsewhere, or none, or begins on the line of the last one."""
    marks = [unit.mark for unit in units(claim.document)]
    before: Placed | None = None
    point: Placed | None = None
    for each in layout.placed:
        if mark := marks[each.found.unit]:
            is_inline = point is not None and each.rows[0] in point.rows
            problem = "begins on the line of the point before it" if is_inline else None
            if problem := problem or _problem(layout, mark, before, each):
                fault = Fault(f"“{short(each.text.plain)}” {problem}", each.text.place, None, Severity.WARNING)
                yield Finding("bullets", fault, each.spots[0].page + 1)
            point = each
        before = each


def _problem(layout: Layout, mark: str, before: Placed | None, point: Placed) -> str | None:
    """Return what is wrong with the mark of a point that comes after the text `before`; None for nothing."""
    at = _bullet(layout, before, point) if mark == BULLET else _number(mark, before)
    if at is None:
        return "has no mark before it in the text" if mark == BULLET else f"has no number {mark} before it in the text"
    sign, first = layout.between(at, at + 1)[0], point.spots[0]
    if (sign.page, sign.row) != (first.page, first.row):
        return "has its mark on another line"
    return None


def _bullet(layout: Layout, before: Placed | None, point: Placed) -> int | None:
    """Return where in the stream the mark of a point is, any sign that does not end the text before it."""
    start = before.found.end if before else 0
    between = layout.route.stream.text[start : point.found.start]
    return next((start + number for number, sign in enumerate(between) if sign not in _CLOSING), None)


def _number(mark: str, before: Placed | None) -> int | None:
    return before.found.start if before and before.text.plain == mark else None
