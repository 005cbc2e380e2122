"""What a check found in; JSON for programs of one's own out. Keys are added, never taken away or changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from typeset import __version__
from typeset.build.check import Checked
from typeset.reports.telling import counts
from typeset.source import Place
from typeset.source.diagnostics import escaped
from typeset.source.findings import Finding

VERSION = 1
"""Of the layout: goes up when a key means something else than it did."""


def write(checked: Sequence[Checked]) -> bytes:
    """Return files and contents, each with its findings."""
    findings = [finding for each in checked for finding in each.findings]
    told = {
        "version": VERSION,
        "made-with": {"typeset": __version__},
        "counts": counts(findings),
        "files": [{"file": each.name, **_about(each)} for each in checked if each.entry],
        "contents": [{"application": each.name, **_about(each)} for each in checked if not each.entry],
    }
    return (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode()


def _about(each: Checked) -> dict[str, Any]:
    entry = each.entry
    known = {"pages": each.pages, "format": entry.format, "theme": entry.theme} if entry else {}
    made = {"application": entry.application, "piece": entry.piece} if entry else {}
    told = {"source": each.source, "rules": each.rules, "off": each.off, "findings": [*map(_finding, each.findings)]}
    return {**known, **made, **told}


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "severity": found.fault.severity,
        "message": escaped(found.fault.message),
        "hint": found.fault.hint and escaped(found.fault.hint),
        "page": found.page,
        "box": found.box,
        "place": _place(found.fault.place) if found.fault.place else None,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": escaped(place.source.name), "line": place.line, "column": place.column, "length": place.length}
