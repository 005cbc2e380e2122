"""Jobs in, what each made, or why it could not, out, in the same order; in this process or in several."""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING

from typeset.build.job import Clock, Job, Made, make
from typeset.source import Faults

if TYPE_CHECKING:
    from concurrent.futures import Executor

FEWEST_TO_SHARE = 3
"""Fewer jobs than this are done sooner in one process than workers start."""


def make_all(jobs: Sequence[tuple[Job, Hashable]], clock: Clock, workers: int) -> Iterator[Made | Faults]:
    """Yield the outcome of each job, in order. Jobs that have the same thing beside them are done by one worker."""
    kin: dict[Hashable, list[Job]] = {}
    for job, family in jobs:
        kin.setdefault(family, []).append(job)
    if workers < 2 or len(jobs) < FEWEST_TO_SHARE or len(kin) < 2:
        yield from (_outcome(job, clock) for job, _ in jobs)
        return
    with _pool(min(workers, len(kin))) as pool:
        made = {family: pool.submit(_outcomes, jobs_of, clock) for family, jobs_of in kin.items()}
        for job, family in jobs:
            yield made[family].result()[kin[family].index(job)]


def _outcomes(jobs: list[Job], clock: Clock) -> list[Made | Faults]:
    return [_outcome(job, clock) for job in jobs]


def _outcome(job: Job, clock: Clock) -> Made | Faults:
    try:
        return make(job, clock)
    except Faults as faults:
        return faults


def _pool(workers: int) -> Executor:
    """Workers are forked once the imports are warm, where forking is safe."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    if sys.platform == "linux":
        from typeset.writers.paper import engine

        engine.warm()
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_release_at_exit)


def _release_at_exit() -> None:
    from multiprocessing.util import Finalize

    from typeset.writers import release

    Finalize(None, release, exitpriority=10)
