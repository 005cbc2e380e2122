"""A case, a theme and values of its options in; the file that they make, proved, out."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from typeset import proof, writers
from typeset.build.job import claim
from typeset.build.prepare import Prepared, prepare
from typeset.build.trial.cases import CONTENT, Case, plan, project
from typeset.source import Fault, Faults, Severity
from typeset.source.findings import Finding
from typeset.theme.fit import Values

_ENGINE = "weasyprint"
_LACKING = "characters"
"""The rule that tells of missing glyphs."""
_NO_GLYPH = "no glyph"
"""What a message says that tells of one."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What to make: a case in a theme of some folders, with values for options, in a format."""

    case: Case
    theme: str
    roots: tuple[Path, ...]
    values: Values = ()
    format: str = "pdf"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an attempt made: how many pages, what the proof found, what the engine ignored, and a seal of its bytes.

    Where the theme lacks glyphs that it may lack, `lacks` says which.
    """

    attempt: Attempt
    pages: int = 0
    findings: tuple[Finding, ...] = ()
    lacks: str = ""
    ignored: tuple[str, ...] = ()
    seal: str = ""


class _Listening(logging.Handler):
    """Keeps what WeasyPrint complains of, but for missing glyphs, of which the proof tells."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not (told := record.getMessage()).startswith(".notdef"):
            self.told.append(told)


def attempt(tried: Attempt) -> Outcome:
    """Return what becomes of an attempt, whatever that is; raises `Faults` only where a program is missing."""
    with _listening() as told:
        try:
            return replace(_made(tried), ignored=tuple(told))
        except writers.ToolMissing as error:
            raise Faults([Fault(str(error), hint=error.hint)]) from error
        except writers.CannotWrite as error:
            fault = Fault(str(error), error.place, error.hint)
        except Faults as faults:
            return Outcome(tried, findings=tuple(Finding("theme", fault) for fault in faults.faults))
        except Exception as error:
            fault = Fault(f"{type(error).__name__}: {error}")
    if tried.case.may_lack and _NO_GLYPH in fault.message:
        return Outcome(tried, lacks=fault.message)
    return Outcome(tried, findings=(Finding("theme", fault),), ignored=tuple(told))


def _made(tried: Attempt) -> Outcome:
    prepared = _with(prepare(project(tried.roots), plan(tried.case), tried.theme), tried.values)
    files = writers.write(prepared.manuscript_of(tried.case.piece), tried.format)
    finished, findings = proof.prove([*files.values()], tried.format, claim(prepared, tried.case.piece))
    lacking = next((finding.fault.message for finding in findings if finding.rule == _LACKING), "")
    if lacking and tried.case.may_lack:
        return Outcome(tried, len(finished.pages), lacks=lacking)
    seal = hashlib.sha256(b"".join(files.values())).hexdigest()
    kept = tuple(finding for finding in findings if _is_of_theme(finding, tried.case))
    return Outcome(tried, len(finished.pages), kept, seal=seal)


def _is_of_theme(finding: Finding, case: Case) -> bool:
    """Whether a theme could do something about a finding; advice is for who writes content."""
    is_warning = finding.fault.severity is Severity.WARNING
    return finding.is_error or (is_warning and finding.rule not in CONTENT | case.strains)


def _with(prepared: Prepared, values: Values) -> Prepared:
    theme = prepared.theme
    return replace(prepared, theme=replace(theme, values=tuple((dict(theme.values) | dict(values)).items())))


@contextmanager
def _listening() -> Iterator[list[str]]:
    logger, listener = logging.getLogger(_ENGINE), _Listening()
    logger.addHandler(listener)
    try:
        yield listener.told
    finally:
        logger.removeHandler(listener)
