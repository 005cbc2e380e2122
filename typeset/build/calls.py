"""A job in, what it made or why it could not out; in this process, or as bytes from and to another one.

Nothing but `KeyboardInterrupt` comes out of it: whatever a library raises is a fault at the CV's name.
"""

from __future__ import annotations

import io
import pickle
import traceback
from pathlib import Path
from typing import Any

from typeset.build.fingerprint import PACKAGE
from typeset.build.fitting.outcome import Moved, Outcome
from typeset.build.job import Clock, Job, Made, make
from typeset.build.pieces import CV
from typeset.build.prepare import prepare
from typeset.proof import Finding
from typeset.source import Fault, Faults, Place, PlacedText, Severity, Source

_ANSWERED = {
    (kind.__module__, kind.__qualname__): kind
    for kind in (Made, Moved, Outcome, Finding, Fault, Faults, Severity, Place, PlacedText, Source)
}
"""What an answer is made of, besides strings, numbers and tuples. Nothing else is ever called to make it anew."""


def outcome(job: Job, clock: Clock) -> Made | Faults:
    """Return what a job made, or why it could not."""
    try:
        return make(job, clock)
    except Faults as faults:
        return faults
    except (Exception, SystemExit) as error:
        return failed(job, _told(error))


def failed(job: Job, why: str) -> Faults:
    """Return the fault of a job whose process, or a library in it, did what `why` says after its name."""
    piece = "" if job.piece == CV else f" of the {job.piece}"
    return Faults([Fault(f"making the {job.format}{piece} {why}", _place(job))])


def asked(job: Job, clock: Clock) -> bytes:
    """Return a job as a call for another process."""
    return pickle.dumps((job, clock))


def answer(call: bytes) -> tuple[bytes, bool]:
    """Return what a call comes to, as bytes, and whether this process is the worse for it."""
    job, clock = pickle.loads(call)  # noqa: S301  # what `asked` has packed, in the process that started this one
    try:
        found: Made | Faults = make(job, clock)
    except Faults as faults:
        found = faults
    except BaseException as error:
        return pickle.dumps(failed(job, _told(error))), True
    return pickle.dumps(found), False


def answered(job: Job, data: bytes) -> Made | Faults:
    """Return what an answer says; a fault for one that no sound process has given."""
    try:
        found = _Answers(io.BytesIO(data)).load()
    except Exception:
        found = None
    return found if isinstance(found, Made | Faults) else failed(job, "came back as nonsense")


def warm() -> None:
    """Load what most jobs need, so that forked processes have it."""
    from typeset.writers.paper import engine

    engine.warm()


class _Answers(pickle.Unpickler):
    """Reads what a process says that may have been taken over, and so makes nothing but what answers are made of."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _ANSWERED:
            return _ANSWERED[module, name]
        raise pickle.UnpicklingError(f"{module}.{name}")


def _told(error: BaseException) -> str:
    """Return what was raised, and by which line of the compiler, in words that follow a name."""
    if isinstance(error, MemoryError):
        return "ran out of memory"
    said = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(": ")
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [f"{file.relative_to(PACKAGE)}:{line}" for file, line in frames if file.is_relative_to(PACKAGE)]
    return f"failed: {said} ({ours[-1]})"


def _place(job: Job) -> Place | None:
    try:
        return prepare(job.project, job.plan, job.theme).document.masthead.name.place
    except Exception:
        return None
