"""The rule `window`: the address of a German letter is where the window of an envelope shows it."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.document.customs import DIN_5008
from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import squeezed
from typeset.proof.reading import window as reading
from typeset.source import Fault, Severity


def window(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The address of a German letter stands where the window of its envelope shows it (DIN 5008, form B).

    The window of a DIN long envelope shows what is 45 to 90 mm from the top of the sheet and 20 to 105 mm from its left
    (DIN 5008:2020, 4.2). A line outside of it is hidden, and the letter cannot be delivered. It breaks where an address
    has more lines than the field has room for, or a theme sets the head of the page too high. Shorten the address, or
    choose a theme that keeps the form.
    """
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
