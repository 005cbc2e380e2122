"""A request in; files in `out/`, the manifest, and an account of each job out. Whatever fails leaves what stood."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from typeset import __version__
from typeset.build import manifest
from typeset.build.discover import plans
from typeset.build.files import write_whole
from typeset.build.fingerprint import digest, versions
from typeset.build.job import Clock, Job, Made, files_of, fingerprint_of, is_shared, output, sources_of, theme_of
from typeset.build.manifest import Entry, Memory
from typeset.build.plan import jobs_of
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Project
from typeset.build.record import write_records
from typeset.build.request import Account, Request
from typeset.build.unchanged import is_unchanged, listing, mark, marks, untouched
from typeset.build.workers import make_all
from typeset.source import Fault, Faults
from typeset.writers import release


def build(
    project: Project,
    request: Request,
    clock: Clock,
    workers: int = 1,
    expect: Callable[[int], None] = lambda _: None,
    date: str | None = None,
) -> Iterator[Account]:
    """Yield the account of each job as it ends, and write its file when it is whole and proved.

    `expect` is told how many accounts there will be, before the first; `date` is what records are dated by.

    Raises `Faults` when the request names what is not there.
    """
    prepare.cache_clear()
    digest.cache_clear()
    jobs, failed = jobs_of(project, request)
    expect(len(jobs) + len(failed))
    yield from failed
    session = _Session(project, request, manifest.load_manifest(project.out), has_failed=bool(failed))
    try:
        yield from session.run(jobs, clock, workers)
    finally:
        release()
    try:
        session.remember()
        write_records(project, session.applications, session.entries, date)
    except OSError as error:
        raise Faults([Fault(f"cannot write {error.filename2 or error.filename}: {error.strerror}")]) from None


@dataclass(frozen=True, slots=True)
class _Due:
    """A job, the file it makes, and the fingerprint of all that decides that file."""

    job: Job
    prepared: Prepared
    path: Path
    fingerprint: str

    @property
    def kin(self) -> tuple[str, ...]:
        """What is the same for jobs that need the same fit, and of no other job otherwise."""
        shared = (self.job.plan.name, self.prepared.theme.name)
        return shared if is_shared(self.job, self.prepared) else (*shared, self.job.format, self.job.piece)


class _Session:
    """One run over the jobs of a request."""

    def __init__(self, project: Project, request: Request, entries: dict[str, Entry], has_failed: bool) -> None:
        self.project = project
        self.request = request
        self.entries = entries
        self.has_failed = has_failed
        self.inputs = marks(plan.application for plan in plans(project) if plan.application)
        self.folders = {project.content, project.applications, *project.themes}
        self.wanted: list[str] = []
        self.outputs: list[str] = []
        self.warned: set[str] = set()
        self.noted: set[tuple[str, ...]] = set()
        self.applications: dict[str, Prepared] = {}

    def run(self, jobs: list[tuple[Job, Prepared]], clock: Clock, workers: int) -> Iterator[Account]:
        waiting: list[_Due] = []
        for job, prepared in jobs:
            due = self.look_at(job, prepared)
            entry = self.entries.get(self.name(due.path))
            if entry and entry.fingerprint == due.fingerprint and self.stands(due.path, entry):
                self.outputs += entry.others
                yield self.warn(untouched(due.path, entry), prepared)
            else:
                waiting.append(due)
        made = make_all([(due.job, due.kin) for due in waiting], clock, workers)
        for due, outcome in zip(waiting, made, strict=True):
            account = self.finish(due, outcome)
            self.has_failed |= account.has_failed
            yield self.note(self.warn(account, due.prepared), due, outcome)

    def warn(self, account: Account, prepared: Prepared) -> Account:
        """Tell an application's warnings once, with its first file."""
        if account.application in self.warned:
            return account
        self.warned.add(account.application)
        return account._replace(faults=(*prepared.warnings, *account.faults))

    def note(self, account: Account, due: _Due, outcome: Made | Faults) -> Account:
        """Tell what was fitted once, with the first file of an application and theme."""
        if isinstance(outcome, Faults):
            return account
        fitted = () if due.kin in self.noted else outcome.fitted.told
        self.noted.add(due.kin)
        return account._replace(notes=(*fitted, *outcome.notes))

    def look_at(self, job: Job, prepared: Prepared) -> _Due:
        files = files_of(job, prepared)
        self.inputs |= marks([*(path for _, path in files), *prepared.withheld])
        self.folders |= {path.parent for path in (*prepared.theme.files, *prepared.enclosed_files)}
        if not job.apart:
            self.applications.setdefault(job.plan.name, prepared)
        path = output(job, prepared)
        self.wanted.append(self.name(path))
        return _Due(job, prepared, path, fingerprint_of(job, prepared, files))

    def finish(self, due: _Due, outcome: Made | Faults) -> Account:
        job, prepared = due.job, due.prepared
        account = Account(job.plan.name, job.format, theme_of(job, prepared), prepared.resume_name)
        if isinstance(outcome, Faults):
            return account._replace(faults=outcome.faults)
        account = account._replace(
            pages=outcome.pages, seconds=outcome.seconds, faults=outcome.losses, findings=outcome.findings
        )
        if any(finding.is_error for finding in outcome.findings):
            return account
        files = {output(job, prepared, key): data for key, data in outcome.files.items()}
        try:
            for path, data in files.items():
                write_whole(path, data)
        except OSError as error:
            return account._replace(faults=(Fault(f"cannot write {path}: {error.strerror}"),))
        self.forget(due, {self.name(path) for path in files})
        entry = self.entry(due, outcome, files)
        self.entries[self.name(due.path)] = entry
        self.outputs += entry.others
        return account._replace(file=due.path)

    def forget(self, due: _Due, written: set[str]) -> None:
        """Drop what an earlier build made for the same purpose, and remove those of its files that are no more."""
        purpose = (due.job.plan.name, due.job.format, due.job.piece, str(due.path.parent))
        for name, entry in list(self.entries.items()):
            if (*entry.made_for, str((self.project.out / name).parent)) == purpose:
                del self.entries[name]
                for other, sha256 in {name: entry.sha256, **entry.others}.items():
                    if other not in written and _has_digest(self.project.out / other, sha256):
                        (self.project.out / other).unlink()

    def stands(self, path: Path, entry: Entry) -> bool:
        """Whether every file of an entry is as it was made."""
        others = ((self.project.out / name, sha256) for name, sha256 in entry.others.items())
        return all(_has_digest(file, sha256) for file, sha256 in ((path, entry.sha256), *others))

    def entry(self, due: _Due, made: Made, files: dict[Path, bytes]) -> Entry:
        main, *others = files.items()
        return Entry(
            application=due.job.plan.name,
            format=due.job.format,
            resume=due.prepared.resume_name,
            theme=theme_of(due.job, due.prepared),
            language=due.prepared.document.language,
            pages=made.pages,
            bytes=sum(map(len, files.values())),
            sha256=hashlib.sha256(main[1]).hexdigest(),
            fingerprint=due.fingerprint,
            inputs={self.project.shown(path): digest(path) for path in sources_of(due.job, due.prepared)},
            others={self.name(path): hashlib.sha256(data).hexdigest() for path, data in others},
            piece=due.job.piece,
            fitted={move.option: move.after for move in made.fitted.moved},
            left_out=[path for path, _ in made.fitted.left_out],
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
        outputs = [self.project.out / name for name in (*self.wanted, *self.outputs)]
        memory.files.update(self.inputs | marks([*outputs, self.project.out / manifest.FILE]))
        memory.folders.update({str(folder): listing(folder) for folder in self.folders})
        memory.requests[self.request.key] = self.wanted
        return memory

    def name(self, path: Path) -> str:
        return str(path.relative_to(self.project.out))


def _made_with() -> dict[str, str]:
    python = ".".join(map(str, sys.version_info[:3]))
    return {"typeset": __version__, "python": python, **versions()}


def _has_digest(path: Path, sha256: str) -> bool:
    return bool(mark(path)) and hashlib.sha256(path.read_bytes()).hexdigest() == sha256
