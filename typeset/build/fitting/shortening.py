"""Trials of an application that no setting makes short enough in; the one that leaves out no more than it must, out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from typeset.build.fitting.dropping import in_turn
from typeset.build.fitting.layout import Layout
from typeset.build.fitting.solving import Way
from typeset.build.fitting.trials import Trial, Trials

_UNEVEN = 0.75
_MORE = 3
"""Layouts that may go into setting what is left as wide again as it can be."""


def shortened(trials: Trials) -> Trial | None:
    """Return the fewest items left out that keep the budget, and then the least change of options; None without any."""
    tightest = trials.reach[1]
    found = _dropped(trials, tightest)
    if not found:
        return None
    spans = [span for span in trials.goal.spans if span[1] >= found.layout.height]
    if tightest and spans:
        search = trials.search(found.dropped, _MORE)
        position = search.along(Way(0.0, tightest, spans[-1]))
        found = found if position is None else trials.at(position, found.dropped)
    return found if trials.goal.is_met(found.layout) else None


def _dropped(trials: Trials, position: float) -> Trial | None:
    """Return the fewest items left out, in turn, with which pages are few enough at a position."""
    trial, most = trials.at(position), trials.goal.most
    turn = in_turn(trial.prepared.resume, trial.layout.lines)
    lines = [trial.layout.lines[path] for path in turn]
    too_few, enough = 0, 0
    while trial.layout.pages > most:
        if too_few == len(turn):
            return None
        enough = too_few + _how_many(lines[too_few:], trial.layout.lines_beyond(most))
        trial = trials.at(position, turn[:enough])
        if trial.layout.pages > most:
            too_few = enough
    while enough - too_few > 1:
        spare = _how_many_fit(lines[too_few:enough], _room_left(trial.layout, most))
        fewer = trials.at(position, turn[: max(enough - spare, too_few + 1)])
        if fewer is trial:
            break
        if fewer.layout.pages > most:
            too_few = len(fewer.dropped)
        else:
            trial, enough = fewer, len(fewer.dropped)
    return trial if enough else None


def _how_many(lines: Sequence[int], wanted: int) -> int:
    """Return how many of the first take as many lines as wanted; all where they do not."""
    sums = enumerate(accumulate(lines), 1)
    return next((count for count, total in sums if total >= wanted), len(lines))


def _how_many_fit(lines: Sequence[int], room: float) -> int:
    """Return how many of the last take no more lines than there is room for."""
    return sum(total <= room for total in accumulate(reversed(lines)))


def _room_left(found: Layout, most: int) -> float:
    """Return how many lines more there may be room for on so many pages; not all lines are equally high."""
    return (most - found.height) * max(map(len, found.rows), default=0) + _UNEVEN
