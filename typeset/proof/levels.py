"""What the findings of a rule weigh: usually, by the word of an application, and at the least."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from typeset.proof.findings import Finding
from typeset.source import Severity

Levels = Mapping[str, Severity | None]
"""What an application has the findings of some rules weigh; None for a rule that is off."""

_SAFETY = ("withheld", "leaks", "active")
_LOSS = ("words", "order", "characters", "hidden", "clipped", "edges", "overlap", "images", "links")
_DATA = ("content", "said", "card", "source")
LEAST: Levels = {
    **dict.fromkeys(_SAFETY, Severity.ERROR),
    **dict.fromkeys((*_LOSS, *_DATA), Severity.WARNING),
}
"""What findings of some rules weigh at the least, whatever an application says.

What tells readers something that they may not know, or may do harm on their machines, is an error always; what does not
reach them, or reaches them as something else, is told always.
"""


def levelled(findings: Iterable[Finding], levels: Levels) -> list[Finding]:
    """Return findings with the weight that their rules have been given, and without those of rules that are off."""
    kept = (finding for finding in findings if levels.get(finding.rule, finding.fault.severity))
    return [_weighed(finding, levels.get(finding.rule)) for finding in kept]


def _weighed(finding: Finding, level: Severity | None) -> Finding:
    return replace(finding, fault=replace(finding.fault, severity=level)) if level else finding
