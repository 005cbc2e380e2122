"""A request in; files in `out/`, the manifest, and an account of each job out. Whatever fails leaves what stood."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from typeset.build import manifest
from typeset.build.discover import plans
from typeset.build.files import write_whole
from typeset.build.fingerprint import digest
from typeset.build.job import Clock, Job, Made, files_of, fingerprint_of, is_shared, output, sources_of, theme_of
from typeset.build.ledger import Ledger, Purpose
from typeset.build.levels import without_advice
from typeset.build.lock import alone
from typeset.build.manifest import Entry, Memory
from typeset.build.plan import jobs_of
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Project
from typeset.build.record import write_records
from typeset.build.request import Account, Request
from typeset.build.scratch import scratch
from typeset.build.strict import strictly, strictly_found
from typeset.build.unchanged import is_unchanged, listing, marks, untouched
from typeset.build.workers import Say, make_all
from typeset.source import Fault, Faults, Severity
from typeset.writers import release

_ANEW = "{} is damaged, or of another version: it is made anew"
_Make = Callable[[list[tuple[Job, tuple[str, ...]]]], Generator[Made | Faults, None, None]]


def build(
    project: Project,
    request: Request,
    clock: Clock,
    workers: int = 1,
    expect: Callable[[int], None] = lambda _: None,
    date: str | None = None,
    *,
    is_confined: bool = False,
    say: Say = lambda _: None,
) -> Generator[Account, None, None]:
    """Yield the account of each job as it ends, and write its file when it is whole and proved.

    `expect` is told how many accounts there will be, before the first; `date` is what records are dated by. With
    `is_confined` nothing is drawn but in processes that are shut in. `say` is told what concerns no job in particular.

    Its temporary files are gone before it is remembered that all is done: what is left of a build that was killed is
    removed by the next one that has anything to do. Two builds of one `out/` follow one another. Raises `Faults` when
    the request names what is not there, or `out/` cannot be written.
    """
    with _turn(project, say):
        with scratch():
            prepare.cache_clear()
            digest.cache_clear()
            jobs, failed = jobs_of(project, request)
            expect(len(jobs) + len(failed))
            yield from failed
            for file in manifest.damaged(project.out):
                say(_ANEW.format(project.shown(file)))
            session = _Session(project, request, Ledger(project, clock), has_failed=bool(failed))
            make = partial(make_all, clock=clock, workers=workers, is_confined=is_confined, say=say)
            try:
                yield from session.run(jobs, make)
            except BaseException:
                with suppress(OSError):  # there is something worse to tell
                    session.ledger.close()
                raise
            finally:
                release()
        try:
            for file in write_records(project, session.applications, session.ledger.entries, date):
                say(_ANEW.format(project.shown(file)))
            session.remember()
        except OSError as error:
            raise Faults([_unwritten(project, error)]) from None


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

    @property
    def purpose(self) -> Purpose:
        """What there is one file of."""
        return self.job.plan.name, self.job.format, self.job.piece, str(self.path.parent)


class _Session:
    """One run over the jobs of a request."""

    def __init__(self, project: Project, request: Request, ledger: Ledger, has_failed: bool) -> None:
        self.project = project
        self.request = request
        self.ledger = ledger
        self.has_failed = has_failed
        self.inputs = marks(plan.application for plan in plans(project) if plan.application)
        self.folders = {project.content, project.applications, *project.themes}
        self.wanted: list[str] = []
        self.outputs: list[str] = []
        self.warned: set[str] = set()
        self.noted: set[tuple[str, ...]] = set()
        self.applications: dict[str, Prepared] = {}

    def run(self, jobs: list[tuple[Job, Prepared]], make: _Make) -> Iterator[Account]:
        waiting: list[_Due] = []
        for job, prepared in jobs:
            due = self.look_at(job, prepared)
            entry = self.ledger.entries.get(self.ledger.name(due.path))
            is_current = entry and entry.fingerprint == due.fingerprint and not (self.request.strict and entry.warned)
            if entry and is_current and self.ledger.stands(self.ledger.name(due.path), entry):
                self.outputs += entry.others
                yield self.warn(untouched(due.path, entry), prepared)
            else:
                waiting.append(due)
        self.ledger.expect(due.purpose for due in waiting)
        with closing(make([(due.job, due.kin) for due in waiting])) as made:
            for due, outcome in zip(waiting, made, strict=True):
                account = self.finish(due, outcome)
                self.has_failed |= account.has_failed
                yield self.note(self.warn(account, due.prepared), due, outcome)

    def warn(self, account: Account, prepared: Prepared) -> Account:
        """Tell an application's warnings once, with its first file."""
        if account.application not in self.warned:
            self.warned.add(account.application)
            account = account._replace(faults=(*prepared.warnings, *account.faults))
        if not self.request.strict:
            return account
        return account._replace(faults=strictly(account.faults), findings=strictly_found(account.findings))

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
        self.wanted.append(self.ledger.name(path))
        return _Due(job, prepared, path, fingerprint_of(job, prepared, files))

    def finish(self, due: _Due, outcome: Made | Faults) -> Account:
        job, prepared = due.job, due.prepared
        account = Account(job.plan.name, job.format, theme_of(job, prepared), prepared.resume_name)
        if isinstance(outcome, Faults):
            return account._replace(faults=outcome.faults)
        told = without_advice(outcome.findings)
        account = account._replace(pages=outcome.pages, seconds=outcome.seconds, faults=outcome.losses, findings=told)
        warned = _warned(due.prepared, outcome)
        if any(finding.is_error for finding in outcome.findings) or (self.request.strict and warned):
            return account
        files = {output(job, prepared, key): data for key, data in outcome.files.items()}
        entry = self.entry(due, outcome, files)
        try:
            self.ledger.replace(due.purpose, files, entry)
        except OSError as error:
            return account._replace(faults=(_unwritten(self.project, error),))
        self.outputs += entry.others
        return account._replace(file=due.path)

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
            others={self.ledger.name(path): hashlib.sha256(data).hexdigest() for path, data in others},
            piece=due.job.piece,
            fitted={move.option: move.after for move in made.fitted.moved},
            left_out=[path for path, _ in made.fitted.left_out],
            warned=_warned(due.prepared, made),
        )

    def remember(self) -> None:
        """Write the manifest, and the memory that lets the next build see at a glance that nothing changed."""
        if self.ledger.close() and not self.has_failed:
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


