"""Jobs in, what each made, or why it could not, out, in the same order; in this process or in several."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Hashable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from typeset.build.calls import answer, answered, asked, failed, outcome, warm
from typeset.build.job import Clock, Job, Made
from typeset.build.prepare import prepare
from typeset.source import Faults

if TYPE_CHECKING:
    from typeset.build.cage.crew import Told
    from typeset.build.cage.needs import Needs
    from typeset.build.cage.worker import Shut

FEWEST_TO_SHARE = 3
"""Fewer jobs than this are done sooner in one process than workers start."""

Say = Callable[[str], None]
"""Who is told, in a line, what concerns a build as a whole."""


def make_all(
    jobs: Sequence[tuple[Job, Hashable]],
    clock: Clock,
    workers: int,
    *,
    is_confined: bool = False,
    say: Say = lambda _: None,
) -> Generator[Made | Faults, None, None]:
    """Yield the outcome of each job, in order. Jobs that have the same thing beside them are done by one worker.

    Workers are bounded (`typeset.build.cage`); where one dies, another does the rest. With `is_confined` each family of
    jobs has a worker to itself, even when there is one job, shut in by whatever this machine has.
    """
    families: dict[Hashable, list[Job]] = {}
    for job, family in jobs:
        families.setdefault(family, []).append(job)
    is_shared = workers > 1 and len(jobs) >= FEWEST_TO_SHARE and len(families) > 1
    if not jobs or not (is_confined or is_shared) or sys.platform == "win32":
        yield from (outcome(job, clock) for job, _ in jobs)
        return
    numbers = {family: number for number, family in enumerate(families)}
    made: dict[tuple[int, int], Made | Faults] = {}
    hands = min(workers, len(families))
    with closing(_made(list(families.values()), clock, hands, say if is_confined else None)) as told:
        for job, family in jobs:
            wanted = numbers[family], families[family].index(job)
            while wanted not in made:
                number, place, found = next(told)
                made[number, place] = found
            yield made.pop(wanted)


def _made(
    families: list[list[Job]], clock: Clock, hands: int, say: Say | None
) -> Generator[tuple[int, int, Made | Faults], None, None]:
    """Yield the number of a family, the place of a job in it, and its outcome, as they come; confined if `say`."""
    from typeset.build.cage.crew import Died

    calls = [[asked(job, clock) for job in family] for family in families]
    with closing(_confined(families, calls, hands, say) if say else _crew(calls, hands)) as told:
        for number, place, found in told:
            job = families[number][place]
            yield number, place, failed(job, found.why) if isinstance(found, Died) else answered(job, found)


def _confined(families: list[list[Job]], calls: list[list[bytes]], hands: int, say: Say) -> Generator[Told, None, None]:
    """Have calls answered in a bubble, or else by workers that Landlock shuts in, or else by their limits alone."""
    from typeset.build.cage import bubble, walls
    from typeset.build.cage.limits import Limits

    needed = _needs(families)
    try:
        yield from bubble.told(calls, hands, Limits(), needed)
    except bubble.NoBubble as reason:
        held = "Landlock and limits hold" if walls.is_there() else "limits alone hold"
        say(f"bubblewrap {reason}: {held} what is confined")
        yield from _crew(calls, hands, walls.landlock(needed))


def _crew(calls: list[list[bytes]], hands: int, shut: Shut | None = None) -> Generator[Told, None, None]:
    """Have calls answered by workers forked once the imports are warm, where forking is safe; shut in, one a family."""
    from typeset.build.cage import crew
    from typeset.build.cage.hands import forked, started
    from typeset.build.cage.limits import Limits
    from typeset.build.cage.worker import Terms

    terms = Terms(Limits(), gettempdir(), shut) if shut else Terms(Limits(), gettempdir())
    if not _is_forking():
        return crew.told(calls, partial(started, terms), hands, terms.limits, is_fresh=bool(shut))
    warm()
    return crew.told(calls, partial(forked, answer, terms), hands, terms.limits, is_fresh=bool(shut))


def _is_forking() -> bool:
    """Whether this process can be forked and its child draw: on Linux, as long as there is one thread.

    Pango starts one when it first draws, and waits for it; a child has none but the one that forked.
    """
    return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1


def _needs(families: list[list[Job]]) -> Needs:
    """Return what drawing these jobs must be able to read: their project's folders, and files of theirs elsewhere."""
    from typeset.build.cage.needs import needs

    prepared = [prepare(job.project, job.plan, job.theme) for family in families for job in family]
    project = families[0][0].project
    files = {
        file for each in prepared for file in (*each.sources, *each.withheld, *each.enclosed_files, *each.theme.files)
    }
    return needs((project.content, *project.themes), files)
