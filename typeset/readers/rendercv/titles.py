"""A section's key in; its title as RenderCV writes it out."""

from __future__ import annotations

_SMALL_WORDS = """
a and as at but by for from if in into like near nor of off on onto or over so than that to upon when with yet
"""
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that RenderCV leaves without a capital."""


def title_of(key: str) -> str:
    """Return a section's title: `invited_talks` is "Invited Talks"; a key with spaces is a title already."""
    if " " in key.strip():
        return key.strip()
    return " ".join(_capital(word) for word in key.split("_") if word)


def _capital(word: str) -> str:
    if word in _SMALL or any(letter.isupper() for letter in word):
        return word
    return word[:1].upper() + word[1:]
