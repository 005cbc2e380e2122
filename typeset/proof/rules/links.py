"""The rule `links`: a file links to what the document does."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.resume import links as addresses
from typeset.source import Fault


def links(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Every link of the document is in the file, whole; no other is; all are of an allowed scheme."""
    wanted = {unquote(run.link): text for text in texts(claim.document) for run in text.runs if run.link}
    found = {unquote(address) for address in finished.links}
    for address, text in wanted.items():
        if address not in found:
            yield Finding("links", Fault(f"the link to `{address}` is not in the file", text.place))
    for address in sorted(found - wanted.keys()):
        yield Finding("links", Fault(f"the file links to `{address}`, the document does not"))
    for address in sorted(set(finished.links)):
        if problem := addresses.problem(address):
            yield Finding("links", Fault(problem[0], hint=problem[1]))
