"""Words in, what they are compared by out. The only module that knows snowballstemmer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from typeset.coverage.languages import GERMAN, Language

if TYPE_CHECKING:
    from snowballstemmer.basestemmer import BaseStemmer

_GERMAN_VERB = re.compile(r"(?<=\w{4})e([lr])t?$")
_PLURAL_OF_INITIALS = re.compile(r"(?<=[A-Z]{2})s$")
_LONGEST = 50
"""Letters of a word that is worth to be taken apart."""
_PARTS = re.compile(r"[-/_'’]+")


@cache
def _stemmer(algorithm: str) -> BaseStemmer:
    import snowballstemmer

    return snowballstemmer.stemmer(algorithm)


@lru_cache(maxsize=50_000)
def stem(word: str, language: Language) -> str:
    """Return the stem of a word in small letters, whatever letters it is in; `APIs` are `API`.

    In German `entwickeln`, `entwickelt` and `Entwicklung` have one, for which Snowball's three are not yet equal.
    """
    word = _PLURAL_OF_INITIALS.sub("", word)
    small = unicodedata.normalize("NFKC", word).casefold()
    if not small.isalpha() or not language.stemmer or len(small) > _LONGEST:
        return small
    for pattern, spelling in language.spellings:
        small = pattern.sub(spelling, small)
    found = str(_stemmer(language.stemmer).stemWord(small))
    return _GERMAN_VERB.sub(r"\1", found) if language is GERMAN else found


def parts(words: Sequence[str]) -> list[str]:
    """Return the words of words with hyphens and slashes between them."""
    return [part for word in words for part in _PARTS.split(word) if part]


def keys(words: Sequence[str], language: Language) -> frozenset[str]:
    """Return what words are compared by: their stems run together, and the stem of them run together.

    So `time series`, `time-series` and `timeseries` are one.
    """
    found = parts(words)
    return frozenset(["".join(stem(word, language) for word in found), stem("".join(found), language)])
