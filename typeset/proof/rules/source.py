"""The rule `source`: a file carries its content."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.resume.source_text import source_of
from typeset.source import Fault


def source(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The file carries the content it was made from, as far as it is shown, byte for byte, and nothing else.

    So a CV can be built again from its own PDF: `typeset extract` gives the content back. Whatever else is attached, a
    file behind a note on a page too, goes to the reader with it, unseen. It is missing when somebody has printed the
    file anew or sent it through a tool; build it again. An application says `attach: none` where it should carry none.
    """
    wanted = dict([source_of(claim.attached)] if claim.attached else [])
    found = finished.attachments
    for name, data in wanted.items():
        if not any(name == other for other, _ in found):
            yield Finding("source", Fault(f"`{name}` is not attached to the file"))
        elif (name, data) not in found:
            yield Finding("source", Fault(f"what is attached as `{name}` is not the content shown"))
    for name, _ in found:
        if name not in wanted or len(found) > len(wanted):
            yield Finding("source", Fault(f"`{name}` is attached to the file and should not be"))
