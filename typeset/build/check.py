"""Finished files in `out/` in; what the proof finds in them, held against the content of today, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from typeset import proof
from typeset.build import manifest
from typeset.build.discover import content_files, find, plans
from typeset.build.fitting.dropping import without
from typeset.build.job import claim
from typeset.build.manifest import Entry
from typeset.build.pieces import DOSSIER
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Plan, Project
from typeset.build.request import Request
from typeset.proof import Finding, Finished
from typeset.source import Fault, Faults
from typeset.writers import FORMATS


@dataclass(frozen=True, slots=True)
class Checked:
    """A finished file, how many pages it has, and what was found in it."""

    name: str
    entry: Entry
    pages: int
    findings: tuple[Finding, ...]

    @property
    def has_failed(self) -> bool:
        """Whether the file must not be handed out."""
        return any(finding.is_error for finding in self.findings)


def check(project: Project, request: Request) -> Iterator[Checked]:
    """Yield what is found in each file that the manifest knows and the request asks for.

    Raises `Faults` when there is none, or the request names what is not there.
    """
    prepare.cache_clear()
    known = {plan.name: plan for plan in plans(project)}
    if request.application:
        find(request.application, known, "application")
    if request.cv:
        find(request.cv, content_files(project), "content file")
    chosen = [
        (name, entry)
        for name, entry in sorted(manifest.load_manifest(project.out).items())
        if _is_meant(entry, request)
    ]
    if not chosen:
        raise Faults([Fault("nothing is built yet", hint="run `typeset build` first")])
    for name, entry in chosen:
        yield _checked(project, known.get(entry.application), name, entry)


def _is_meant(entry: Entry, request: Request) -> bool:
    return request.cv in (None, entry.resume) and request.application in (None, entry.application)


def _checked(project: Project, plan: Plan | None, name: str, entry: Entry) -> Checked:
    path: Path = project.out / name
    if plan is None:
        return Checked(name, entry, 0, (_finding(f"`{entry.application}` has no content any more"),))
    try:
        files = [path.read_bytes(), *((project.out / other).read_bytes() for other in entry.others)]
        prepared = without(prepare(project, plan, entry.theme or None), entry.left_out)
    except OSError as error:
        return Checked(
            name, entry, 0, (_finding(f"{project.shown(Path(error.filename))} cannot be read: {error.strerror}"),)
        )
    except Faults as faults:
        return Checked(name, entry, 0, tuple(Finding("content", fault) for fault in faults.faults))
    if entry.piece not in prepared.pieces:
        return Checked(name, entry, 0, (_finding(f"`{entry.application}` has no {entry.piece} any more"),))
    names = tuple(Path(file).name for file in (name, *entry.others))
    finished, findings = _proved(files, names, prepared, entry)
    pages = len(finished.pages) if FORMATS[entry.format].is_paged else 0
    return Checked(name, entry, pages, tuple(findings))


def _proved(
    files: list[bytes], names: tuple[str, ...], prepared: Prepared, entry: Entry
) -> tuple[Finished, list[Finding]]:
    if entry.piece != DOSSIER:
        return proof.prove(files, entry.format, replace(claim(prepared, entry.piece), names=names))
    from typeset.build import dossier

    return dossier.proved(files[0], prepared, {piece: claim(prepared, piece) for piece in dossier.pieces(prepared)})


def _finding(message: str) -> Finding:
    return Finding("file", Fault(message))
