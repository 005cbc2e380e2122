"""One application in one format: from files to bytes that are proved."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from typeset import proof, writers
from typeset.build.fingerprint import PACKAGE, fingerprint, tools
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Plan, Project
from typeset.proof import Claim, Finding
from typeset.source import Fault, Faults
from typeset.writers import Files

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Job:
    """What to make: an application, a format, and a theme where it is not the application's own.

    Where one application is made in several themes, each stands `apart`, in a folder of its own.
    """

    project: Project
    plan: Plan
    format: str
    theme: str | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What a job made, what its format had no room for, and what the proof found; `seconds` by the clock given."""

    files: Files
    pages: int
    losses: tuple[Fault, ...]
    findings: tuple[Finding, ...]
    seconds: float

    @property
    def data(self) -> bytes:
        """The main file, or the only one."""
        return next(iter(self.files.values()))


def make(job: Job, clock: Clock) -> Made:
    """Write a file in memory and prove it.

    Raises `Faults` when the content, the theme or the layout does not allow it.
    """
    started = clock()
    prepared = prepare(job.project, job.plan, job.theme)
    try:
        files = writers.write(prepared.manuscript, job.format)
    except writers.ToolMissing as error:
        raise Faults([Fault(str(error), hint=error.hint)]) from error
    except writers.CannotWrite as error:
        place = error.place or prepared.document.masthead.name.place
        raise Faults([Fault(str(error), place, error.hint)]) from error
    finished, findings = proof.prove([*files.values()], job.format, claim(prepared))
    pages = len(finished.pages) if writers.FORMATS[job.format].is_paged else 0
    losses = writers.losses(prepared.manuscript, job.format)
    return Made(files, pages, losses, tuple(findings), clock() - started)


def claim(prepared: Prepared) -> Claim:
    """Return what a finished file of an application is held to."""
    pages = prepared.application.pages
    return Claim(
        document=prepared.document,
        families=prepared.theme.families,
        most_pages=pages.max if pages else None,
        budget_place=pages.place if pages else None,
        attached=prepared.resume if prepared.manuscript.carries_source else None,
    )


def output(job: Job, prepared: Prepared, key: str | None = None) -> Path:
    """Return where a job's file of that key goes, or its main file: `out/<application>/<Name>-CV.<ending>`.

    Names are in letters that every system takes.
    """
    row = writers.FORMATS[job.format]
    folder = job.project.out / job.plan.name / (prepared.theme.name if job.apart else "") / row.folder
    key = row.suffix if key is None else key
    if not key.startswith((".", "-")):
        return folder / key
    plain = unicodedata.normalize("NFKD", prepared.document.author).encode("ascii", "ignore").decode()
    name = "-".join(re.findall(r"[A-Za-z0-9]+", plain)) or job.plan.name
    return folder / f"{name}-CV{key}"


def theme_of(job: Job, prepared: Prepared) -> str:
    """Return the name of the theme that a job's files are drawn with; none where no theme decides them."""
    return prepared.theme.name if writers.FORMATS[job.format].is_themed else ""


def files_of(job: Job, prepared: Prepared) -> list[tuple[str, Path]]:
    """Return every file that decides a job's bytes, under a label that is the same on every machine."""
    own = [(job.project.shown(path), path) for path in prepared.sources]
    theme = [
        (f"{folder.name}/{path.relative_to(folder)}", path)
        for folder in (prepared.theme.chain if theme_of(job, prepared) else ())
        for path in prepared.theme.files
        if path.is_relative_to(folder)
    ]
    needed = [*tools(), *writers.tools(prepared.theme, job.format)]
    compiler = [
        (str(path.relative_to(PACKAGE)) if path.is_relative_to(PACKAGE) else path.name, path) for path in needed
    ]
    return [*own, *theme, *compiler]


def fingerprint_of(job: Job, files: list[tuple[str, Path]]) -> str:
    """Return the fingerprint of a job made from `files`."""
    return fingerprint([job.plan.name, job.format, job.theme or ""], files)
