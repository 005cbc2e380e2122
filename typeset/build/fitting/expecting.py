"""Values of a theme's options in, how high the same text will be in them out: a first guess, before any layout.

It need not be right, only grow and shrink as the pages do: from the second layout on it is held against them.
"""

from __future__ import annotations

from collections.abc import Callable

from typeset.theme.fit import Values
from typeset.theme.options import points

_SHEET = 595.0
"""The width of a sheet, in points (A4; Letter is 3 % wider)."""
_WHITE = 0.27
"""The share of a page that is white between things, at a spacing of 1."""
_WRAPPED = 0.55
"""How the number of lines follows their width: those that are not full stay as they are."""

_FACTORS: dict[str, Callable[[float], float]] = {
    "spacing": lambda spacing: 1 - _WHITE + _WHITE * spacing,
    "leading": lambda leading: leading,
    "size": lambda size: size ** (1 + _WRAPPED),
    "margin": lambda margin: (_SHEET / (_SHEET - 2 * margin)) ** _WRAPPED,
}
"""How the height follows the options that every theme has; the others do little."""


def expected(values: Values) -> float:
    """Return a height to compare with that of other values."""
    height = 1.0
    for name, value in values:
        measure = points(value) if name in _FACTORS else None
        if measure is not None:
            height *= _FACTORS[name](measure)
    return height
