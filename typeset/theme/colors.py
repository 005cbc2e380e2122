"""A colour in, the nearest one of its hue that can be read on every light or every dark sheet out."""

from __future__ import annotations

import colorsys

LIGHT_SHEET = "#f4f4f2"
"""The darkest sheet that counts as light."""
DARK_SHEET = "#212226"
"""The lightest sheet that counts as dark."""
LEAST_CONTRAST = 4.6
"""WCAG 2.2 asks for 4.5 : 1 (1.4.3); a little more, since browsers round."""
_STEPS = 200

Channels = tuple[float, float, float]


def on_light(color: str) -> str:
    """Return `#rgb` or `#rrggbb`, darkened as far as reading it on a light sheet needs."""
    return color if contrast(color, LIGHT_SHEET) >= LEAST_CONTRAST else _readable(color, LIGHT_SHEET, 0.0)


def on_dark(color: str) -> str:
    """Return a colour as light as `color` is dark, or as much lighter as reading it on a dark sheet needs."""
    return _readable(color, DARK_SHEET, 1.0)


def contrast(one: str, other: str) -> float:
    """Return the ratio of two colours' luminances, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(_channels(one)), _luminance(_channels(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _readable(color: str, sheet: str, end: float) -> str:
    """Return a colour of one hue and saturation (of HLS), moved towards `end`, black or white, till it can be read."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(color))
    start = max(lightness, end - lightness)
    steps = (start + (end - start) * step / _STEPS for step in range(_STEPS + 1))
    shades = (_written(colorsys.hls_to_rgb(hue, step, saturation)) for step in steps)
    return next(shade for shade in shades if contrast(shade, sheet) >= LEAST_CONTRAST)


def _written(channels: Channels) -> str:
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in channels)


def _channels(color: str) -> Channels:
    """Return red, green and blue, 0 to 1."""
    digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _luminance(channels: Channels) -> float:
    """Return relative luminance, 0 to 1 (WCAG 2.2; the threshold is that of IEC 61966-2-1)."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
