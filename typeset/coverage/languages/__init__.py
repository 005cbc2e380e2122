"""A text in, the language that it is in, as far as one is known, out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from typeset.coverage.languages.english import ENGLISH
from typeset.coverage.languages.german import GERMAN
from typeset.coverage.languages.language import Language
from typeset.coverage.languages.others import OTHERS

LANGUAGES = (ENGLISH, GERMAN, *OTHERS)
UNKNOWN = Language("und", "a language that was not recognised", "", frozenset())

UNSPACED = {
    "HIRAGANA": Language("ja", "Japanese", "", frozenset()),
    "KATAKANA": Language("ja", "Japanese", "", frozenset()),
    "THAI": Language("th", "Thai", "", frozenset()),
    "CJK": Language("zh", "Chinese", "", frozenset()),
}
"""Languages that part no words, by the first word of their letters' names; a few kana make a text Japanese."""
_FEW = 0.05
_LEAST_SHARE = 0.08
"""Of the words of running text in a language a third are joining words; of a list of skills, hardly any."""


def language_of(text: str) -> Language:
    """Return the language whose joining words a text has most of; `UNKNOWN` where it has too few of any."""
    letters = [char for char in text if char.isalpha()]
    scripts = Counter(unicodedata.name(char, "").partition(" ")[0].partition("-")[0] for char in letters)
    for script, language in UNSPACED.items():
        if scripts[script] > _FEW * len(letters):
            return language
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.lower())
    counted = [(sum(word in language.joining for word in words), language) for language in LANGUAGES]
    count, language = max(counted, key=lambda found: found[0])
    return language if count > _LEAST_SHARE * len(words) else UNKNOWN


def is_unspaced(language: Language) -> bool:
    """Whether words of a language stand without spaces between them, so that its terms cannot be told apart."""
    return language in UNSPACED.values()


__all__ = ["ENGLISH", "GERMAN", "LANGUAGES", "UNKNOWN", "Language", "is_unspaced", "language_of"]
