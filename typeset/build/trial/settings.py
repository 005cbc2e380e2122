"""A theme's options in; sets of values at the ends of their ranges out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from typeset.theme.fit import Values
from typeset.theme.manifest import Option

COLORS = ("#000000", "#0b5d1e")
"""What colours are tried: both can be read on white, so that a theme is not blamed for a colour that cannot."""


def extremes(option: Option) -> tuple[str, ...]:
    """Return the values of an option that are tried, its default among them where that is one."""
    match option.type:
        case "color":
            return COLORS
        case "choice":
            return tuple(option.choices)
        case "flag":
            return ("true", "false")
        case _:
            return tuple(str(end) for end in (option.min, option.max) if end)


def one_at_a_time(options: Iterable[Option]) -> Iterator[tuple[Option, Values]]:
    """Yield each option with each of its extremes that is not its default."""
    for option in options:
        for value in extremes(option):
            if value != option.default:
                yield option, ((str(option.name), value),)


def pairs(options: Iterable[Option]) -> list[Values]:
    """Return sets of extremes, so few that any two extremes of any two options stand together in one.

    The next set is the one with the most pairs that are new, built option by option (Cohen and others, 1997: AETG).
    """
    tried = {str(option.name): extremes(option) for option in options if extremes(option)}
    waiting = {
        frozenset(((one, here), (other, there)))
        for one, other in combinations(tried, 2)
        for here, there in product(tried[one], tried[other])
    }
    found: list[Values] = []
    while waiting:
        chosen = dict(sorted(min(waiting, key=sorted)))
        for name in tried:
            if name not in chosen:
                chosen[name] = max(tried[name], key=lambda value: _new(chosen, (name, value), waiting))
        waiting -= {frozenset(pair) for pair in combinations(chosen.items(), 2)}
        found.append(tuple((name, chosen[name]) for name in tried))
    return found


def _new(chosen: dict[str, str], extreme: tuple[str, str], waiting: set[frozenset[tuple[str, str]]]) -> int:
    """Return how many pairs a value would make with those chosen that stand together nowhere yet."""
    return sum(frozenset((extreme, other)) in waiting for other in chosen.items())
