"""The rule `widows`: no line stands alone at the foot or the top of a page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import short
from typeset.proof.roles import Role
from typeset.proof.standing import Page, Standing, standing
from typeset.source import Fault, Severity


def widows(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """No line of a paragraph, a bullet or a head is left alone on a page, nor the last line of an entry.

    A single line at the top of a page looks like a mistake, and one at the foot is read without what it begins. Themes
    ask for two lines at least (`orphans: 2; widows: 2`), and keep a short last bullet with the one before it. Mend the
    theme, or say a line more or less before it.
    """
    pages = standing(finished.sheets, claim.document)
    for number, (above, below) in enumerate(pairwise(pages), 1):
        if above and below:
            yield from _torn(number, above, below)


def _torn(page: int, above: Page, below: Page) -> Iterator[Finding]:
    last, first = above[-1], below[0]
    if last.said.block == first.said.block:
        whole = "head" if last.said.role is Role.HEAD else "paragraph"
        if _run(reversed(above), last) == 1:
            yield _finding(f"the first line of a {whole} stands alone at the foot of the page", last, page)
        elif _run(below, first) == 1:
            yield _finding(f"the last line of a {whole} stands alone at the top of the page", first, page + 1)
    elif last.said.part == first.said.part and last.said.role is Role.BODY:
        rest = sum(1 for _ in takewhile(lambda each: each.said.part == first.said.part, below))
        before = sum(1 for _ in takewhile(lambda each: each.said.part == first.said.part, reversed(above)))
        if rest == 1 and before > 1:
            yield _finding("the last line of an entry stands alone at the top of the page", first, page + 1)


def _run(standing: Iterator[Standing] | Page, one: Standing) -> int:
    """Return how many rows of the same block there are until another begins."""
    return sum(1 for _ in takewhile(lambda each: each.said.block == one.said.block, standing))


def _finding(what: str, alone: Standing, page: int) -> Finding:
    message = f"{what}: “{short(alone.row.text)}”"
    hint = "keep two lines together (`orphans`, `widows`), or say a line more or less"
    return Finding("widows", Fault(message, alone.said.place, hint, Severity.WARNING), page)
