"""The rules for what has no text: pictures of pages."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault


def pictures(finished: Finished, claim: Claim) -> Iterator[Finding]:  # noqa: ARG001  # every rule has the same signature
    """Every page's picture shows something, and all are of one size."""
    sizes = {(picture.width, picture.height) for picture in finished.pictures}
    if len(sizes) != 1:
        yield Finding("pictures", Fault(f"the pictures are of {len(sizes)} sizes"))
    for number, picture in enumerate(finished.pictures, 1):
        if picture.is_blank:
            yield Finding("pictures", Fault("the picture is blank"), number)
