"""Every attack there is, and a share of them that takes a minute."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from . import archives, data, pictures, places, programs, sheets, tex, texts
from .attack import Attack

SOURCES = (data, texts, programs, sheets, pictures, places, archives, tex)


def attacks() -> Iterator[Attack]:
    """Yield every attack, group by group."""
    yield from sorted((each for source in SOURCES for each in source.attacks()), key=lambda attack: attack.group)


def by_group() -> dict[str, list[Attack]]:
    """Return every attack by its group."""
    return {group: list(found) for group, found in groupby(attacks(), lambda attack: attack.group)}


def share(of_each: int, fewer: Mapping[str, int]) -> list[Attack]:
    """Return so many of each group, or `fewer` by name, at even distances, so that they are the same at every run."""
    return [
        found[len(found) * number // most]
        for group, found in by_group().items()
        for most in (fewer.get(group, of_each),)
        for number in range(most)
    ]
