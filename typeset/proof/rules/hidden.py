"""The rule `hidden`: every word that a program finds on a page, somebody who looks at the page finds, too."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import LEAST_CONTRAST, SMALLEST, Finished, Stretch
from typeset.proof.rules.words import squeezed
from typeset.source import Fault, Place

MOST_FINDINGS = 5
_SHOWN = 60


def hidden(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each stretch of text that is off its page, too small or too faint; five at most.

    Words for programs alone are what some try to please a parser with; others lose them by mistake.
    """
    for stretch in finished.unseen[:MOST_FINDINGS]:
        said = stretch.text if len(stretch.text) <= _SHOWN else stretch.text[: _SHOWN - 1] + "…"
        why, hint = _reason(stretch)
        yield Finding("hidden", Fault(f"“{said}” {why}", _place_of(stretch, claim), hint), stretch.page)


def _reason(stretch: Stretch) -> tuple[str, str]:
    if not stretch.is_on_page:
        return "is off the page", "give it room, or take it out"
    if stretch.size < SMALLEST:
        return f"is set in {stretch.size:.1f} pt, too small to be read", f"nothing may be set below {SMALLEST:g} pt"
    return (
        f"cannot be seen: it contrasts {stretch.contrast:.1f} : 1 with what is behind it",
        f"{LEAST_CONTRAST:g} : 1 is the least; is it white, covered, or clipped?",
    )


def _place_of(stretch: Stretch, claim: Claim) -> Place | None:
    """Return where the first text stands that the stretch is of, or that is part of it."""
    said = squeezed(stretch.text)
    return next((text.place for text in texts(claim.document) if said in squeezed(text.plain)), None)
