"""The rule `characters`: a file has a glyph for every character, and none without meaning."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from typeset.document.shapes import Document
from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import UNSEEN
from typeset.source import Fault, Place, Severity

_UNREADABLE = {
    "Co": "a private-use character",
    "Cn": "no character at all",
    "Cc": "a control character",
    "Zl": "the end of a line in the middle of one",
    "Zp": "the end of a paragraph in the middle of one",
}
_LIGATURES = frozenset(map(chr, range(0xFB00, 0xFB07)))
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINING = frozenset("\u200c\u200d")
"""Invisible, too; but some scripts, and some emoji, are written with them."""


def characters(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Every character has a glyph, and none is private, invisible, a ligature, or the sign of a lost one.

    One missing glyph can cost the text of its whole font: of 18 strings, two extractors found 4 (measured). Icon fonts
    come out as private-use characters, ligatures hide the word that they are in from a search, and invisible ones cut
    words or turn them around. Choose a font that has the character, switch ligatures off
    (`font-variant-ligatures: none`), leave icons out, and write what cannot be seen otherwise.
    """
    for font in finished.fonts:
        for char in font.missing:
            message = f"the theme's fonts have no glyph for {_named(char)}"
            otherwise = "write it otherwise, or choose a theme whose fonts have it"
            yield Finding("characters", Fault(message, _place_of(char, claim.document), otherwise))
    if any(font.missing for font in finished.fonts):
        return
    said = "".join(text.plain for text in texts(claim.document))
    pages = dict[str, int]()
    for number, text in _read(finished):
        for char in set(text) - pages.keys():
            pages[char] = number
    for char in sorted(pages, key=lambda char: (char not in said, pages[char], char)):
        if complaint := _complaint(char, said):
            problem, hint = complaint
            severity = Severity.WARNING if char in UNSEEN and char in said else Severity.ERROR
            fault = Fault(f"{_named(char)} is {problem}", _place_of(char, claim.document), hint, severity)
            yield Finding("characters", fault, pages[char])


def _read(finished: Finished) -> Iterator[tuple[int, str]]:
    """Yield the number of each page, and what it says, by each route."""
    yield from enumerate(finished.pages, 1)
    for sheet in finished.sheets:
        yield sheet.number, "".join(piece.text for piece in sheet.painted)
    for tag in finished.tags:
        yield tag.page, tag.text


def _complaint(char: str, said: str) -> tuple[str, str | None] | None:
    if char in "\n\t\f\r":
        return None
    if char == "\ufffd":
        return "the sign of a character that was lost", None
    if char in _LIGATURES:
        letters = unicodedata.normalize("NFKC", char)
        return "one sign for several letters", f"write “{letters}”, and use no ligatures in a theme"
    if char in UNSEEN or (char in _JOINING and char not in said):
        return "not to be seen, and is read all the same", "delete it"
    if char in _TURNING:
        return "a sign that turns text around", "delete it"
    problem = _UNREADABLE.get(unicodedata.category(char))
    return (problem, None) if problem else None


def _named(char: str) -> str:
    shown = f" ({char})" if char.isprintable() else ""
    return f"U+{ord(char[0]):04X} {unicodedata.name(char[0], 'without a name')}{shown}"


def _place_of(char: str, document: Document) -> Place | None:
    return next((text.place.at(char) for text in texts(document) if text.place and char in text.plain), None)
