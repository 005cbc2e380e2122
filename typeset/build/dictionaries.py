"""Folders of this machine in; the dictionaries of a language out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from typeset.lint.spelling.dictionary import Dictionary, own
from typeset.lint.subject import Shelf

_ALL_RIGHT = {"en": ("en_US", "en_GB"), "pt": ("pt_PT", "pt_BR")}
"""Languages whose countries spell differently: where no country is named, each of them is right."""
_OWN = "en_US"


def shelf_of(folders: Sequence[Path]) -> Shelf:
    """Return the shelf of every pair of Hunspell files in some folders; the first folder that has one counts."""
    known = dict(_pairs(folders))
    if _OWN not in known and (american := own(_OWN)):
        known[_OWN] = american

    @cache
    def shelf(language: str) -> tuple[Dictionary, ...]:
        return chosen(language, known)

    return shelf


def chosen(language: str, known: Mapping[str, Dictionary]) -> tuple[Dictionary, ...]:
    """Return the dictionaries for a BCP 47 language among those `known` by names such as `de_CH` or `fr`.

    That of the country comes first, then of the language as its homeland writes it, then of any country.
    """
    tag = language.replace("-", "_")
    base = tag.partition("_")[0]
    if tag in known and tag != base:
        return (known[tag],)
    if found := tuple(known[name] for name in _ALL_RIGHT.get(base, ()) if name in known):
        return found
    near = sorted(name for name in known if name == base or name.startswith(f"{base}_"))
    names = [f"{base}_{base.upper()}", base, *near]
    return tuple(known[name] for name in names if name in known)[:1]


def _pairs(folders: Iterable[Path]) -> Iterable[tuple[str, Dictionary]]:
    """Yield every dictionary by its name, the ones that count last."""
    for folder in reversed(list(folders)):
        for path in sorted(folder.glob("*.dic")):
            if all(os.access(each, os.R_OK) for each in (path, path.with_suffix(".aff"))):
                yield path.stem, Dictionary(str(folder), path.stem)
