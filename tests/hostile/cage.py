"""Something to do in; what came of it in a fork of this process, watched and within limits, out."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from .attack import CANARY
from .looking import holds
from .watch import Outcome, watcher

MEMORY, PROCESSOR, LARGEST = 2 << 30, 10, 64 << 20
"""The limits of a run: bytes, seconds of computing, bytes of a file."""
LIMIT = 60.0
"""Seconds by the clock; a machine that does much besides gets through in them what a run may compute."""


def caged(act: Callable[[], dict[str, bytes]], project: Path) -> Outcome:
    """Do something in a fork, watched and within limits."""
    started, (reading, writing) = time.monotonic(), os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _in_the_cage(act, project, writing)
    os.close(writing)
    said = _heard(reading, started + LIMIT)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    _, _, used = os.wait4(child, 0)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    outcome = Outcome(**json.loads(said)) if said.endswith(b"}") else Outcome()
    outcome.seconds, outcome.computed = time.monotonic() - started, used.ru_utime + used.ru_stime
    outcome.hangs = outcome.seconds > LIMIT + 1
    return outcome


def _heard(descriptor: int, until: float) -> bytes:
    """Return what is said through a pipe until it is closed, or time is up."""
    heard = b""
    with os.fdopen(descriptor, "rb", buffering=0) as pipe:
        while (left := until - time.monotonic()) > 0 and select.select([pipe], [], [], left)[0]:
            piece = pipe.read(1 << 16)
            if not piece:
                return heard
            heard += piece
    return b""


def _in_the_cage(act: Callable[[], dict[str, bytes]], project: Path, pipe: int) -> None:
    """Never returns: the fork ends here."""
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, PROCESSOR),
        (resource.RLIMIT_FSIZE, LARGEST),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    sys.dont_write_bytecode = True
    outcome = Outcome()
    _without_threads()
    tempfile.tempdir = str(project / "temporary")
    sys.addaudithook(watcher(outcome, project))
    outcome.ended, outcome.said, made = _ended(act)
    outcome.leaks = [name for name, data in made.items() if holds(data)] + (
        ["what it says"] if CANARY in outcome.said else []
    )
    answer = json.dumps(asdict(outcome)).encode()
    while answer:
        answer = answer[os.write(pipe, answer) :]
    os._exit(0)


def _without_threads() -> None:
    """Leave out the validation of standards: its threads are the parent's, and a fork waits for them for ever."""
    from typeset.proof.reading import conformance

    conformance._failures = lambda *_: []  # noqa: SLF001  # there is no other way to it


def _ended(act: Callable[[], dict[str, bytes]]) -> tuple[str, str, dict[str, bytes]]:
    from typeset.source import Faults

    try:
        return "made", "", act()
    except Faults as faults:
        return ("refused", str(faults), {}) if str(faults).strip() else ("broken", "faults that say nothing", {})
    except MemoryError:
        return "stopped", "MemoryError", {}
    except BaseException:
        return "broken", traceback.format_exc(), {}
