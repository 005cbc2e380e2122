"""A theme and a document's characters in; the theme with the fallbacks that they need out.

The ranges that manifests give say where to look, so that no font need be opened to know. Most documents need none,
and are set as if there were none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from typeset.theme.ranges import parse
from typeset.theme.theme import FontFace, Theme

LATIN = 0xFF
"""The last character of Latin-1, all of which every font for text has."""


def fitted(theme: Theme, characters: Iterable[str]) -> Theme:
    """Return the theme, its fallbacks the spare families that are there for a character that its own fonts lack.

    A family is taken whole, in all its weights, and the families stay in their order.
    """
    own = [range(LATIN + 1), *(part for covers in theme.covers for part in parse(covers))]
    lacking = {char for char in map(ord, characters) if not any(char in part for part in own)}
    needed = {face.family for face in theme.spare if any(char in part for part in there_for(face) for char in lacking)}
    return replace(theme, fallbacks=tuple(face for face in theme.spare if face.family in needed))


def there_for(face: FontFace) -> list[range]:
    """Return the characters that a fallback is there for."""
    return [found for covers in face.covers for found in parse(covers)]
