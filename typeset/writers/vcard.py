"""Manuscript in, a card for address books out."""

from __future__ import annotations

from typeset.writers import Manuscript
from typeset.writers.assets.card import card


def write(manuscript: Manuscript) -> bytes:
    """Return a vCard 3.0 in UTF-8 that says what the head of the page says."""
    return card(manuscript.document.masthead).encode("utf-8")
