"""What is wrong with a finished file, for tests that make many."""

from __future__ import annotations

from collections.abc import Iterable

from typeset.source import Severity
from typeset.source.findings import Finding


def faults(findings: Iterable[Finding]) -> list[str]:
    """Return the errors and warnings among findings; how full the last page is, is no fault of who sets it."""
    grave = (found for found in findings if found.fault.severity is not Severity.ADVICE)
    return [str(found) for found in grave if found.rule != "ending"]


def errors(findings: Iterable[Finding]) -> list[str]:
    """Return the errors alone: of what other people have written, much may be unwise that is set as it stands."""
    return [str(found) for found in findings if found.is_error]
