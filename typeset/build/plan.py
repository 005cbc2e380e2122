"""A request in; the jobs it comes to out, with what was wrong before any could start."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from typeset.build.discover import content_files, find, plans
from typeset.build.job import Job
from typeset.build.overlay import is_abstract
from typeset.build.pieces import PIECES
from typeset.build.prepare import Prepared, prepare, resume_name
from typeset.build.project import Plan, Project
from typeset.build.request import EVERY, Account, Request
from typeset.source import Fault, Faults
from typeset.theme.theme import available
from typeset.writers import FORMATS


def jobs_of(project: Project, request: Request) -> tuple[list[tuple[Job, Prepared]], list[Account]]:
    """Return the jobs that can be done, and the accounts of the applications that cannot.

    Raises `Faults` when the request names an application, content file, theme or format that is not there.
    """
    jobs: list[tuple[Job, Prepared]] = []
    failed: list[Account] = []
    themes = named(request.themes, available(project.themes), "theme") or (None,)
    formats = named(request.formats, FORMATS, "format")
    apart = len(themes) > 1
    for plan, theme in product(chosen(project, request), themes):
        try:
            prepared = prepare(project, plan, theme)
        except Faults as error:
            failed.append(Account(plan.name, "", faults=error.faults))
            continue
        for name, piece in _written(prepared, formats or prepared.formats):
            if not FORMATS[name].is_themed:
                jobs += [(Job(project, plan, name, piece=piece), prepared)] if theme == themes[0] else []
            elif FORMATS[name].engine in (None, prepared.theme.engine):
                jobs.append((Job(project, plan, name, theme, apart, piece), prepared))
            elif not apart:  # or else its twin is there itself
                jobs.append(_by_twin(Job(project, plan, name, theme, piece=piece), prepared))
    return jobs, failed


def _written(prepared: Prepared, formats: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return each format with each piece of an application that is written in it."""
    return [(name, piece) for name in formats for piece in prepared.pieces if PIECES[piece].has(name)]


def plan_of(project: Project, name: str) -> Plan:
    """Return the plan of an application that can be built; raises `Faults` for any other name."""
    known = {plan.name: plan for plan in plans(project)}
    plan = known[find(name, known, "application")]
    if is_abstract(project, plan):
        message = f"`{name}` is abstract: it is only there for others to extend"
        raise Faults([Fault(message, hint="build one of those, or take `abstract: true` away")])
    return plan


def _by_twin(job: Job, prepared: Prepared) -> tuple[Job, Prepared]:
    """Return a job that its theme has no engine for as one of that theme's twin, where it has one."""
    twin = prepared.theme.twin
    return (replace(job, theme=twin), prepare(job.project, job.plan, twin)) if twin else (job, prepared)


def named(wanted: tuple[str, ...], known: Iterable[str], kind: str) -> tuple[str, ...]:
    """Return the names wanted, or all that are known; raises `Faults` for one that is not there."""
    return tuple(known) if EVERY in wanted else tuple(find(name, known, kind) for name in wanted)


def chosen(project: Project, request: Request) -> list[Plan]:
    """Return the applications that a request asks for; raises `Faults` when it names what is not there."""
    everything = plans(project)
    if not everything:
        hint = "`typeset new NAME` writes a first one"
        raise Faults([Fault(f"there is no content file in {project.shown(project.content)}/", hint=hint)])
    if request.application:
        everything = [plan_of(project, request.application)]
    if request.cv:
        find(request.cv, content_files(project), "content file")
        everything = [plan for plan in everything if _draws_on(project, plan, request.cv)]
    return [plan for plan in everything if not is_abstract(project, plan)]


def _draws_on(project: Project, plan: Plan, cv: str) -> bool:
    """An application that cannot be read is of every CV, so that its faults are told."""
    try:
        return resume_name(project, plan) == cv
    except Faults:
        return True
