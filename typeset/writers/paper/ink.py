"""A colour of a screen in, the inks that print it out: black alone for greys, else black and two of the three colours.

Small letters in four inks are blurred by the slightest shift of a plate, and greys take on a tint. So black takes the
part that the three colours have in common, and of what can be mixed so, the nearest to the colour is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product

from typeset.writers.assets.photo import measured

Inks = tuple[int, ...]
"""Four: cyan, magenta, yellow and black, in percent."""
Lab = tuple[float, float, float]
"""CIE L*a*b*, relative to the paper."""

LEAST_CHROMA = 9.0
"""Greyer colours than this are greys (CIE C*); #334155, a bluish slate, has 14."""
MOST = 280
"""What the paper takes up, in percent of all inks together."""
COARSE, FINE = 10, 2
"""Steps of the search, in percent."""


@cache
def inks(red: float, green: float, blue: float) -> Inks:
    """Return the inks of a colour of sRGB, its channels from 0 to 1; never more than 280 % together."""
    return inks_of_lab(*measured("RGB", bytes(round(255 * channel) for channel in (red, green, blue)))[0])


@cache
def inks_of_lab(lightness: float, a: float, b: float) -> Inks:
    """Return the inks of a colour of CIE L*a*b* (D50). What is darker than black ink is black ink."""
    if a * a + b * b < LEAST_CHROMA**2:
        return _nearest((lightness, 0, 0), [(0, 0, 0, black) for black in range(101)])
    wanted, steps = (lightness, a, b), range(0, 101, COARSE)
    return _nearest(wanted, _around(_nearest(wanted, _mixtures(steps))))


def _mixtures(steps: Iterable[int]) -> Iterable[Inks]:
    """Yield black with two of the three colours, or one, or none."""
    return filter(_is_sparing, product(steps, repeat=4))


def _around(found: Inks) -> Iterable[Inks]:
    """Yield the mixtures that are less than a coarse step away."""
    ranges = [range(max(0, ink - COARSE + FINE), min(100, ink + COARSE - FINE) + 1, FINE) for ink in found]
    return filter(_is_sparing, product(*ranges))


def _is_sparing(mixture: Inks) -> bool:
    return 0 in mixture[:3] and sum(mixture) <= MOST


def _nearest(wanted: Lab, mixtures: Iterable[Inks]) -> Inks:
    """Return the mixture that is seen nearest to a colour; of equals the one with the least ink."""
    candidates = list(mixtures)
    distances = (
        (sum((one - other) ** 2 for one, other in zip(wanted, lab, strict=True)), sum(mixture), mixture)
        for mixture, lab in zip(candidates, _measured(candidates), strict=True)
    )
    return min(distances)[2]


def _measured(mixtures: Iterable[Inks]) -> list[Lab]:
    return measured("CMYK", bytes(round(2.55 * ink) for mixture in mixtures for ink in mixture))
