"""The rule `characters`: a file has a glyph for every character, and none without meaning."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from typeset.document.shapes import Document
from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault, Place

_UNREADABLE = {"Co": "a private-use character", "Cn": "no character at all", "Cc": "a control character"}


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
