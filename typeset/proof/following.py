"""A stream of text and a document in; where each text of the document stands in it, and what is wrong with it, out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from typeset.document.shapes import Document, Text
from typeset.proof.expected import Unit, units
from typeset.source import Fault

LONGEST_SHOWN = 60
_WORD = re.compile(r"\w")
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
"""Thai and Lao, Burmese, Khmer: words without spaces between them, whose lines break within what looks like one."""
UNSEEN = "\u00ad\u180e\u200b\u2060\ufeff"
"""Characters without width, which say where a word may or may not be broken; engines leave them out."""
_ALIKE = {ord("\u2010"): "-", ord("\u301c"): "~", **dict.fromkeys(map(ord, UNSEEN))}


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Return the characters of a text that can be seen, in one case and one composition.

    By way of capitals: set in them, the Turkish ı can no longer be told from an i. Fonts have one glyph for a
    character and its compatible ones, for both hyphens and both waves, and a PDF says one meaning a glyph.
    """
    folded = unicodedata.normalize("NFKC", text).translate(_ALIKE).upper().casefold()
    return "".join(unicodedata.normalize("NFKC", folded).split())


def short(text: str) -> str:
    """Return a text as messages quote it."""
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


@dataclass(frozen=True, slots=True)
class Found:
    """A text of the document, from `start` to `end` of a squeezed stream; `unit` is the number of its unit."""

    text: Text
    start: int
    end: int
    unit: int


@dataclass(frozen=True, slots=True)
class Followed:
    """The texts that were found in a stream, in its order, and what is missing, out of order, or too much."""

    found: tuple[Found, ...]
    faults: tuple[Fault, ...]


def follow(stream: str, document: Document) -> Followed:
    """Return how a squeezed stream says a document.

    A text that may stand early may begin like one that must stand here; the way that finds less wrong is taken.
    """
    first = _Reader(stream).read(document)
    if not first.faults:
        return first
    second = _Reader(stream, takes_early=False).read(document)
    return first if second.faults else second


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
    found: list[Found] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def read(self, document: Document) -> Followed:
        """Return what is wrong with the whole stream."""
        for number, (unit, following) in enumerate(pairwise([*units(document), Unit(())])):
            self.meet(unit, following, number)
        self.end()
        return Followed(tuple(self.found), tuple(self.faults))

    def meet(self, unit: Unit, following: Unit, number: int) -> None:
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
            self.found.append(Found(text, start, self.at, number))
            self.last = text if text.place else self.last
        for text in () if unit.optional else waiting.values():
            self.missing(text)

    def stands_here(self, text: Text, following: Unit) -> bool:
        """Whether no word comes before a text, and it is not the beginning of what follows it.

        Where it says the same as what follows, it stands here if both do.
        """
        nearest = self.nearest([text, *following.texts] if self.takes_early else [*following.texts, text])
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
            self.note(f"there is more on the page before “{short(text.plain)}”: “{short(between)}”", text)

    def missing(self, text: Text) -> None:
        said = squeezed(text.plain)
        if said in self.stream:
            self.note(f"“{short(text.plain)}” stands elsewhere than it should", text)
        else:
            self.note(f"“{short(text.plain)}” is not on the page whole", text)

    def end(self) -> None:
        if _WORD.search(rest := self.stream[self.at :]):
            self.note(f"there is more on the page than the document: “{short(rest)}”", self.last)

    def note(self, message: str, text: Text | None) -> None:
        known = text if text and text.place else self.last
        self.faults.append(Fault(message, known.place if known else None))


@dataclass(frozen=True, slots=True)
class Stream:
    """Text without its white space, and the offsets at which white space was; those of `ends` were ends of lines."""

    text: str
    spaces: frozenset[int]
    ends: frozenset[int]

    def is_within_word(self, at: int) -> bool:
        """Whether letters or figures stand on both sides of an offset, of scripts that have spaces between words."""
        return at > 0 and len(self.text) > at and all(map(_is_of_word, self.text[at - 1 : at + 1]))

    @classmethod
    def of(cls, *parts: str) -> Stream:
        """Return text as it was read, squeezed. Between parts there is no white space to be seen."""
        words, spaces, ends, at = list[str](), set[int](), set[int](), 0
        for part in parts:
            first = at
            for line in part.split("\n"):
                ends.add(at)
                for word in line.split():
                    spaces.add(at)
                    words.append(squeezed(word))
                    at += len(words[-1])
            spaces.discard(first)
            ends.discard(first)
        return cls("".join(words), frozenset(spaces), frozenset(ends))


def _is_of_word(sign: str) -> bool:
    is_unspaced = any(first <= ord(sign) <= last for first, last in _UNSPACED)
    return sign.isalnum() and not is_unspaced and unicodedata.east_asian_width(sign) not in "WF"


def gaps(text: Text) -> Iterator[int]:
    """Yield the offsets in a squeezed text at which white space was."""
    at = 0
    for word in text.plain.split():
        yield at
        at += len(squeezed(word))
