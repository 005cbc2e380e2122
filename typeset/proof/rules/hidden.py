"""The rule `hidden`: every word that a program finds on a page, somebody who looks at the page finds, too."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import LEAST_CONTRAST, SMALLEST, Finished, Stretch
from typeset.proof.following import short
from typeset.proof.standing import MOST_TOLD, place_of
from typeset.source import Fault


def hidden(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Whatever programs read on a page, people see: no text is white, tiny, covered, clipped or off its page.

    Words for programs alone are what some try to please a parser with; whoever finds them takes it for deceit. Others
    lose words by mistake: in the colour of the paper, behind a box, or beyond the edge. The page is drawn with its text
    and without it, and what makes no difference is told, five stretches at most. Give the text a colour that can be
    seen and a size of 5 points or more, or take it out.
    """
    for stretch in finished.unseen[:MOST_TOLD]:
        why, hint = _reason(stretch)
        message = f"“{short(stretch.text)}” {why}"
        yield Finding("hidden", Fault(message, place_of(stretch.text, claim.document), hint), stretch.page)


def _reason(stretch: Stretch) -> tuple[str, str]:
    if not stretch.is_on_page:
        return "is off the page", "give it room, or take it out"
    if stretch.size < SMALLEST:
        return f"is set in {stretch.size:.1f} pt, too small to be read", f"nothing may be set below {SMALLEST:g} pt"
    return (
        f"cannot be seen: it contrasts {stretch.contrast:.1f} : 1 with what is behind it",
        f"{LEAST_CONTRAST:g} : 1 is the least; is it white, covered, or clipped?",
    )
