"""A plan in; its application, with all that it extends, and the files these stand in, out."""

from __future__ import annotations

import dataclasses
import functools
from dataclasses import dataclass
from pathlib import Path

from typeset.build.discover import application_file, applications
from typeset.build.levels import level_faults
from typeset.build.naming import pattern_faults
from typeset.build.project import Plan, Project
from typeset.resume import names
from typeset.resume.application import Application
from typeset.resume.reading import read
from typeset.resume.tailoring.extending import extended
from typeset.source import Fault, Faults, place_of, yaml
from typeset.source.characters import decode, read_bytes
from typeset.writers import FORMATS


@dataclass(frozen=True, slots=True)
class Overlay:
    """An application as a whole; its name and file, and those of what it extends, nearest first; what is wrong."""

    application: Application
    names: tuple[str, ...]
    files: tuple[Path, ...]
    faults: tuple[Fault, ...] = ()


def overlay(project: Project, plan: Plan) -> Overlay:
    """Return the application of a plan; one of a plan without is empty.

    Raises `Faults` for a file that is not YAML.
    """
    if not plan.application:
        return Overlay(Application(), (plan.name,), ())
    chain, faults = _chain(project, plan.name, plan.application)
    return Overlay(
        application=functools.reduce(extended, chain.values()),
        names=tuple(chain),
        files=(plan.application, *(application_file(project, name) for name in list(chain)[1:])),
        faults=tuple(faults),
    )


def is_abstract(project: Project, plan: Plan) -> bool:
    """Return whether an application is only there for others to extend; one that cannot be read is not."""
    if not plan.application:
        return False
    try:
        return _read(project, plan.application)[0].abstract
    except Faults:
        return False


def _chain(project: Project, name: str, path: Path) -> tuple[dict[str, Application], list[Fault]]:
    """Return an application and those above it, nearest first, and what is wrong with any of them."""
    chain, faults = dict[str, Application](), list[Fault]()
    while True:
        chain[name], wrong = _read(project, path)
        faults += wrong
        wanted = chain[name].extends
        if wanted in chain:
            faults.append(_circle(chain, str(wanted)))
        elif wanted and (above := application_file(project, wanted)).is_file():
            name, path = str(wanted), above
            continue
        elif wanted:
            hint = names.hint(wanted, applications(project))
            faults.append(Fault(f"there is no application `{wanted}`", place_of(wanted), hint))
        return chain, faults


def _circle(chain: dict[str, Application], again: str) -> Fault:
    """Return the fault of a circle, the same one wherever it is entered, at the line of the first by name."""
    ring = list(chain)[list(chain).index(again) :]
    start = ring.index(min(ring))
    ring = [*ring[start:], *ring[:start], ring[start]]
    return Fault(f"applications extend each other in a circle: {' → '.join(ring)}", place_of(chain[ring[0]].extends))


def _read(project: Project, path: Path) -> tuple[Application, list[Fault]]:
    name = project.shown(path)
    application, faults = read(yaml.parse(decode(read_bytes(path, name), name)), Application, "the application")
    strange = (each for each in application.formats if each not in FORMATS)
    faults += [Fault(f"there is no format `{each}`", place_of(each), names.hint(each, FORMATS)) for each in strange]
    faults += pattern_faults(application)
    faults += level_faults(application)
    if (pages := application.pages) and pages.is_contradictory:
        faults.append(Fault("`pages` asks for more than it allows", pages.place, "`exactly` alone says both"))
    return dataclasses.replace(application, lineage=(name,)), faults
