"""The rule `blank`: every page has something on it."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault


def blank(finished: Finished, claim: Claim) -> Iterator[Finding]:  # noqa: ARG001  # every rule has the same signature
    """Every page has text or a picture on it, besides a running head.

    A blank page is paid for, printed and turned, and makes people look for what is missing. A forced page break at the
    end of a theme's template does it, or a box that is higher than what is left of a page.
    """
    for sheet in finished.sheets:
        if not sheet.text_rows and not sheet.images:
            hint = "look for a forced page break, or a box that is too high"
            yield Finding("blank", Fault("the page is blank", hint=hint), sheet.number)
