"""The first words of a bullet in; the tense of the verb that it begins with out, where it surely begins with one."""

from __future__ import annotations

from typeset.lint.verbs import english, german
from typeset.lint.verbs.verb import Tense, Verb

_LANGUAGES = {"en": english.verb, "de": german.verb}


def verb(text: str, language: str) -> Verb | None:
    """Return the verb that a text in a BCP 47 language begins with, or None where that is not certain."""
    read = _LANGUAGES.get(language.partition("-")[0])
    return read(text) if read else None


__all__ = ["Tense", "Verb", "verb"]
