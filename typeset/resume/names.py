"""Stable names: how they look, how they are made from a title, which known one a stranger resembles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

WELL_FORMED = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?")
PATH = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9])?")
_LONGEST_MADE = 40
_MOST_LISTED = 20


def slug(title: str) -> str:
    """Return a stable name made from a title: "Carnegie Mellon University" is `carnegie-mellon-university`."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_only.lower())
    name = ""
    for word in words:
        if name and len(name) + len(word) >= _LONGEST_MADE:
            break
        name += f"-{word}" if name else word[:_LONGEST_MADE]
    return name


def hint(name: str, known: Iterable[str]) -> str | None:
    """Return what to try instead of a name that is not there: the nearest known one, or all if they are not many."""
    known = list(known)
    if meant := nearest(name, known):
        return f"did you mean `{meant}`?"
    return f"there are {', '.join(f'`{each}`' for each in known) or 'none'}" if len(known) <= _MOST_LISTED else None


def path_hint(path: str, known: Iterable[str]) -> str | None:
    """Return what to try instead of a path that is not there: first what is called so elsewhere in its section."""
    known = list(known)
    alike = [each for each in known if _ends(each) == _ends(path)]
    return f"did you mean `{alike[0]}`?" if len(alike) == 1 else hint(path, alike or known)


def _ends(path: str) -> tuple[str, str]:
    return path.partition(".")[0], path.rpartition(".")[2]


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that `name` was most likely meant to be, or None when none is near."""
    from difflib import get_close_matches

    by_lower = {candidate.lower(): candidate for candidate in known}
    close = get_close_matches(name.lower(), by_lower, n=1, cutoff=0.75)
    return by_lower[close[0]] if close else None
