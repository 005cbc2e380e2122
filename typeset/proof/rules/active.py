"""The rule `active`: a file does nothing but show what it says."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault

MOST_FINDINGS = 5


def active(finished: Finished, claim: Claim) -> Iterator[Finding]:  # noqa: ARG001  # every rule has the same signature
    """The file runs, fetches, plays, submits and encrypts nothing, and neither does any file in it.

    A CV is opened by people who have been told not to trust attachments: mail filters drop a PDF with JavaScript, a
    form or an action that starts a program, and a Word file with macros never arrives. What is fetched from elsewhere
    tells somebody who reads the file, and when. PDF/A allows none of it (ISO 19005-2, 6.5 and 6.6). It comes from a
    theme's templates or from a file that is joined or attached: take it out there. Links that a reader clicks are
    fine; see `links`.
    """
    for act in finished.inside.acts[:MOST_FINDINGS]:
        hint = "a theme or a file joined to this one brings it: take it out there"
        yield Finding("active", Fault(f"{act.where} holds {act.what}", hint=hint))