def _warned(prepared: Prepared, made: Made) -> int:
    """Return how many warnings there are of a file: of what it was made of, its format, and how it came out."""
    faults = (*prepared.warnings, *made.losses, *(finding.fault for finding in made.findings))
    return sum(fault.severity is Severity.WARNING for fault in faults)


@contextmanager
def _turn(project: Project, say: Say) -> Iterator[None]:
    """Hold `out/` for one build; raises `Faults` where it cannot be written, or another build goes on and on."""
    if not project.content.is_dir():  # nothing will be built, and no folder is to be left here
        yield
        return
    out = f"{project.shown(project.out)}/"
    with ExitStack() as stack:
        try:
            waiting = f"another build of {out} is running: waiting for it to end"
            is_held = stack.enter_context(alone(project.out, lambda: say(waiting)))
        except OSError as error:
            raise Faults([_unwritten(project, error)]) from None
        if not is_held:
            raise Faults([Fault(f"another build of {out} is still running", hint="end it, or try again later")])
        if not os.access(project.out, os.W_OK | os.X_OK):
            raise Faults([Fault(f"cannot write into {out}: it is read-only here, or somebody else's")])
        yield


def _unwritten(project: Project, error: OSError) -> Fault:
    return Fault(f"cannot write {project.shown(Path(error.filename))}: {error.strerror}")
