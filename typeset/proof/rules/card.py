"""The rule `card`: a card says what the head of the page says, all of it and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.document.shapes import Masthead, Text
from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault

_SAID = frozenset(["email", "phone", "location"])


def card(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """A card says the name, label, e-mail, telephone and place that head the page, each once, and nothing else.

    An address book keeps a card for years after the CV is gone, and merges it with what it knows: a number too many
    stays, a name cut in two is filed under the wrong half. The card is read back field by field and held against the
    head of the page; its addresses are the links there. It breaks where a file was changed after the build.
    """
    masthead = claim.document.masthead
    said = [value for value in finished.pages[0].split("\n") if value]
    for text in _texts(masthead):
        if text.plain in said:
            said.remove(text.plain)
        else:
            yield Finding("card", Fault(f"“{text.plain}” is not on the card", text.place))
    for value in said:
        yield Finding("card", Fault(f"the card says “{value}”, the head of the page does not"))
    known = {run.link for contact in masthead.contacts for run in contact.text.runs}
    for address in finished.links:
        if address not in known:
            yield Finding("card", Fault(f"the card links to `{address}`, the head of the page does not"))


def _texts(masthead: Masthead) -> Iterator[Text]:
    """A card holds one place, as a page does."""
    yield masthead.name
    if masthead.label:
        yield masthead.label
    yield from (contact.text for contact in masthead.contacts if contact.kind in _SAID)
