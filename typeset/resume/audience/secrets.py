"""What must not be in a file in; whether a stretch of text says it, out: in any case, spacing or script of letters.

What is said by a single word (a family name, an account) is only found as a word: "Lind" is not in "Lindqvist". The
name of a month is no word of a name, nor is a title or a particle; nor what is shorter than three letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from typeset.source import Place

SHORTEST_WORD = 3
SHORTEST_IN_ADDRESS = 5
"""Letters of a word that is found inside another in an address: `alindqvist`."""
SHORTEST_PHRASE = 8
"""Characters, without spaces, of what is found however it is spaced."""
FIGURES = 8
"""The last figures of a telephone number, which are the same with and without the country's code."""
FEWEST_FIGURES = 6

_TITLES = "dr prof mr mrs ms mx sir dame phd msc bsc mba dipl ing habil herr frau jun sen"
_PARTICLES = "van von vom der den del della dos das les los ten ter the and und san bin bint"
_MONTHS = "april may june july august mai juni juli mars avril juin juillet abril mayo junio julio marzo maggio"
UNTELLING = frozenset(f"{_TITLES} {_PARTICLES} {_MONTHS}".split())
"""Titles, particles and months, which are in many names and tell of nobody."""

_ADDRESS = re.compile(r"@|://|\w[./_]\w|%[0-9A-Fa-f]{2}")
_FIGURES = re.compile(r"\d(?:[\s().\-/+\u00a0\u2010-\u2015]{0,3}\d)+")
_WITHOUT_SIGHT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_PLAIN = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ı": "i", "þ": "th", "Þ": "Th"}
_PLAIN |= {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
_LETTERS = str.maketrans(_PLAIN)


class Kind(StrEnum):
    """How a value is looked for: as a name and its words, as characters, or as the figures of a number."""

    NAME = "name"
    WORDS = "words"
    NUMBER = "number"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that is withheld: where it stands in the content, by path and by place, and how to look for it."""

    path: str
    kind: Kind
    value: str = field(repr=False)
    place: Place | None = field(default=None, compare=False, repr=False)
    keep: frozenset[str] = frozenset()
    """Words of it that may stand alone all the same, in one case."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a value that is withheld still stands in what is shown."""

    secret: Secret
    path: str
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Withheld:
    """All that must not be in a file, where some of it still stands, and the names that are shown and hold some of it.

    A hidden school's name in a shown employer's is that employer's.
    """

    secrets: tuple[Secret, ...] = ()
    standing: tuple[Standing, ...] = ()
    shown: tuple[str, ...] = ()

    def said_in(self, text: str, *, source: bool = False) -> list[Secret]:
        """Return what of it a text says; `source` is text with a syntax of its own."""
        if not self.secrets or not text:
            return []
        said = Said(text, source)
        if self.shown:
            said = Said(_without(said.letters, self.shown), source)
        return [secret for secret in self.secrets if says(said, secret)]

    def also(self, secrets: tuple[Secret, ...]) -> Withheld:
        """Return this and more that must not be there."""
        return replace(self, secrets=(*self.secrets, *secrets)) if secrets else self


NOTHING = Withheld()
"""What is withheld from those who may see everything."""


@dataclass(frozen=True)
class Said:
    """A stretch of text to look for secrets in.

    `source` is text with a syntax of its own (CSS, the names of styles), in which only what is long enough to stand
    there by no accident is looked for.
    """

    text: str
    source: bool = False

    @cached_property
    def letters(self) -> str:
        """The text in plain letters, entities and percent signs resolved."""
        text = unescape(self.text) if "&" in self.text else self.text
        return folded(f"{text}\n{unquote(text)}" if "%" in text else text)

    @cached_property
    def squeezed(self) -> str:
        return squeezed(self.letters)

    @cached_property
    def figures(self) -> str:
        return " ".join(re.sub(r"\D", "", found[0]) for found in _FIGURES.finditer(self.letters))

    @cached_property
    def addresses(self) -> str:
        return " ".join(word for word in self.letters.split() if _ADDRESS.search(word)).casefold()


def folded(text: str) -> str:
    """Return a text in letters without accents, of one width: what is left of it in a file name or an address."""
    parts = unicodedata.normalize("NFKD", text.translate(_WITHOUT_SIGHT)).translate(_LETTERS)
    return "".join(char for char in parts if not unicodedata.combining(char))


def squeezed(text: str) -> str:
    """Return a folded text without spaces, in one case."""
    return "".join(text.casefold().split())


def _without(letters: str, phrases: tuple[str, ...]) -> str:
    """Return a folded text without some phrases, however their words are spaced."""
    for phrase in phrases:
        spaced = r"\s+".join(map(re.escape, folded(phrase).split()))
        letters = re.sub(rf"(?i)(?<!\w){spaced}(?!\w)", " ", letters)
    return letters


def telling_words(name: str) -> tuple[str, ...]:
    """Return the words of a name by which a person is found, folded."""
    words = re.findall(r"[^\W\d_]+", folded(name))
    return tuple(dict.fromkeys(word for word in words if _is_telling(word)))


def _is_telling(word: str) -> bool:
    shortest = SHORTEST_WORD if word.upper() != word.lower() else 2
    return len(word) >= shortest and word.casefold() not in UNTELLING


def says(said: Said, secret: Secret) -> bool:
    """Whether a text says what is withheld."""
    return any(_is_in(said, form) for form in _forms(secret))


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to find a value: `kind` says in which version of a text."""

    kind: Kind
    characters: str


def _forms(secret: Secret) -> Iterator[_Form]:
    value = folded(secret.value).strip()
    match secret.kind:
        case Kind.NUMBER:
            figures = re.sub(r"\D", "", value)
            if len(figures) >= FEWEST_FIGURES:
                yield _Form(Kind.NUMBER, figures[-FIGURES:])
            return
        case Kind.NAME:
            words = (word for word in telling_words(value) if word.casefold() not in secret.keep)
            yield from (_Form(Kind.NAME, word) for word in words)
            value = " ".join(word for word in value.split() if word.casefold().strip(".,") not in _TITLES.split())
    if value.casefold() in secret.keep:
        return
    is_one = len(value.split()) == 1 and secret.kind is not Kind.ADDRESS and value.isalpha()
    if len(squeezed(value)) >= SHORTEST_PHRASE and not is_one:
        yield _Form(Kind.ADDRESS, squeezed(value))
    elif _is_telling(value):
        yield _Form(Kind.NAME if is_one else Kind.WORDS, value)


def _is_in(said: Said, form: _Form) -> bool:
    match form.kind:
        case Kind.NUMBER:
            return not said.source and form.characters in said.figures
        case Kind.ADDRESS:
            return form.characters in said.squeezed
        case Kind.WORDS:
            return not said.source and bool(_bounded(form.characters.casefold()).search(said.letters.casefold()))
    if said.source:
        return False
    return _as_word(form.characters).search(said.letters) is not None or _in_address(form.characters, said.addresses)


def _as_word(word: str) -> re.Pattern[str]:
    """Return what finds a word as it is written, in capitals, and with the ending that makes it somebody's.

    What is written small, as accounts are, is found small: in capitals it may be the word that it was made from.
    """
    spelled = (word,) if word.islower() else (word, word.upper(), word.capitalize())
    ways = "|".join(map(re.escape, dict.fromkeys(spelled)))
    if word.upper() == word.lower():
        return re.compile(ways)  # a script that sets no spaces between words
    return re.compile(rf"(?<![^\W\d_])(?:{ways})(?:['’]?[sS])?(?![^\W\d_])")


def _bounded(characters: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@]){re.escape(characters)}(?!\w)")


def _in_address(word: str, addresses: str) -> bool:
    if len(word) >= SHORTEST_IN_ADDRESS:
        return word.casefold() in addresses
    return bool(re.search(rf"(?<![^\W\d_]){re.escape(word.casefold())}(?![^\W\d_])", addresses))
