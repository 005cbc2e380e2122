"""The other rules, each a function: what was read back and what was claimed in, findings out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from typeset.document.shapes import Document
from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.resume import links as addresses
from typeset.resume.source_text import source_of
from typeset.source import Fault, Place

_UNREADABLE = {"Co": "a private-use character", "Cn": "no character at all", "Cc": "a control character"}


def pages(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The file has no more pages than its budget, and no fewer than it asks for."""
    count, fewest, most = len(finished.pages), claim.fewest_pages, claim.most_pages
    if most is not None and count > most:
        allowed = "one page is" if most == 1 else f"{most} pages are"
        hint = "leave something out, or allow more pages"
        yield Finding("pages", Fault(f"the CV has {count} pages; {allowed} allowed", claim.budget_place, hint))
    if fewest is not None and count < fewest:
        has = "one page" if count == 1 else f"{count} pages"
        hint = "say more, or ask for fewer pages"
        yield Finding("pages", Fault(f"the CV has {has}; there must be {fewest}", claim.budget_place, hint))


def characters(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Every character has a glyph, and none is private, a control character, or the sign of a lost one."""
    for font in finished.fonts:
        for char in font.missing:
            hint = "write it otherwise, or choose a theme whose fonts have it"
            message = f"the theme's fonts have no glyph for {_named(char)}"
            yield Finding("characters", Fault(message, _place_of(char, claim.document), hint))
    if any(font.missing for font in finished.fonts):
        return
    for number, page in enumerate(finished.pages, 1):
        for char in dict.fromkeys(page):
            if complaint := _complaint(char):
                fault = Fault(f"{_named(char)} is {complaint}", _place_of(char, claim.document))
                yield Finding("characters", fault, number)


def fonts(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Every font is the theme's, embedded, and says which characters its glyphs are."""
    for font in finished.fonts:
        if font.family not in claim.families:
            yield Finding("fonts", Fault(f"the font `{font.family or font.name}` is not the theme's"))
        if not font.is_embedded:
            yield Finding("fonts", Fault(f"the font `{font.name}` is not embedded"))
        if not font.has_unicode:
            yield Finding("fonts", Fault(f"the font `{font.name}` does not say what its glyphs mean"))


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


def source(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The file carries the content it was made from, as far as it is shown, byte for byte; and nothing else."""
    wanted = dict([source_of(claim.attached)] if claim.attached else [])
    found = finished.attachments
    for name, data in wanted.items():
        if not any(name == other for other, _ in found):
            yield Finding("source", Fault(f"`{name}` is not attached to the file"))
        elif (name, data) not in found:
            yield Finding("source", Fault(f"what is attached as `{name}` is not the content shown"))
    for name, _ in found:
        if name not in wanted or len(found) > len(wanted):
            yield Finding("source", Fault(f"`{name}` is attached to the file and should not be"))


def archive(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The file declares itself archival and accessible, and says nothing of itself in two ways."""
    for standard in (f"PDF/A-{3 if claim.attached else 2}a", "PDF/UA-1"):
        if standard not in finished.standards:
            yield Finding("archive", Fault(f"the file does not say that it is {standard}"))
    for name in finished.contradictions:
        yield Finding("archive", Fault(f"the file gives its {name} twice, and differently"))


def _complaint(char: str) -> str | None:
    if char in "\n\t\f\r":
        return None
    if char == "\ufffd":
        return "the sign of a character that was lost"
    return _UNREADABLE.get(unicodedata.category(char))


def _named(char: str) -> str:
    shown = f" ({char})" if char.isprintable() else ""
    return f"U+{ord(char[0]):04X} {unicodedata.name(char[0], 'without a name')}{shown}"


def _place_of(char: str, document: Document) -> Place | None:
    return next((text.place.at(char) for text in texts(document) if text.place and char in text.plain), None)
