"""The rule `withheld`: what this reader may not see is nowhere in the file, in whatever corner of it."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.search.found import Layer
from typeset.resume.audience.secrets import Secret
from typeset.source import Fault, Place

MOST_NAMED = 3
"""Corners of a file that are named for one value."""


def withheld(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """What this reader may not see is in no corner of a file: text, links, metadata, attachments, pictures, name.

    An audience hides a value where it stands, but a summary may say it again, a link may spell the name, and a photo's
    metadata may hold the address. Everything in the file is unpacked and searched for each value, as it is written, as
    an address encodes it, and without its punctuation. Hide the place that the finding names as well, reword it, or
    name a word that is harmless under `keep`. A file that says what was promised not to be said must never be sent, so
    this rule cannot be turned off.
    """
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
    yield from (layer for layer in finished.inside.layers if not layer.maker)


def _remedy(secret: Secret, claim: Claim) -> tuple[Place | None, str]:
    """Return where the content still says it, and what to do about that."""
    standing = next((each for each in claim.kept_back.standing if each.secret == secret), None)
    if standing:
        return standing.place, f"hide `{standing.path}` too, reword it, or name the word under `keep`"
    found = (text for text in texts(claim.document) if secret in claim.kept_back.said_in(text.plain))
    if text := next(found, None):
        return text.place, "reword it"
    return secret.place, "no text of the document says it: a theme, a format or a file that is joined to it does"
