"""A page budget in; which heights keep it out."""

from __future__ import annotations

from dataclasses import dataclass

from typeset.build.fitting.layout import Layout
from typeset.resume.application import Pages

Span = tuple[float, float]
"""Heights from one to another, in pages."""

_HARDLY = 0.005
"""The least height of a page that is there at all."""


@dataclass(frozen=True, slots=True)
class Goal:
    """The fewest and the most pages, and how full the last one must be, from 0 to 1."""

    least: int
    most: int
    fill: float = 0.0

    @classmethod
    def of(cls, pages: Pages | None, there: int) -> Goal:
        """Return what a budget comes to; without one, no more pages than are `there`."""
        if not pages:
            return cls(1, there)
        if pages.exactly:
            return cls(pages.exactly, pages.exactly, pages.fill or 0.0)
        return cls(1, pages.max or there, pages.fill or 0.0)

    def is_met(self, layout: Layout) -> bool:
        """Whether pages keep the budget."""
        return self.least <= layout.pages <= self.most and layout.fill >= self.fill

    @property
    def spans(self) -> list[Span]:
        """The heights that keep it, from the least."""
        if not self.fill:
            return [(self.least - 1 + _HARDLY, float(self.most))]
        return [(pages - 1 + self.fill, float(pages)) for pages in range(self.least, self.most + 1)]
