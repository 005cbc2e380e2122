"""The rule `stranded`: no heading is the last thing on its page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import short
from typeset.proof.roles import Role
from typeset.proof.standing import Page, Standing, letters, standing
from typeset.source import Fault, Severity


def stranded(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """No heading stands at the foot of a page while what it is about begins on the next one.

    The same goes for the head of an entry: whoever turns the page no longer sees what the lines belong to. Themes keep
    the two together (`break-after: avoid`); a theme that says nothing of it strands them whenever a page happens to end
    there. Mend the theme, or say a line more or less before it.
    """
    pages = standing(finished.sheets, claim.document)
    for number, (above, below) in enumerate(pairwise(pages), 1):
        if not above or not below:
            continue
        last, first = above[-1], below[0]
        if _is_alone(above, first):
            what = "the heading" if last.said.role is Role.HEADING else "the head"
            message = f"{what} “{short(last.said.text.plain)}” stands alone at the foot of the page"
            hint = "keep it with what follows (`break-after: avoid`), or say a line more or less"
            yield Finding(
                "stranded", Fault(message, last.said.place or first.said.place, hint, Severity.WARNING), number
            )


def _is_alone(above: Page, first: Standing) -> bool:
    """Whether a page ends with a heading, or a head, of what the first row of the next is about."""
    last = above[-1]
    if last.said.block == first.said.block:
        return False
    if last.said.role is Role.HEADING:  # in the margin, its text begins beside it, or beside its first line
        has_begun = any(each.said.block > last.said.block for each in above)
        return not has_begun and len(letters(last.row.text)) <= len(letters(last.said.text.plain))
    return last.said.role is Role.HEAD and last.said.part == first.said.part
