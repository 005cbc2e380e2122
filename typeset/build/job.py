"""One application in one format: from files to bytes that are proved."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from typeset import proof, writers
from typeset.build.fingerprint import PACKAGE, fingerprint, tools
from typeset.build.fitting.outcome import Outcome
from typeset.build.fitting.sharing import fit_for, is_fitted
from typeset.build.levels import levels
from typeset.build.machine import machine
from typeset.build.naming import USUAL, file_name
from typeset.build.pieces import CV, DOSSIER, LETTER, named
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Plan, Project
from typeset.build.shown import colors, pictures
from typeset.proof import Claim, Finding
from typeset.resume.application import Opening
from typeset.resume.languages import nearest_version
from typeset.resume.tailoring.addresses import addresses
from typeset.resume.tailoring.private import grants
from typeset.source import Fault, Faults, Severity
from typeset.writers import Files

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Job:
    """What to make: a piece of an application, a format, and a theme where it is not the application's own.

    Where one application is made in several themes, each stands `apart`, in a folder of its own.
    """

    project: Project
    plan: Plan
    format: str
    theme: str | None = None
    apart: bool = False
    piece: str = CV


@dataclass(frozen=True, slots=True)
class Made:
    """What a job made, what its format had no room for, and what the proof found; `seconds` by the clock given.

    `fitted` is what the page budget changed; `notes` tell what else there is to know.
    """

    files: Files
    pages: int
    losses: tuple[Fault, ...]
    findings: tuple[Finding, ...]
    seconds: float
    fitted: Outcome
    notes: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        """The main file, or the only one."""
        return next(iter(self.files.values()))


_RECENT: deque[tuple[Prepared, str, Made]] = deque(maxlen=2)
"""The pieces of a dossier that were made last, to be joined as they are. Known by identity, as a fit is."""


def make(job: Job, clock: Clock) -> Made:
    """Write a file in memory and prove it.

    Raises `Faults` when the content, the theme or the layout does not allow it.
    """
    started = clock()
    shared = prepare(job.project, job.plan, job.theme)
    if job.piece == DOSSIER:
        return _joined(job, shared, clock)
    try:
        fit = fit_for(job.project, job.plan, job.theme, job.format, job.piece)
        prepared = fit.prepared if fit else shared
        manuscript = fit.manuscript if fit else prepared.manuscript_of(job.piece)
        files = writers.write(manuscript, job.format)
    except writers.ToolMissing as error:
        raise Faults([Fault(str(error), hint=error.hint)]) from error
    except writers.CannotWrite as error:
        place = error.place or shared.document.masthead.name.place
        raise Faults([Fault(str(error), place, error.hint)]) from error
    names = tuple(output(job, prepared, key).name for key in files)
    finished, findings = proof.prove([*files.values()], job.format, replace(claim(prepared, job.piece), names=names))
    pages = len(finished.pages) if writers.FORMATS[job.format].is_paged else 0
    losses = (*writers.losses(manuscript, job.format), *_remarks(prepared, job.piece, pages))
    outcome = fit.outcome if fit else Outcome()
    made = Made(files, pages, losses, tuple(findings), clock() - started, outcome)
    if shared.dossier and job.format == "pdf":
        _RECENT.append((shared, job.piece, made))
    return made


def _remarks(prepared: Prepared, piece: str, pages: int) -> Iterator[Fault]:
    """Yield a warning for a letter that readers will find too long."""
    letter = prepared.application.letter
    if piece == LETTER and letter and pages > 1:
        hint = "leave something out, or set it smaller: `options: {size: …}`"
        yield Fault(f"the letter has {pages} pages; one is expected", letter.place, hint, Severity.WARNING)


def _joined(job: Job, prepared: Prepared, clock: Clock) -> Made:
    """Make the pieces of a dossier, join them with its files, and prove the whole."""
    from typeset.build import dossier

    started = clock()
    made = {piece: known for shared, piece, known in _RECENT if shared is prepared}
    own = {piece: made.get(piece) or make(replace(job, piece=piece), clock) for piece in dossier.pieces(prepared)}
    names = (output(job, prepared).name,)
    claims = {piece: replace(claim(as_made(replace(job, piece=piece), prepared), piece), names=names) for piece in own}
    data, finished, findings = dossier.made(prepared, {piece: made.data for piece, made in own.items()}, claims)
    losses = tuple(fault for made in own.values() for fault in made.losses)
    findings = [*(finding for made in own.values() for finding in made.findings), *findings]
    suffix = writers.FORMATS[job.format].suffix
    outcome = own[CV].fitted if CV in own else Outcome()
    notes = (dossier.told(prepared, len(data)),)
    return Made({suffix: data}, len(finished.pages), losses, tuple(findings), clock() - started, outcome, notes)


def as_made(job: Job, prepared: Prepared) -> Prepared:
    """Return an application as a job makes it, fitted or not."""
    fit = fit_for(job.project, job.plan, job.theme, job.format, job.piece)
    return fit.prepared if fit else prepared


def claim(prepared: Prepared, piece: str = CV) -> Claim:
    """Return what a finished file of an application is held to; the page budget is of its CV alone."""
    manuscript = prepared.manuscript_of(piece)
    pages = prepared.application.pages if piece == CV else None
    return Claim(
        document=manuscript.document,
        families=manuscript.theme.families,
        fewest_pages=pages.exactly if pages else None,
        most_pages=pages.most if pages else None,
        budget_place=pages.place if pages else None,
        attached=manuscript.resume if manuscript.carries_source else None,
        kept_back=prepared.kept_back,
        machine=machine((*prepared.sources, *prepared.theme.files)),
        pictures=pictures(manuscript),
        colors=colors(manuscript, prepared.application),
        levels=levels(prepared.application),
    )


def output(job: Job, prepared: Prepared, key: str | None = None) -> Path:
    """Return where a job's file of that key goes, or its main file: `out/<application>/<Name>-CV.<ending>`."""
    row = writers.FORMATS[job.format]
    folder = job.project.out / job.plan.name / (prepared.theme.name if job.apart else "") / row.folder
    key = row.suffix if key is None else key
    if not key.startswith((".", "-")):
        return folder / key
    return folder / f"{named(_name(job, prepared), job.piece)}{key}"


