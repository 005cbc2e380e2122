"""Dictionaries and words that are right besides in; whether a word is right, and what it was meant to be, out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from typeset.lint.listed import listed
from typeset.lint.products import RIGHT
from typeset.lint.spelling import german
from typeset.lint.spelling.british import american
from typeset.lint.spelling.dictionary import Dictionary
from typeset.lint.spelling.jargon import JARGON
from typeset.lint.spelling.nearness import neighbours

_ENDINGS = (
    "s",
    "es",
    "d",
    "ed",
    "ing",
    "r",
    "er",
    "ers",
    "ly",
    "ized",
    "ize",
    "izing",
    "ised",
    "ise",
    "ising",
    "n",
    "en",
)
NOUNS_ARE_CAPITAL = frozenset(["de", "lb"])
_PREFIXES = listed("""
    aero anti astro audio auto bio cardio chemo co counter cross crypto cyber de dis electro extra geo hydro hyper infra
    inter intra macro mega meta micro mid mini mono multi nano neuro non out over para photo poly post pre pro proto
    pseudo psycho quasi radio re semi socio sub super techno tele thermo trans turbo ultra un under video
""")
_SHORTEST_PART, _SHORTEST_REST = 4, 5


@dataclass(slots=True)
class Speller:
    """What is right in one language: of its dictionaries one, of other languages' for words that came from them.

    `words` are right besides, in small letters. It remembers what it was asked.
    """

    language: str
    dictionaries: tuple[Dictionary, ...]
    others: tuple[Dictionary, ...]
    words: frozenset[str]
    _known: dict[str, bool] = field(default_factory=dict)

    def knows(self, word: str) -> bool:
        """Whether a word is right as it stands, or a right word with another beginning or end."""
        if word not in self._known:
            self._known[word] = self._find(word)
        return self._known[word]

    def meant(self, word: str) -> list[str]:
        """Return the words that one slip parts from a wrong one, in its capitals; none where it is no likely slip."""
        small = word.lower()
        if self.language[:2] in NOUNS_ARE_CAPITAL and small != word:
            return neighbours(word, self.language, self._is_listed)
        return [_like(word, each) for each in neighbours(small, self.language, self._is_listed)]

    def _find(self, word: str) -> bool:
        small = word.lower()
        return any(map(self._is_whole, self._forms(word))) or self._is_made(small)

    def _forms(self, word: str) -> set[str]:
        """Return the forms of a word that are as good; English words may keep the accents that they came with."""
        small = word.lower()
        if not self.language.startswith("en"):
            return {word, small}
        return {word, small, small.capitalize(), small.removesuffix("s"), unaccented(small)}

    def _is_listed(self, word: str) -> bool:
        return any(dictionary.knows(word) for dictionary in self.dictionaries)

    def _is_whole(self, word: str) -> bool:
        if word.lower() in self.words or word.lower() in JARGON or word.lower() in RIGHT:
            return True
        if any(dictionary.knows(word) for dictionary in (*self.dictionaries, *self.others)):
            return True
        return any(dictionary.knows(other) for dictionary in self._english() for other in american(word))

    def _english(self) -> tuple[Dictionary, ...]:
        """The dictionaries that may know American English alone; none where American is what is asked for."""
        return () if self.language == "en-US" else self.dictionaries if self.language[:2] == "en" else self.others

    def _is_made(self, word: str) -> bool:
        """Whether a word is a known one with an ending or before another, or two that stand together."""
        stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
        if f"{word}s" in JARGON or any(
            not JARGON.isdisjoint({stem, f"{stem}e"}) or stem in self.words for stem in stems
        ):
            return True
        if self.language.startswith("de") and german.is_made(word, self._is_whole):
            return True
        return any(map(self._is_whole, self._rests(word))) or any(
            self._is_whole(left) and self._is_whole(right) for left, right in _halves(word)
        )

    def _rests(self, word: str) -> Iterator[str]:
        for prefix in _PREFIXES:
            if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_REST:
                yield word[len(prefix) :]


def unaccented(word: str) -> str:
    """Return a word without accents, as English dictionaries have the words that brought theirs: `naïve`, `resumé`."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def _halves(word: str) -> Iterator[tuple[str, str]]:
    return ((word[:at], word[at:]) for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1))


def _like(word: str, found: str) -> str:
    return found.capitalize() if word[0].isupper() else found
