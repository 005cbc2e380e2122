"""The rule `images`: every picture is on its page, and whole."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault


def images(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Every picture that the page should show is on it, and can be decoded to its end.

    A photo that is not found is left out without a word, and of one that was cut off in a copy viewers show the upper
    part and grey below. Check the path of the photo, or save the picture anew.
    """
    found = sum(len(sheet.images) for sheet in finished.sheets)
    place = claim.document.masthead.name.place
    if found < claim.pictures:
        wanted = "a picture" if claim.pictures == 1 else f"{claim.pictures} pictures"
        hint = "does the theme show it, and can the file be read?"
        yield Finding("images", Fault(f"there should be {wanted} on paper, and there are {found}", place, hint))
    for sheet in finished.sheets:
        if not all(image.is_whole for image in sheet.images):
            message = "a picture cannot be decoded to its end"
            yield Finding("images", Fault(message, place, "save the picture anew"), sheet.number)