def _name(job: Job, prepared: Prepared) -> str:
    """Return what the files of an application are called, by its own pattern or the usual one."""
    document, opening = prepared.document, prepared.application.opening or Opening()
    company, role = (
        text and nearest_version(text, document.language).plain for text in (opening.company, opening.role)
    )
    values = {
        "name": document.author,
        "company": company or "",
        "role": role or "",
        "application": job.plan.name,
        "theme": prepared.theme.name,
        "language": document.language,
    }
    return file_name(prepared.application.file or USUAL, values, job.plan.name)


def is_shared(job: Job, prepared: Prepared) -> bool:
    """Whether what a job makes depends on how the pages of its application are fitted."""
    return is_fitted(prepared, job.format, job.piece)


def theme_of(job: Job, prepared: Prepared) -> str:
    """Return the name of the theme that a job's files are drawn with; none where no theme decides them."""
    return prepared.theme.name if writers.FORMATS[job.format].is_themed else ""


def sources_of(job: Job, prepared: Prepared) -> tuple[Path, ...]:
    """Return every file of the project that a job's files are made from."""
    return (*prepared.sources, *(prepared.enclosed_files if job.piece == DOSSIER else ()))


def files_of(job: Job, prepared: Prepared) -> list[tuple[str, Path]]:
    """Return every file that decides a job's bytes, under a label that is the same on every machine."""
    own = [(job.project.shown(path), path) for path in sources_of(job, prepared)]
    theme = [
        (f"{folder.name}/{path.relative_to(folder)}", path)
        for folder in (prepared.theme.chain if theme_of(job, prepared) or is_shared(job, prepared) else ())
        for path in prepared.theme.files
        if path.is_relative_to(folder)
    ]
    drawn = ["pdf"] if is_shared(job, prepared) and job.format != "pdf" else []
    needed = [*tools(), *(tool for name in (*drawn, job.format) for tool in writers.tools(prepared.theme, name))]
    compiler = [
        (str(path.relative_to(PACKAGE)) if path.is_relative_to(PACKAGE) else path.name, path) for path in needed
    ]
    return [*own, *theme, *compiler]


def fingerprint_of(job: Job, prepared: Prepared, files: list[tuple[str, Path]]) -> str:
    """Return the fingerprint of a job made from `files`, and of the private values that its reader gets."""
    return fingerprint([job.plan.name, job.piece, job.format, job.theme or "", *private_parts(prepared)], files)


def private_parts(prepared: Prepared) -> list[str]:
    """Return the private values that an application shows, each behind its path."""
    known = addresses(prepared.whole) if prepared.application.private else {}
    found, _ = grants(known, prepared.application, prepared.private)
    return [f"{grant.path}\0{grant.value!r}" for grant in found]
