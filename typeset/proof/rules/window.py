"""The rule `window`: the address of a German letter is where the window of an envelope shows it."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.document.customs import DIN_5008
from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.reading import window as reading
from typeset.proof.rules.words import squeezed
from typeset.source import Fault, Severity


def window(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Yield a warning where a line of the address is not in the window of form B (DIN 5008:2020, 4.2)."""
    letter = claim.document.letter
    if not letter or letter.form != DIN_5008 or not finished.files:
        return
    seen = squeezed(reading.read(finished.files[0]))
    for line in letter.recipient:
        if squeezed(line.plain) not in seen:
            message = f"“{line.plain}” is not in the window of an envelope, 45 to 90 mm from the top of the sheet"
            hint = "shorten the address, or the head of the page"
            yield Finding("window", Fault(message, line.place, hint, Severity.WARNING), 1)
            return
