"""A résumé as one reader gets it in; advice on what it says out. A rule is a function, and a module of its own name."""

from __future__ import annotations

from typeset.lint.rules import LINTS
from typeset.lint.subject import Subject
from typeset.source.findings import Finding


def advise(subject: Subject) -> list[Finding]:
    """Return what every rule advises, rule by rule, each in the order of the content."""
    return [finding for lint in LINTS.values() for finding in lint(subject)]


__all__ = ["LINTS", "Subject", "advise"]
