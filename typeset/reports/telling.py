"""Findings of many files in; each thing that is wrong once, with all the files it was found in, worst first, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from typeset.build.check import Checked
from typeset.source import Severity
from typeset.source.findings import Finding

_WEIGHTS = {severity: weight for weight, severity in enumerate(Severity)}
"""How severities sort, the worst first."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as it was first met, and where it was: what was checked, and on which page of it."""

    finding: Finding
    where: tuple[tuple[Checked, int | None], ...]


def told(checked: Iterable[Checked]) -> list[Told]:
    """Return every finding once, however many files have it: errors first, then by place."""
    first: dict[tuple[str, ...], Finding] = {}
    where: dict[tuple[str, ...], list[tuple[Checked, int | None]]] = {}
    for each in checked:
        for finding in each.findings:
            key = _key(finding)
            first.setdefault(key, finding)
            where.setdefault(key, []).append((each, finding.page))
    return sorted((Told(finding, tuple(where[key])) for key, finding in first.items()), key=_position)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by severity, and else in the order they had."""
    return sorted(findings, key=lambda finding: _WEIGHTS[finding.fault.severity])


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each severity, the worst first."""
    weighed = [finding.fault.severity for finding in findings]
    return {severity: weighed.count(severity) for severity in Severity}


def _key(finding: Finding) -> tuple[str, ...]:
    fault = finding.fault
    return finding.rule, fault.severity, fault.message, str(fault.place), str(fault.hint)


def _position(told: Told) -> tuple[int, str, int, int]:
    fault = told.finding.fault
    at = (fault.place.source.name, fault.place.line, fault.place.column) if fault.place else ("", 0, 0)
    return (_WEIGHTS[fault.severity], *at)


_NOUNS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}


def counted(findings: Iterable[Finding]) -> str:
    """Return "1 error, 2 warnings" for findings; nothing for none."""
    some = ((number, _NOUNS[severity]) for severity, number in counts(findings).items() if number)
    return ", ".join(f"{number} {one if number == 1 else more}" for number, (one, more) in some)
