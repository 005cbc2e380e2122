"""The rule `links`: a file links to what the document does, where it does, and each link leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from typeset.document.shapes import Text
from typeset.proof.addresses import Flaw, disagreement, flaws
from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import squeezed
from typeset.proof.navigation import Anchor
from typeset.resume.links import shown
from typeset.resume.text import Run
from typeset.source import Fault, Place


def links(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Every link of the content is in the file, where its words are; no other is; each leads where it says.

    A link that is lost, or leads to nothing, costs the reader who would have looked. One whose words say another
    address than the one it leads to is what mail filters and careful readers take for fraud. Only https, http, mailto
    and tel are safe to click; a `file:` or relative address works on one machine alone, and tells its folders. Usually
    an address was pasted with a space, a comma or its scheme twice, or a template was never filled in: mend it where
    it is written. A rectangle that is empty or off the page is the theme's fault.
    """
    wanted = {unquote(run.link or ""): text for text, run in _linked(claim)}
    found = {unquote(address) for address in finished.links}
    for address, text in wanted.items():
        if address not in found:
            yield Finding("links", Fault(f"the link to `{address}` is not in the file", _place(text, address)))
    for address in sorted(found - wanted.keys()):
        yield Finding("links", Fault(f"the file links to `{address}`, the document does not"))
    for address in sorted(set(finished.links)):
        place = _place(wanted.get(unquote(address)), address)
        yield from (_finding(flaw, place) for flaw in flaws(address))
    yield from _told(claim)
    yield from _reached(finished, claim)


def _linked(claim: Claim) -> Iterator[tuple[Text, Run]]:
    return ((text, run) for text in texts(claim.document) for run in text.runs if run.link)


def _told(claim: Claim) -> Iterator[Finding]:
    """Yield what says one address and leads to another."""
    for text, run in _linked(claim):
        if flaw := disagreement(run.text, run.link or ""):
            yield _finding(flaw, _place(text, run.text))


def _reached(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Yield links that cannot be clicked, that lead nowhere within the file, or lie on the words of another."""
    said: dict[str, list[tuple[str, Text]]] = {}
    for text, run in _linked(claim):
        said.setdefault(unquote(run.link or ""), []).append((squeezed(run.text), text))
    for anchor in finished.anchors:
        own = said.get(unquote(anchor.address), [])
        place = _place(own[0][1], anchor.address) if own else None
        called = f"the link to `{anchor.address}`" if anchor.address else "a link within the file"
        if anchor.is_dead:
            yield Finding("links", Fault(f"{called} leads nowhere", place), anchor.page)
        elif not anchor.is_within_reach:
            message = f"{called} cannot be clicked: its rectangle is empty, or off the page"
            yield Finding("links", Fault(message, place), anchor.page)
        elif own and (other := _mistaken(anchor, own, said)):
            yield Finding("links", Fault(f"{called} lies on “{other.plain}”", other.place), anchor.page)


def _mistaken(anchor: Anchor, own: list[tuple[str, Text]], said: dict[str, list[tuple[str, Text]]]) -> Text | None:
    """Return the text of another link that this one lies on, and on none of its own."""
    words = squeezed(anchor.said or "")
    if not words or any(words in mine or mine in words for mine, _ in own):
        return None
    others = (each for address, all_said in said.items() if address != unquote(anchor.address) for each in all_said)
    return next((text for run, text in others if run == words), None)


def _place(text: Text | None, address: str) -> Place | None:
    """Return where an address is written in a text, whole or as it is shown; the text's own place where it is not."""
    if not text or not text.place:
        return None
    found = text.place.at(address)
    return text.place.at(shown(address)) if found is text.place else found


def _finding(flaw: Flaw, place: Place | None) -> Finding:
    return Finding("links", Fault(flaw.message, place, flaw.hint, flaw.severity))
