"""The rule `withheld`: what this reader may not see is nowhere in the file, in whatever corner of it."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.search.layers import Layer, layers
from typeset.resume.audience.secrets import Secret
from typeset.source import Fault, Place

MOST_NAMED = 3
"""Corners of a file that are named for one value."""


def withheld(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each value that is hidden and yet said: in text, links, metadata, attachments, names."""
    if not claim.kept_back.secrets:
        return
    found: dict[Secret, list[str]] = {}
    for layer in _layers(finished, claim):
        for secret in claim.kept_back.said_in(layer.text, source=layer.source):
            corners = found.setdefault(secret, [])
            corners += [layer.where] if layer.where not in corners else []
    for secret, corners in found.items():
        place, hint = _remedy(secret, claim)
        where = ", ".join(corners[:MOST_NAMED]) + (" and elsewhere" if len(corners) > MOST_NAMED else "")
        yield Finding("withheld", Fault(f"`{secret.path}` is withheld, and said in {where}", place, hint))


def _layers(finished: Finished, claim: Claim) -> Iterator[Layer]:
    for name in claim.names:
        yield Layer("the file's name", name)
    for number, page in enumerate(finished.pages, 1):
        yield Layer(f"page {number}" if len(finished.pages) > 1 else "the text", page)
    for data in finished.files:
        yield from layers(data, "the file")


def _remedy(secret: Secret, claim: Claim) -> tuple[Place | None, str]:
    """Return where the content still says it, and what to do about that."""
    standing = next((each for each in claim.kept_back.standing if each.secret == secret), None)
    if standing:
        return standing.place, f"hide `{standing.path}` too, reword it, or name the word under `keep`"
    found = (text for text in texts(claim.document) if secret in claim.kept_back.said_in(text.plain))
    if text := next(found, None):
        return text.place, "reword it"
    return secret.place, "no text of the document says it: a theme, a format or a file that is joined to it does"
