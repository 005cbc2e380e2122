"""The rule `order`: the tags of a PDF, and whoever looks at it, read it in the order of the content."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, islice

from typeset.proof import routes
from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import short
from typeset.proof.routes import Layout, Placed
from typeset.source import Fault, Severity

MOST_FINDINGS = 5
MOST_ROWS_SHARED = 2
"""Rows that two texts may share side by side: a label, or dates, of two lines beside what they stand with."""
_LEFT_FROM_RIGHT = 1.0
"""Points by which one text begins before another on the same row."""
_FROM_THE_RIGHT = frozenset(["ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"])


def order(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The words stand in the order of the content in the tags, and on the page from the top down, too.

    Programs read a PDF by three routes that need not agree: the order in which it is painted (the rule `words`), its
    tags, which screen readers and newer parsers take (ISO 32000-2, 14.8.2.3), and the rows that can be seen, which
    many parsers of applications put together. On the page no text may begin higher than the one before it, on a row
    none further left, and none may run on beside another for more than two rows; what stands in one head may be in any
    order, so that dates may stand in the margin. What breaks it are columns side by side, reversed rows, text that
    was moved up or down, and tags that another tool has written. Set the theme in one column, and leave text where
    it is.
    """
    if routes.is_garbled(finished):
        return
    if finished.tags:
        told = routes.stream(finished, claim).followed.faults
        faults = (fault for fault in routes.tags(finished, claim).followed.faults if fault not in told)
        for fault in islice(faults, MOST_FINDINGS):
            yield Finding("order", replace(fault, message=f"in the order of the tags, {fault.message}"))
    layout = routes.layout(finished, claim)
    if not layout.route.followed.faults:
        is_from_right = claim.document.language.partition("-")[0] in _FROM_THE_RIGHT
        yield from islice(_moved(layout, is_from_right), MOST_FINDINGS)
        yield from islice(_mixed(layout), MOST_FINDINGS)


def _moved(layout: Layout, is_from_right: bool) -> Iterator[Finding]:
    """Yield a warning for each unit that begins on the page before an earlier one does."""
    last: Placed | None = None
    for _, unit in layout.by_unit():
        first = min(unit, key=lambda each: each.spots[0])
        if last and _is_before(first, last, is_from_right):
            message = f"on the page, “{short(first.text.plain)}” stands before “{short(last.text.plain)}”"
            yield _warning(message, first, "the content has it after that; parsers that read row by row do not")
        else:
            last = first


def _is_before(one: Placed, other: Placed, is_from_right: bool) -> bool:
    first, second = one.spots[0], other.spots[0]
    if (first.page, first.row) != (second.page, second.row):
        return (first.page, first.row) < (second.page, second.row)
    return not is_from_right and first.left < second.left - _LEFT_FROM_RIGHT


def _mixed(layout: Layout) -> Iterator[Finding]:
    """Yield a warning for each text that runs on beside an earlier one."""
    long = [each for each in layout.placed if len(each.rows) > MOST_ROWS_SHARED]
    rows = defaultdict[tuple[int, int], list[int]](list)
    for number, each in enumerate(long):
        for row in each.rows:
            rows[row].append(number)
    shared = Counter(pair for numbers in rows.values() for pair in combinations(numbers, 2))
    for (first, second), count in shared.items():
        if count > MOST_ROWS_SHARED:
            one, other = long[first], long[second]
            message = f"“{short(other.text.plain)}” runs on beside “{short(one.text.plain)}” for {count} rows"
            yield _warning(message, other, "parsers that read row by row mix their lines; set one below the other")


def _warning(message: str, placed: Placed, hint: str) -> Finding:
    fault = Fault(message, placed.text.place, hint, Severity.WARNING)
    return Finding("order", fault, placed.spots[0].page + 1)
