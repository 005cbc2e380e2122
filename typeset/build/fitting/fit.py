"""A prepared application in; the same with options moved and items left out so that it keeps its page budget, out."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass, replace

from typeset.build.fitting.layout import Layout
from typeset.build.fitting.mending import mended
from typeset.build.fitting.outcome import Moved, Outcome, too_long, too_short
from typeset.build.fitting.shortening import shortened
from typeset.build.fitting.trials import LayOut, Trial, Trials
from typeset.build.prepare import Prepared
from typeset.resume.application import Pages
from typeset.source import Fault
from typeset.writers import LaidOut, Manuscript, pdf

_FEW = 2
"""So many layouts may stay in memory."""


@dataclass(frozen=True, slots=True)
class Fit:
    """An application as it goes on paper, laid out; or, with `faults`, the nearest that there is."""

    prepared: Prepared
    laid_out: LaidOut
    layout: Layout
    outcome: Outcome
    faults: tuple[Fault, ...] = ()

    @property
    def manuscript(self) -> Manuscript:
        """What writers are handed."""
        return replace(self.prepared.manuscript, laid_out=self.laid_out)


def fit(prepared: Prepared, lay_out: LayOut = pdf.lay_out) -> Fit:
    """Return the application with the least change that keeps its budget, its pages ending well where they can.

    A function of its input alone. Raises `CannotWrite` where the pages cannot be laid out.
    """
    trials = Trials(prepared, lay_out)
    found = _moved(trials) or shortened(trials)
    fitted = _fitted(trials, found) if found else _failed(trials)
    for trial in trials.made:
        if trial.laid_out is not fitted.laid_out:
            trial.laid_out.discard()
    if len(trials.made) > _FEW:
        gc.collect()  # layouts are cycles, of ten megabytes each; the command line runs without a collector
    return fitted


def _moved(trials: Trials) -> Trial | None:
    """Return the least change of options alone that keeps the budget."""
    if trials.goal.is_met(trials.at(0.0).layout):
        return trials.at(0.0)
    position = trials.search().least(trials.goal.spans)
    return None if position is None else trials.at(position)


def _fitted(trials: Trials, found: Trial) -> Fit:
    best = mended(trials, found)
    gone = [ending.what for ending in found.layout.endings() if ending not in best.layout.endings()]
    return Fit(best.prepared, best.laid_out, best.layout, _outcome(trials, best, gone if best is not found else ()))


def _failed(trials: Trials) -> Fit:
    """Return the nearest to the budget there is, and why it is not kept."""
    goal, pages = trials.goal, trials.prepared.application.pages or Pages()
    by_height = sorted(trials.made, key=lambda trial: trial.layout.height)
    few = [trial for trial in by_height if trial.layout.pages <= goal.most]
    nearest, why = (few[-1], too_short) if few else (by_height[0], too_long)
    outcome = _outcome(trials, nearest)
    fault = why(nearest.layout, goal, pages, outcome.setting)
    return Fit(nearest.prepared, nearest.laid_out, nearest.layout, outcome, (fault,))


def _outcome(trials: Trials, trial: Trial, mended: Sequence[str] = ()) -> Outcome:
    """Return what a trial changes, and which ends of pages are the better for it."""
    before = dict(trials.prepared.theme.values)
    chosen = {key.text for key, _ in trials.prepared.application.options or ()}
    changes = [(name, value) for name, value in trial.prepared.theme.values if value != before[name]]
    lines = trials.at(0.0).layout.lines
    return Outcome(
        moved=tuple(Moved(name, before[name], value, name in chosen) for name, value in changes),
        left_out=tuple((path, lines[path]) for path in trial.dropped if not _is_within(path, trial.dropped)),
        mended=tuple(dict.fromkeys(mended)),
        layouts=len(trials.made),
    )


def _is_within(path: str, others: Sequence[str]) -> bool:
    return any(path.startswith(f"{other}.") for other in others)
