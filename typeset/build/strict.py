"""Warnings in; errors out, for those who want nothing to be wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from typeset.source import Fault, Severity
from typeset.source.findings import Finding


def strictly(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return faults, of which every warning is an error; advice stays what it is."""
    return tuple(map(_strict, faults))


def strictly_found(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings, of which every warning is an error."""
    return tuple(replace(finding, fault=_strict(finding.fault)) for finding in findings)


def _strict(fault: Fault) -> Fault:
    return replace(fault, severity=Severity.ERROR) if fault.severity is Severity.WARNING else fault
