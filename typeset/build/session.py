"""A request in; files in `out/`, the manifest, and an account of each job out. Whatever fails leaves what stood."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
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
from typeset.writers import release


def build(project: Project, request: Request, clock: Clock, workers: int = 1) -> Iterator[Account]:
    """Yield the account of each job as it ends, and write its file when it is whole and proved.

    Raises `Faults` when the request names what is not there.
    """
    prepare.cache_clear()
    digest.cache_clear()
    jobs, failed = jobs_of(project, request)
    yield from failed
    session = _Session(project, request, manifest.load_manifest(project.out), has_failed=bool(failed))
    try:
        yield from session.run(jobs, clock, workers)
    finally:
        release()
    try:
        session.remember()
    except OSError as error:
        raise Faults([Fault(f"cannot write {error.filename2 or error.filename}: {error.strerror}")]) from None


@dataclass(frozen=True, slots=True)
class _Due:
    """A job, the file it makes, and the fingerprint of all that decides that file."""

    job: Job
    prepared: Prepared
    path: Path
    fingerprint: str


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
        self.warned: set[str] = set()

    def run(self, jobs: list[tuple[Job, Prepared]], clock: Clock, workers: int) -> Iterator[Account]:
        waiting: list[_Due] = []
        for job, prepared in jobs:
            due = self.look_at(job, prepared)
            entry = self.entries.get(self.name(due.path))
            if entry and entry.fingerprint == due.fingerprint and _is_as_recorded(due.path, entry):
                yield self.warn(untouched(due.path, entry), prepared)
            else:
                waiting.append(due)
        made = make_all([due.job for due in waiting], clock, workers)
        for due, outcome in zip(waiting, made, strict=True):
            account = self.finish(due, outcome)
            self.has_failed |= account.has_failed
            yield self.warn(account, due.prepared)

    def warn(self, account: Account, prepared: Prepared) -> Account:
        """Tell an application's warnings once, with its first file."""
        if account.application in self.warned:
            return account
        self.warned.add(account.application)
        return account._replace(faults=(*prepared.warnings, *account.faults))

    def look_at(self, job: Job, prepared: Prepared) -> _Due:
        files = files_of(job, prepared)
        self.inputs |= marks(path for _, path in files)
        self.folders |= {path.parent for path in prepared.theme.files}
        path = output(job, prepared)
        self.outputs.append(self.name(path))
        return _Due(job, prepared, path, fingerprint_of(job, files))

    def finish(self, due: _Due, outcome: Made | Faults) -> Account:
        job, prepared = due.job, due.prepared
        account = Account(job.plan.name, job.format, prepared.theme.name, prepared.resume_name)
        if isinstance(outcome, Faults):
            return account._replace(faults=outcome.faults)
        account = account._replace(pages=outcome.pages, seconds=outcome.seconds, findings=outcome.findings)
        if any(finding.is_error for finding in outcome.findings):
            return account
        try:
            write_whole(due.path, outcome.data)
        except OSError as error:
            return account._replace(faults=(Fault(f"cannot write {due.path}: {error.strerror}"),))
        before = (job.plan.name, job.format)  # perhaps a file named after another name of the person
        self.entries = {name: entry for name, entry in self.entries.items() if entry.made_for != before}
        self.entries[self.name(due.path)] = self.entry(due, outcome)
        return account._replace(file=due.path)

    def entry(self, due: _Due, made: Made) -> Entry:
        return Entry(
            application=due.job.plan.name,
            format=due.job.format,
            resume=due.prepared.resume_name,
            theme=due.prepared.theme.name,
            language=due.prepared.document.language,
            pages=made.pages,
            bytes=len(made.data),
            sha256=hashlib.sha256(made.data).hexdigest(),
            fingerprint=due.fingerprint,
            inputs={self.project.shown(path): digest(path) for path in due.prepared.sources},
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
            memory = Memory.blank(self.project.places)
        outputs = [self.project.out / name for name in self.outputs]
        memory.files.update(self.inputs | marks([*outputs, self.project.out / manifest.FILE]))
        memory.folders.update({str(folder): listing(folder) for folder in self.folders})
        memory.requests[self.request.key] = self.outputs
        return memory

    def name(self, path: Path) -> str:
        return str(path.relative_to(self.project.out))


def _made_with() -> dict[str, str]:
    python = ".".join(map(str, sys.version_info[:3]))
    return {"typeset": __version__, "python": python, **versions()}


def _is_as_recorded(path: Path, entry: Entry) -> bool:
    return bool(mark(path)) and hashlib.sha256(path.read_bytes()).hexdigest() == entry.sha256
