"""The rule `archive`: a file says which standards it keeps."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault


def archive(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The file declares itself archival and accessible, and says nothing of itself in two ways."""
    for standard in (f"PDF/A-{3 if claim.attached else 2}a", "PDF/UA-1"):
        if standard not in finished.standards:
            yield Finding("archive", Fault(f"the file does not say that it is {standard}"))
    for name in finished.contradictions:
        yield Finding("archive", Fault(f"the file gives its {name} twice, and differently"))
