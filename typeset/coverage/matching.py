"""Terms and texts in; where the texts have the terms out. Case, hyphens, spaces and endings of words do not matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from typeset.coverage.candidates import LONGEST, Weight
from typeset.coverage.languages import Language
from typeset.coverage.shapes import is_capital
from typeset.coverage.stems import keys, parts, stem
from typeset.coverage.terms import Term
from typeset.coverage.words import words

_LONGEST = LONGEST + 2
"""Parts of words, with a hyphen or two among them, that a term may have come to."""
_SHORT_NAME = 5
"""Letters up to which a name may well be a word, too: `Go`, `Rust`, `Hive`, `Spark`."""
_SHORTEST_JOINED = 6
"""Letters from which words run together are taken for one: `time series` and `timeseries`, but not `is o` and `ISO`."""
_ALIKE = 4
"""Letters at the beginning that words run together share with a term, before it is worth to look for their stem."""

Where = TypeVar("Where")


@dataclass(frozen=True, slots=True)
class Text(Generic[Where]):
    """A text and what to call it: a page, or a path of the content."""

    where: Where
    text: str


@dataclass(frozen=True, slots=True)
class Spot(Generic[Where]):
    """Where a term was found: in which text, and on which of its lines, from 1."""

    where: Where
    line: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a word, in which line, and whether something but white space or a hyphen is before it."""

    text: str
    line: int
    is_apart: bool


def spots(terms: Sequence[Term], texts: Iterable[Text[Where]], language: Language) -> Mapping[Term, list[Spot[Where]]]:
    """Return where each term stands, in the order of the texts; terms that are nowhere have no place."""
    by_key: dict[str, list[Term]] = {}
    for term in terms:
        for key in term.keys:
            by_key.setdefault(key, []).append(term)
    found: dict[Term, list[Spot[Where]]] = {term: [] for term in terms}
    for text in texts:
        for term, line in _in_text(text.text, by_key, language):
            spot = Spot(text.where, line)
            if spot not in found[term]:
                found[term].append(spot)
    return found


def _in_text(text: str, by_key: Mapping[str, list[Term]], language: Language) -> Iterable[tuple[Term, int]]:
    made = [
        _Part(part, word.line, number == 0 and not word.follows)
        for word in words(text, 1)
        for number, part in enumerate(parts([word.text]))
    ]
    beginnings = {key[:_ALIKE] for key in by_key}
    for start, first in enumerate(made):
        window: list[str] = []
        for part in made[start : start + _LONGEST]:
            if window and part.is_apart:
                break
            window.append(part.text)
            for key in _keys(window, beginnings, language):
                for term in by_key.get(key, ()):
                    if _is_meant(term, window, key):
                        yield term, first.line


def _keys(window: list[str], beginnings: set[str], language: Language) -> frozenset[str]:
    joined = "".join(stem(part, language) for part in window)
    return keys(window, language) if joined[:_ALIKE] in beginnings else frozenset()


def _is_meant(term: Term, window: list[str], key: str) -> bool:
    """Whether words with a term's key are the term: a short name has its capital, few letters are not run together."""
    own = parts(term.text.split())
    if len(own) != len(window) and len(key) < _SHORTEST_JOINED:
        return False
    is_short_name = term.weight is Weight.NAME and len(own) == 1 and len(own[0]) <= _SHORT_NAME and is_capital(own[0])
    return not is_short_name or is_capital(window[0])


def page_lines(page: str) -> str:
    """Return the text of a page without empty lines, so that lines are counted as somebody who looks at it does."""
    return "\n".join(line for line in page.split("\n") if line.strip())
