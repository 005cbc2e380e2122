"""The rule `said`: data for machines says nothing that the document does not."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import squeezed
from typeset.source import Fault


def said(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Data for machines say nothing that the document does not: no other word, address or person.

    Search engines ask that data describe what a reader sees on the page, and disregard those that say more. It is also
    where a number that was to be withheld slips out, since nobody looks there. Every line of the data is looked for
    among the document's words, every address among its links. It breaks where a file was changed after the build.
    """
    document = claim.document
    words = squeezed("\n".join(text.plain for text in texts(document)))
    for page in finished.pages:
        for line in page.splitlines():
            if squeezed(line) not in words:
                yield Finding("said", Fault(f"the file says “{line}”, the document does not"))
    links = {run.link for text in texts(document) for run in text.runs}
    for address in finished.links:
        if address not in links:
            yield Finding("said", Fault(f"the file leads to `{address}`, the document does not"))
    if finished.author != document.author:
        yield Finding("said", Fault(f"the file is about `{finished.author}`, not `{document.author}`"))
