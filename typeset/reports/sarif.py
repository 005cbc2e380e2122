"""What a check found in; SARIF 2.1.0 out (OASIS standard, errata 01): one run, every finding at its line.

A code host shows a result at the first location, which is in the source. The file that has it, and its page, are a
related location, and named in the message.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from typeset import __version__
from typeset.build.check import Checked
from typeset.build.rules import Explained, explained
from typeset.reports.telling import Told, told
from typeset.source import Place, Severity
from typeset.source.diagnostics import escaped

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_ROOT = "%SRCROOT%"
"""What addresses start from: the folder of the project, wherever a reader of the report has it."""
_MOST_NAMED = 3
"""Files that a message names."""


def write(checked: Sequence[Checked]) -> bytes:
    """Return one run of this program, with every rule explained."""
    rules = list(explained().values())
    numbers = {rule.name: number for number, rule in enumerate(rules)}
    driver = {"name": "typeset", "semanticVersion": __version__, "rules": [*map(_rule, rules)]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [*_results(told(checked), numbers)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, indent=2, ensure_ascii=False) + "\n").encode()


def _rule(rule: Explained) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.holds},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.holds}\n\n{rule.why}"},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


def _results(found: Iterable[Told], numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for each in found:
        finding, source = each.finding, each.where[0][0].source
        mark = _mark(each)
        seen[mark] += 1
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "level": _LEVELS[finding.fault.severity],
            "message": {"text": _message(each)},
            "locations": [{"physicalLocation": _location(finding.fault.place, source)}],
            "partialFingerprints": {"findingHash/v1": f"{mark}:{seen[mark]}"},
        }
        if finding.rule in numbers:
            result["ruleIndex"] = numbers[finding.rule]
        if related := [*_related(each)]:
            result["relatedLocations"] = related
        yield result


def _message(each: Told) -> str:
    fault = each.finding.fault
    files = [_named(checked, page) for checked, page in each.where if checked.entry]
    more = [f"and {len(files) - _MOST_NAMED} more"] if len(files) > _MOST_NAMED else []
    where = f" ({', '.join([*files[:_MOST_NAMED], *more])})" if files else ""
    return escaped(f"{fault.message}{where}." + (f" Hint: {fault.hint}." if fault.hint else ""))


def _named(checked: Checked, page: int | None) -> str:
    return escaped(f"page {page} of {checked.name}" if page else checked.name)


def _location(place: Place | None, source: str) -> dict[str, Any]:
    """Return where something is in a source; where nobody knows the line, the first one, since hosts want any."""
    if not place or not _is_file(place.source.name):
        return {"artifactLocation": _address(source), "region": {"startLine": 1}}
    end = place.column + place.length
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": end}
    return {"artifactLocation": _address(place.source.name), "region": region}


def _is_file(name: str) -> bool:
    """Whether a source is a file, and not a variable of the environment."""
    return bool(name) and not name.startswith("$")


def _address(name: str) -> dict[str, str]:
    path = PurePath(name)
    return {"uri": path.as_uri()} if path.is_absolute() else {"uri": quote(path.as_posix()), "uriBaseId": _ROOT}


def _related(each: Told) -> Iterator[dict[str, Any]]:
    for number, (checked, page) in enumerate(((one, at) for one, at in each.where if one.entry), 1):
        yield {
            "id": number,
            "message": {"text": _named(checked, page)},
            "physicalLocation": {"artifactLocation": _address(checked.shown)},
        }


def _mark(each: Told) -> str:
    """Return what stays the same while other lines come and go: rule, file, message, and what the line says."""
    finding, place = each.finding, each.finding.fault.place
    where = (place.source.name, place.source.line(place.line).strip()) if place else (each.where[0][0].name, "")
    return hashlib.sha256("\0".join([finding.rule, finding.fault.message, *where]).encode()).hexdigest()[:32]
