"""An application in; what it has the findings of rules weigh, and what is wrong with that, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from typeset.proof.levels import LEAST, Levels
from typeset.proof.rules import RULES
from typeset.resume import names
from typeset.resume.application import Application
from typeset.source import Fault, Scalar, Severity
from typeset.source.findings import Finding


def levels(application: Application) -> Levels:
    """Return what an application has findings weigh, by rule; None where it wants none of them."""
    found = ((key.text, value) for key, value in application.proof or () if isinstance(value, Scalar))
    return {name: _level(value.text) for name, value in found}


def without_advice(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what a build tells of findings; advice is told by a check alone."""
    return tuple(finding for finding in findings if finding.fault.severity is not Severity.ADVICE)


def level_faults(application: Application) -> Iterator[Fault]:
    """Yield a fault for each rule that is not there, or must not weigh as little as an application wants."""
    for key, value in application.proof or ():
        name = key.text
        if name not in (known := _known()):
            yield Fault(f"there is no rule `{name}`", key.place, _hint(name, known))
        elif isinstance(value, Scalar) and (least := LEAST.get(name)) and _weight(_level(value.text)) < _weight(least):
            hint = f"the least is `{least}`; `typeset explain-rule {name}` says why"
            yield Fault(f"`{name}` cannot be `{value.text}`", value.place, hint)


def _hint(name: str, known: list[str]) -> str:
    meant = names.nearest(name, known)
    return f"did you mean `{meant}`?" if meant else "`typeset explain-rule` lists them"


def _known() -> list[str]:
    """Return the names of all rules; those about content are only loaded for an application that weighs any."""
    from typeset.lint import LINTS

    return [*RULES, *LINTS]


def _level(text: str) -> Severity | None:
    return Severity(text) if text in [*Severity] else None


def _weight(level: Severity | None) -> int:
    return len(Severity) - [*Severity].index(level) if level else 0
