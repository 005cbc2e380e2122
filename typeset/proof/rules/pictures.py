"""The rules for what has no text: pictures of pages."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault


def pictures(finished: Finished, claim: Claim) -> Iterator[Finding]:  # noqa: ARG001  # every rule has the same signature
    """Every page's picture shows something, and all pictures of a file are of one size.

    A blank picture looks like a build that went well until somebody opens it. It comes of a page that is empty itself,
    as a forced page break leaves one behind, or of a program that failed to draw. Two sizes come of a theme with
    several `@page` rules. Look at the PDF first: what is wrong there is wrong here.
    """
    sizes = {(picture.width, picture.height) for picture in finished.pictures}
    if len(sizes) != 1:
        yield Finding("pictures", Fault(f"the pictures are of {len(sizes)} sizes"))
    for number, picture in enumerate(finished.pictures, 1):
        if picture.is_blank:
            yield Finding("pictures", Fault("the picture is blank"), number)
