"""The rule `words`: every word of the document is in the file, in order, once, and no other word is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from typeset.document.shapes import Document, Text
from typeset.proof.claim import Claim
from typeset.proof.expected import Unit, units
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault

MOST_FINDINGS = 5
_WORD = re.compile(r"\w")
_ALIKE = {ord("\u2010"): "-", ord("\u301c"): "~"}
_SHOWN = 60


def words(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each text that is missing, out of order, or not of the document; five at most.

    White space is not compared, since lines break anywhere, nor is case, since headings may be set in capitals.
    """
    if any(font.missing for font in finished.fonts):
        return  # One missing glyph garbles all text of its font; the rule `characters` names it.
    stream = _stream(finished, claim.document)
    first = _Reader(stream).read(claim.document)
    if first and _Reader(stream, takes_early=False).read(claim.document):
        yield from first[:MOST_FINDINGS]


def squeezed(text: str) -> str:
    """Return the characters of a text without white space, in one case and one composition.

    By way of capitals: set in them, the Turkish ı can no longer be told from an i. Fonts have one glyph for a
    character and its compatible ones, for both hyphens and both waves, and a PDF says one meaning a glyph.
    """
    folded = unicodedata.normalize("NFKC", text).translate(_ALIKE).upper().casefold()
    return "".join(unicodedata.normalize("NFKC", folded).split())


def _stream(finished: Finished, document: Document) -> str:
    first, *others = finished.pages or ("",)
    running = (_running(document, number, len(finished.pages)) for number in range(2, len(finished.pages) + 1))
    if document.mark:
        first = _without_running_head(first, re.compile(re.escape(squeezed(document.mark))))
    signed = squeezed(document.letter.name.plain) if document.letter else ""
    rest = (_without_running_head(page, known, signed) for page, known in zip(others, running, strict=True))
    return "".join([squeezed(first), *map(squeezed, rest)])


def _running(document: Document, page: int, pages: int) -> re.Pattern[str]:
    """What a running head may say: name, label, this page's number and the last one's, and signs between them."""
    masthead = document.masthead
    said = [squeezed(text.plain) for text in (masthead.name, masthead.label) if text]
    said += [squeezed(document.mark)] if document.mark else []
    numbers = rf"(?<!\d)(?:{page}|{pages})(?!\d)"  # and no other: a line may well be a year or two
    return re.compile(r"(?=.*[^\W_])(?:" + "|".join([r"[\W_]", numbers, *map(re.escape, said)]) + ")+")


def _without_running_head(page: str, running: re.Pattern[str], signed: str = "") -> str:
    """Return a page's text without the lines at its top or foot that only repeat the name and count pages.

    A letter is `signed` with the name: at a foot it goes once, and only with a number.
    """
    lines = page.split("\n")
    for end in (0, -1):
        gone = ""
        while lines and (not lines[end].strip() or running.fullmatch(squeezed(lines[end]))):
            line = squeezed(lines[end])
            is_name = end == -1 and signed and signed in line
            if is_name and (signed in gone or not re.search(r"\d", line + gone)):
                break
            gone += line
            del lines[end]
    return "\n".join(lines)


@dataclass(slots=True)
class _Reader:
    """Goes through the stream once, unit by unit.

    Where a text that may stand early begins like one that must stand here, it `takes_early` or not.
    """

    stream: str
    takes_early: bool = True
    at: int = 0
    last: Text | None = None
    early: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def read(self, document: Document) -> list[Finding]:
        """Return what is wrong with the whole stream."""
        for unit, following in pairwise([*units(document), Unit(())]):
            self.meet(unit, following)
        self.end()
        return self.findings

    def meet(self, unit: Unit, following: Unit) -> None:
        """Find the unit's texts from here on, nearest first; what may be absent is passed by for `following`."""
        waiting = {id(text): text for text in unit.texts if id(text) not in self.early}
        early = {id(text): text for text in unit.early}
        while (waiting or early) and (nearest := self.nearest([*waiting.values(), *early.values()])):
            start, text = nearest
            if not self.takes_early and (own := self.nearest([*waiting.values()])) and own[0] == start:
                text = own[1]
            if unit.optional and not self.stands_here(text, following):
                return
            if waiting.pop(id(text), None) is None:
                del early[id(text)]
                if not self.stands_here(text, following):
                    continue
                self.early.add(id(text))
            self.pass_over(start, text)
            self.at = start + len(squeezed(text.plain))
            self.last = text if text.place else self.last
        for text in () if unit.optional else waiting.values():
            self.missing(text)

    def stands_here(self, text: Text, following: Unit) -> bool:
        """Whether no word comes before a text, and it is not the beginning of what follows it."""
        nearest = self.nearest([*following.texts, text])
        rival = None if self.takes_early else self.nearest([*following.texts])
        if nearest and rival and rival[0] == nearest[0]:
            return False
        return nearest is not None and nearest[1] is text and not _WORD.search(self.stream[self.at : nearest[0]])

    def nearest(self, texts: list[Text]) -> tuple[int, Text] | None:
        """Return the text that stands next, the longest of those that start there; None when none is ahead."""
        found = [(start, -len(said), number) for number, said in enumerate(squeezed(text.plain) for text in texts)
                 if (start := self.stream.find(said, self.at)) >= 0]  # fmt: skip
        return (min(found)[0], texts[min(found)[2]]) if found else None

    def pass_over(self, start: int, text: Text) -> None:
        """Between two texts a theme may set punctuation, not words."""
        between = self.stream[self.at : start]
        if _WORD.search(between):
            self.note(f"there is more on the page before “{_short(text.plain)}”: “{_short(between)}”", text)

    def missing(self, text: Text) -> None:
        said = squeezed(text.plain)
        if said in self.stream:
            self.note(f"“{_short(text.plain)}” stands elsewhere than it should", text)
        else:
            self.note(f"“{_short(text.plain)}” is not on the page whole", text)

    def end(self) -> None:
        if _WORD.search(rest := self.stream[self.at :]):
            self.note(f"there is more on the page than the document: “{_short(rest)}”", self.last)

    def note(self, message: str, text: Text | None) -> None:
        known = text if text and text.place else self.last
        self.findings.append(Finding("words", Fault(message, known.place if known else None)))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
