"""Ranges of characters as CSS writes them in (CSS Fonts 4, `unicode-range`), as numbers out."""

from __future__ import annotations

import re

_RANGE = re.compile(r"U\+([0-9A-F]{1,6})(?:-([0-9A-F]{1,6}))?", re.IGNORECASE)


def parse(written: str) -> tuple[range, ...]:
    """Return what `U+370-3FF, U+2605` says; of what `problems` has a word against, nothing."""
    found = (_parsed(part) for part in written.split(","))
    return tuple(part for part in found if part)


def problems(written: str) -> list[str]:
    """Return what is wrong with ranges, one by one."""
    return [
        f"`{part.strip()}` is not a range of characters such as U+370-3FF"
        for part in written.split(",")
        if not _parsed(part)
    ]


def _parsed(part: str) -> range:
    """Return a range, an empty one for what is none."""
    match = _RANGE.fullmatch(part.strip())
    return range(int(match[1], 16), int(match[2] or match[1], 16) + 1) if match else range(0)
