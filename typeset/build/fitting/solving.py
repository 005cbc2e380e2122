"""A function from a position to a height in; the position nearest to 0 at which the height is right out.

Positions are those of `typeset.theme.fit`. Heights fall as positions rise, though not smoothly: what may not break
moves on to the next page as a whole. So the search keeps a bracket, and aims within it by the pages seen so far.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from typeset.build.fitting.goal import Span

CLOSE = 0.2
"""Positions nearer to each other than this look alike: a fifth of one option's way."""
_NEARLY = 0.05
"""Heights, in pages, nearer to each other than this are as good: two lines."""
_EDGE = 0.15
"""How far within a bracket to look at least, as a share of it."""
_TRUSTED = 2.0
"""How many times as steep, or as flat, as expected heights may be for the next guess: two looks can be deceptive."""


@dataclass(frozen=True, slots=True)
class Way:
    """From a position of too little change towards one end, and the heights that are wanted there."""

    start: float
    end: float
    span: Span

    @property
    def edge(self) -> float:
        """The height that least change comes to."""
        return self.span[1] if self.end > self.start else self.span[0]

    @property
    def aim(self) -> float:
        """A height a little beyond the edge."""
        low, high = self.span
        inside = min(_NEARLY / 2, (high - low) / 2)
        return high - inside if self.end > self.start else low + inside

    def is_enough(self, height: float) -> bool:
        """Whether a height is right, or is too great a change."""
        low, high = self.span
        return height <= high if self.end > self.start else height >= low

    def is_right(self, height: float) -> bool:
        """Whether a height is wanted."""
        low, high = self.span
        return low <= height <= high


@dataclass
class Search:
    """Looks for the least change.

    `seen` has every height that was measured, by position. Once something is found no more than `usual` are measured,
    and never more than `most`.
    """

    measure: Callable[[float], float]
    expect: Callable[[float], float]
    reach: tuple[float, float]
    usual: int
    most: int
    seen: dict[float, float] = field(default_factory=dict)

    def least(self, spans: list[Span]) -> float | None:
        """Return the position of least change at which the height is in one of `spans`, which rise, or None."""
        if 0.0 not in self.seen:
            self.look(0.0)
        height = self.seen[0.0]
        if any(low <= height <= high for low, high in spans):
            return 0.0
        loosest, tightest = self.reach
        below = [Way(0.0, tightest, span) for span in spans if span[1] < height and tightest][-1:]
        above = [Way(0.0, loosest, span) for span in spans if span[0] > height and loosest][:1]
        ways = sorted((*below, *above), key=lambda way: abs(self.position(way.edge, way.start, way.end)))
        found = map(self.along, ways)
        return next((position for position in found if position is not None), None)

    def along(self, way: Way) -> float | None:
        """Return the position nearest to the start of a way at which the height is right, or None."""
        while True:
            near, far, best = self.bracket(way)
            if self.is_done(way, near, far, best):
                return best
            self.look(self.next(way, near, far))

    def bracket(self, way: Way) -> tuple[float, float | None, float | None]:
        """Return the last position of too little change, the first of enough, and the first that is right."""
        positions = sorted((seen for seen in self.seen if _lies_on(way, seen)), key=lambda seen: abs(seen - way.start))
        far = next((seen for seen in positions if way.is_enough(self.seen[seen])), None)
        short = [seen for seen in positions if far is None or abs(seen - way.start) < abs(far - way.start)]
        best = next((seen for seen in positions if way.is_right(self.seen[seen])), None)
        return short[-1] if short else way.start, far, best

    def is_done(self, way: Way, near: float, far: float | None, best: float | None) -> bool:
        """Whether nothing much better can be found, or not in time."""
        if len(self.seen) >= (self.most if best is None else self.usual) or near == way.end:
            return True
        if far is None:
            return False
        return abs(far - near) <= CLOSE or (best == far and abs(self.seen[far] - way.edge) <= _NEARLY)

    def next(self, way: Way, near: float, far: float | None) -> float:
        """Return where to look next: within the bracket; without one, at the end where two looks were not enough."""
        if far is None:
            tries = sum(_lies_on(way, seen) and seen != way.start for seen in self.seen)
            return way.end if tries > 1 else self.position(way.aim, near, way.end)
        edge = _EDGE * (far - near)
        least, most = sorted((near + edge, far - edge))
        return min(max(self.position(way.aim, near, far), least), most)

    def position(self, wanted: float, near: float, far: float) -> float:
        """Return where between two positions a height is expected; the second where it is expected beyond."""
        for _ in range(10):
            middle = (near + far) / 2
            if (self.guess(middle) > wanted) == (far > near):
                near = middle
            else:
                far = middle
        return far

    def guess(self, position: float) -> float:
        """Return the height that is expected at a position, by the two nearest that were seen."""
        one, *others = sorted(self.seen, key=lambda seen: abs(seen - position))
        first, here = self.expect(one), self.expect(position)
        slope = expected = self.seen[one] / first
        if others and (second := self.expect(others[0])) != first:
            slope = (self.seen[others[0]] - self.seen[one]) / (second - first)
        return self.seen[one] + min(max(slope, expected / _TRUSTED), expected * _TRUSTED) * (here - first)

    def look(self, position: float) -> None:
        """Measure the height at a position."""
        self.seen[position] = self.measure(position)


def _lies_on(way: Way, position: float) -> bool:
    return min(way.start, way.end) <= position <= max(way.start, way.end)
