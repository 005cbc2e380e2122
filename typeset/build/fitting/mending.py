"""Trials of an application and one that keeps its budget in; the nearest one whose pages end better, if any, out."""

from __future__ import annotations

from dataclasses import replace

from typeset.build.fitting.trials import Trial, Trials
from typeset.proof.sheets import LEAST_FILL

_STEPS = (0.1, -0.1, 0.25, -0.25)
"""How far to move, in turn."""


def mended(trials: Trials, found: Trial) -> Trial:
    """Return a setting in which pages end better and are no more; where there is none, the one there was.

    Nothing is tried where all end well.
    """
    if not found.layout.endings():
        return found
    best = _filled(trials, found)
    low, high = trials.reach
    for step in _STEPS[: trials.effort.more]:
        if not best.layout.endings():
            break
        if low <= best.position + step <= high:
            best = _better(trials, best, trials.at(found.position + step, found.dropped), found)
    return best


def _filled(trials: Trials, found: Trial) -> Trial:
    """Return a setting whose last page is not nearly empty."""
    if found.layout.pages == 1 or found.layout.fill >= LEAST_FILL:
        return found
    goal = replace(trials.goal, most=found.layout.pages, fill=max(trials.goal.fill, LEAST_FILL))
    position = trials.search(found.dropped, trials.effort.more).least(goal.spans)
    return found if position is None else _better(trials, found, trials.at(position, found.dropped), found)


def _better(trials: Trials, best: Trial, other: Trial, found: Trial) -> Trial:
    """Return another setting where it ends its pages better, and is no page more."""
    is_allowed = trials.goal.is_met(other.layout) and other.layout.pages <= found.layout.pages
    return other if is_allowed and len(other.layout.endings()) < len(best.layout.endings()) else best
