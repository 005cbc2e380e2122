"""A theme in, the measures of its sheet out, in points: what style sheets work out for themselves."""

from __future__ import annotations

from dataclasses import dataclass

from typeset.theme.options import POINTS, points
from typeset.theme.theme import Theme

PAPERS = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}
"""Width and height (ISO 216; ANSI/ASME Y14.1)."""

COLORS = {"ink": "#1a1a1a", "quiet": "#444444", "rule": "#aaaaaa"}
"""What `base.css` calls so."""


HEADER_AT = 28
"""How far a running head stands from the edge of the sheet, in points."""

LARGE, LARGE_LEADING = 1.5, 1.2
"""From which size on lines stand closer, and how close, both in sizes of the text."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper, margins and text, in points; `leading` in sizes of the text, `spacing` as a factor of the theme's own."""

    width: float
    height: float
    top: float
    side: float
    bottom: float
    size: float
    leading: float
    spacing: float
    accent: str

    @property
    def measure(self) -> float:
        """How wide the text is."""
        return self.width - 2 * self.side

    @property
    def gap(self) -> float:
        """A line's worth of white space."""
        return self.size * self.leading * self.spacing

    def line(self, size: float) -> float:
        """Return how high a line is of letters in `size` sizes of the text; large ones stand closer."""
        return self.size * size * (self.leading if size < LARGE else LARGE_LEADING)

    def color(self, name: str) -> str:
        """Return `ink`, `quiet`, `rule` or `accent` as #rrggbb."""
        code = COLORS.get(name, self.accent).lstrip("#")
        return "#" + (code if len(code) == 6 else "".join(2 * digit for digit in code))


def sheet(theme: Theme) -> Sheet:
    """Return the sheet that a theme's options ask for."""
    options = dict(theme.values)

    def measure(name: str, default: str) -> float:
        return points(options.get(name, default)) or 0.0

    width, height = PAPERS.get(options.get("paper", ""), PAPERS["A4"])
    return Sheet(
        width,
        height,
        top=18 * POINTS["mm"],
        side=measure("margin", "20mm"),
        bottom=20 * POINTS["mm"],
        size=measure("size", "10pt"),
        leading=measure("leading", "1.38"),
        spacing=measure("spacing", "1"),
        accent=options.get("accent", COLORS["ink"]),
    )
