"""A request in; files in `out/`, the manifest, and an account of each job out. Whatever fails leaves what stood."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from typeset import __version__
from typeset.build import manifest
from typeset.build.discover import plans
from typeset.build.files import write_whole
from typeset.build.fingerprint import digest, versions
from typeset.build.job import Clock, Job, Made, files_of, fingerprint_of, output
from typeset.build.manifest import Entry, Memory
from typeset.build.plan import jobs_of
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Project
from typeset.build.request import Account, Request
from typeset.build.unchanged import is_unchanged, listing, mark, marks, untouched
from typeset.build.workers import make_all
from typeset.source import Fault, Faults
from typeset.writers.engine import release


def build(project: Project, request: Request, clock: Clock, workers: int = 1) -> Iterator[Account]:
    """Yield the account of each job as it ends, and write its file when it is whole and proved.

    Raises `Faults` when the request names what is not there.
    """
    prepare.cache_clear()
    digest.cache_clear()
    jobs, failed, warnings = jobs_of(project, request)
    yield from failed
    session = _Session(project, request, manifest.load_manifest(project.out), has_failed=bool(failed))
    try:
        yield from session.run(jobs, clock, workers, warnings)
    finally:
        release()
    try:
        session.remember()
    except OSError as error:
        raise Faults([Fault(f"cannot write {error.filename2 or error.filename}: {error.strerror}")]) from None


class _Session:
    """One run over the jobs of a request."""

    def __init__(self, project: Project, request: Request, entries: dict[str, Entry], has_failed: bool) -> None:
        self.project = project
        self.request = request
        self.entries = entries
        self.has_failed = has_failed
        self.inputs: dict[str, list[int]] = {}
        self.folders = {project.content, project.applications, *project.themes}
        self.outputs: list[str] = []

    def run(
        self, jobs: list[tuple[Job, Prepared]], clock: Clock, workers: int, warnings: dict[str, tuple[Fault, ...]]
    ) -> Iterator[Account]:
        waiting: list[tuple[Job, Prepared, Path, str]] = []
        for job, prepared in jobs:
            path, fingerprint = self.look_at(job, prepared)
            entry = self.entries.get(self.name(path))
            if entry and entry.fingerprint == fingerprint and _is_as_recorded(path, entry):
                yield replace(untouched(path, entry), faults=warnings.pop(job.plan.name, ()))
            else:
                waiting.append((job, prepared, path, fingerprint))
        made = make_all([job for job, *_ in waiting], clock, workers)
        for (job, prepared, path, fingerprint), outcome in zip(waiting, made, strict=True):
            account = self.finish(job, prepared, path, fingerprint, outcome)
            self.has_failed |= account.has_failed
            yield replace(account, faults=(*warnings.pop(job.plan.name, ()), *account.faults))

    def look_at(self, job: Job, prepared: Prepared) -> tuple[Path, str]:
        files = files_of(job, prepared)
        self.inputs |= marks(path for _, path in files)
        self.folders |= {path.parent for path in prepared.theme.files}
        path = output(job, prepared)
        self.outputs.append(self.name(path))
        return path, fingerprint_of(job, files)

    def finish(self, job: Job, prepared: Prepared, path: Path, fingerprint: str, outcome: Made | Faults) -> Account:
        account = Account(job.plan.name, job.format, prepared.theme.name, prepared.resume_name)
        if isinstance(outcome, Faults):
            return replace(account, faults=outcome.faults)
        account = replace(account, pages=outcome.pages, seconds=outcome.seconds, findings=outcome.findings)
        if any(finding.is_error for finding in outcome.findings):
            return account
        try:
            write_whole(path, outcome.data)
        except OSError as error:
            return replace(account, faults=(Fault(f"cannot write {path}: {error.strerror}"),))
        before = (job.plan.name, job.format)  # perhaps a file named after another name of the person
        self.entries = {name: entry for name, entry in self.entries.items() if entry.made_for != before}
        self.entries[self.name(path)] = self.entry(job, prepared, fingerprint, outcome)
        return replace(account, file=path)

    def entry(self, job: Job, prepared: Prepared, fingerprint: str, made: Made) -> Entry:
        return Entry(
            application=job.plan.name,
            format=job.format,
            resume=prepared.resume_name,
            theme=prepared.theme.name,
            language=prepared.document.language,
            pages=made.pages,
            bytes=len(made.data),
            sha256=hashlib.sha256(made.data).hexdigest(),
            fingerprint=fingerprint,
            inputs={self.project.shown(path): digest(path) for path in prepared.sources},
        )

    def remember(self) -> None:
        """Write the manifest, and the memory that lets the next build see at a glance that nothing changed."""
        known = {plan.name for plan in plans(self.project)}
        kept = {
            name: entry
            for name, entry in self.entries.items()
            if entry.application in known and (self.project.out / name).is_file()
        }
        if not kept:
            return
        file, told = self.project.out / manifest.FILE, manifest.dump_manifest(kept, _made_with())
        if not file.is_file() or file.read_bytes() != told:
            write_whole(file, told)
        if not self.has_failed:
            write_whole(self.project.out / manifest.MEMORY, manifest.dump_memory(self.memory()))

    def memory(self) -> Memory:
        """What is remembered of other requests stays, while none of their files changed."""
        memory = manifest.load_memory(self.project.out)
        memory.files.pop(str(self.project.out / manifest.FILE), None)
        if not is_unchanged(memory, self.project):
            memory = Memory(self.project.places)
        outputs = [self.project.out / name for name in self.outputs]
        memory.files |= self.inputs | marks([*outputs, self.project.out / manifest.FILE])
        memory.folders |= {str(folder): listing(folder) for folder in self.folders}
        memory.requests[self.request.key] = self.outputs
        return memory

    def name(self, path: Path) -> str:
        return str(path.relative_to(self.project.out))


def _made_with() -> dict[str, str]:
    python = ".".join(map(str, sys.version_info[:3]))
    return {"typeset": __version__, "python": python, **versions()}


def _is_as_recorded(path: Path, entry: Entry) -> bool:
    return bool(mark(path)) and hashlib.sha256(path.read_bytes()).hexdigest() == entry.sha256
