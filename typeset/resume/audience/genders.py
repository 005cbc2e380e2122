"""A résumé for readers who may not know who it is in; the words in it that tell a gender, each with its place, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from typeset.resume.blocks import Body
from typeset.resume.model import Resume
from typeset.resume.tailoring.addresses import addresses
from typeset.resume.tailoring.saying import place, said
from typeset.resume.text import Text
from typeset.source import Place

_WORDS = {
    "en": "he him his himself she her hers herself Mr Mrs Ms Miss",
    "de": "Herr Herrn Frau",
    "fr": "Monsieur Madame Mademoiselle",
    "es": "señor señora señorita",
    "it": "signor signora signorina",
    "pt": "senhor senhora",
    "nl": "meneer mevrouw",
    "sv": "hon henne hennes honom herr fru",
    "da": "hun hende hendes ham herr fru",
}
"""Pronouns and forms of address; of words that may mean something else, such as the German "sie" and "er", none."""
_FEMININE = re.compile(r"\w+(?:er|or|eur|ent|ant|ist|log|nom|urg)in\b")
"""German titles of women; those of men are used for everybody, too, and tell little."""
_TITLES = ("label", "position", "studyType")


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that tells a gender, the path of the text that it is in, and where that is written."""

    word: str
    path: str
    place: Place | None


def telling(resume: Resume, language: str) -> Iterator[Telling]:
    """Yield each word of a résumé in `language` that may tell a gender, once a text."""
    main = language.partition("-")[0]
    patterns = [re.compile(rf"\b(?:{'|'.join(_WORDS[main].split())})\b", re.IGNORECASE)] if main in _WORDS else []
    for path, known in addresses(resume).items():
        is_title = main == "de" and path.rpartition(".")[2] in _TITLES
        for address in known:
            if isinstance(address.value, Text | Body) and address.known:
                written = place(address.value)
                for pattern in (*patterns, *([_FEMININE] if is_title else [])):
                    for word in dict.fromkeys(pattern.findall(said(address.value))):
                        yield Telling(word, path, written.at(word) if written else None)
