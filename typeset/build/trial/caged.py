"""Attempts in; their outcomes, as they become known, out. A stranger's theme harms nobody by them.

On Linux each is made by a worker whose memory, time and files are bounded, and which the kernel lets read what it needs
and write nothing that stays. Elsewhere they are made in this process, and Ctrl-C ends one that takes too long.
"""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from tempfile import gettempdir
from typing import Any

from typeset.build.trial.attempt import Attempt, Outcome, attempt
from typeset.build.trial.cases import Case
from typeset.source import Fault, Faults, Place, PlacedText, Severity, Source
from typeset.source.findings import Finding
from typeset.theme import TORTURE

_TOLD = (Outcome, Attempt, Case, Finding, Fault, Faults, Severity, Place, PlacedText, Source)
_ANSWERED = {(told.__module__, told.__qualname__): told for told in _TOLD}
"""What an answer is made of, besides strings, numbers and tuples. Nothing else is ever called to make it anew."""
_ANY = Attempt(Case("", ""), "", ())
"""What stands in an answer for the attempt that was asked for."""


def outcomes(tried: Sequence[Attempt], hands: int) -> Iterator[Outcome]:
    """Yield what becomes of each attempt, by so many workers at once; raises `Faults` where a program is missing."""
    if sys.platform != "linux":
        yield from map(attempt, tried)
        return
    with closing(_told(tried, hands)) as told:
        for number, _, found in told:
            yield _outcome(tried[number], found)


def _told(tried: Sequence[Attempt], hands: int) -> Any:
    from typeset.build.cage import crew, walls
    from typeset.build.cage.hands import forked
    from typeset.build.cage.limits import Limits
    from typeset.build.cage.needs import needs
    from typeset.build.cage.worker import Terms
    from typeset.build.calls import warm

    warm()
    folders = {folder for each in tried for folder in each.roots}
    terms = Terms(Limits(), gettempdir(), walls.landlock(needs((TORTURE, *sorted(folders)), ())))
    families = [[pickle.dumps(each)] for each in tried]
    return crew.told(families, partial(forked, _answer, terms), min(hands, len(families)), terms.limits)


def _answer(call: bytes) -> tuple[bytes, bool]:
    """Return what a call comes to, as bytes, and whether this process is fit for no more."""
    tried: Attempt = pickle.loads(call)  # noqa: S301  # from the process that started this one
    found: Outcome | Faults
    try:
        found = replace(attempt(tried), attempt=_ANY)
    except Faults as faults:
        found = faults
    except BaseException as error:
        message = f"making it ended with {type(error).__name__}"
        return pickle.dumps(Outcome(_ANY, findings=(Finding("theme", Fault(message)),))), True
    return pickle.dumps(found), False


def _outcome(tried: Attempt, answer: Any) -> Outcome:
    if not isinstance(answer, bytes):
        return Outcome(tried, findings=(Finding("theme", Fault(f"making it {answer.why}")),))
    try:
        found = _Answers(io.BytesIO(answer)).load()
    except Exception:
        found = None
    if isinstance(found, Faults):
        raise found
    if not isinstance(found, Outcome):
        return Outcome(tried, findings=(Finding("theme", Fault("making it came back as nonsense")),))
    return replace(found, attempt=tried)


class _Answers(pickle.Unpickler):
    """Reads what a worker says, and makes nothing but what answers are made of."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _ANSWERED:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return _ANSWERED[module, name]
