"""A language in; the package that brings a dictionary of it on Debian and Ubuntu out."""

from __future__ import annotations

from typeset.lint.listed import listed

_ALONE = listed("""
    af an ar be bg bn br bs ca cs da el es eu gd gl gu he hi hr hu id is it kk kmr ko lo lt lv ml ne nl no oc pl ro ru
    si sk sl sr sv sw te th tr uk uz vi
""")
_OTHERS = {
    "de": "de-de", "de-AT": "de-at", "de-CH": "de-ch", "en": "en-us", "en-AU": "en-au", "en-CA": "en-ca",
    "en-GB": "en-gb", "en-ZA": "en-za", "fr": "fr", "nb": "no", "nn": "no", "pt": "pt-pt", "pt-BR": "pt-br",
}  # fmt: skip
WITHOUT_SPACES = frozenset(["bo", "dz", "ja", "km", "lo", "my", "th", "yue", "zh"])
"""Languages whose words nobody can tell without a dictionary already."""


def package(language: str) -> str | None:
    """Return the name of a Debian package for a BCP 47 language, or None where none is known."""
    base = language.partition("-")[0]
    known = _OTHERS.get(language) or _OTHERS.get(base) or (base if base in _ALONE else None)
    return f"hunspell-{known}" if known else None
