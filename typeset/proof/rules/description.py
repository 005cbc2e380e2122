"""The rule `description`: a file says what it is."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault


def description(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The file says its title, author and language, and is tagged for assistive technology."""
    document = claim.document
    for name, found, wanted in (
        ("title", finished.title, document.title),
        ("author", finished.author, document.author),
        ("language", finished.language, document.language),
    ):
        if found != wanted:
            yield Finding("description", Fault(f"the file gives its {name} as `{found}`, not `{wanted}`"))
    if not finished.is_tagged:
        yield Finding("description", Fault("the file is not tagged"))
