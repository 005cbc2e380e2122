"""Two colours in, how well one can be told from the other out."""

from __future__ import annotations

from functools import lru_cache

Color = tuple[float, float, float]
"""Red, green and blue, from 0 to 255."""


@lru_cache(maxsize=4096)
def contrast(one: Color, other: Color) -> float:
    """Return the ratio of two colours' luminances, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(color: Color, ground: Color, opacity: float) -> Color:
    """Return the colour that a ground has under a coat of another; `opacity` from 0 to 1."""
    red, green, blue = (
        opacity * above + (1 - opacity) * below for above, below in zip(color, ground, strict=True)
    )  # fmt: skip
    return red, green, blue


def _luminance(color: Color) -> float:
    """Return relative luminance, 0 to 1 (WCAG 2.2; the threshold is that of IEC 61966-2-1)."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (part / 255 for part in color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
