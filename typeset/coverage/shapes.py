"""A word in; whether its shape says that it is a name, such as those of products, methods and standards, out."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"^\.\w|\+\+?$|#$|\w\.\w")
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]|[A-Z]{2}")
_LETTER_AND_DIGIT = re.compile(r"(?i)[a-z]\d|\d[a-z]{2}")
_ORDINAL = re.compile(r"(?i)\d+(?:st|nd|rd|th|er|e|k|m|h|x|%)?")
_ONE_LETTER = frozenset(["C", "R"])
"""Languages with a name of one letter."""


def has_shape(word: str) -> bool:
    """Whether a word is a name wherever it stands: `C++`, `.NET`, `Node.js`, `PostgreSQL`, `SQL`, `CI/CD`, `S3`."""
    if is_number(word):
        return False
    if len(word) == 1:
        return word in _ONE_LETTER
    if "/" in word:
        return all(len(part) > 1 and part.isupper() for part in word.split("/"))
    return bool(_SIGNS.search(word) or _INNER_CAPITAL.search(word) or _LETTER_AND_DIGIT.search(word))


def is_number(word: str) -> bool:
    """Whether a word is an amount, an ordinal, or a version."""
    return bool(_ORDINAL.fullmatch(word)) or not any(map(str.isalpha, word))


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital."""
    return word[:1].isupper()
