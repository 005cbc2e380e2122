"""A PDF and the standards that it declares in; what an independent validator finds against them out. Knows page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable

from typeset.proof.standards import Breach

_PROFILES = {
    **{
        f"PDF/A-{part}{level}": f"{part}{level}"
        for part, levels in ((1, "ab"), (2, "abu"), (3, "abu"))
        for level in levels
    },
    "PDF/UA-1": "ua1",
}
"""What the validator calls the standards that it knows."""
Said = tuple[list[tuple[str, str]], str | None]
"""The rules that are not kept, with what is said of each; and why the validator could not tell, if it could not."""
_HOME: list[int] = []
"""The first process that the validator was asked in."""
_PANIC = "PanicException"
"""What Rust raises where it gives up; it is no `Exception`, and cannot be imported."""


def breaches(data: bytes, standards: Iterable[str]) -> list[Breach]:
    """Return the rules that a file does not keep, each once; raises `ValueError` for what the validator cannot read."""
    found: Counter[tuple[str, str, str]] = Counter()
    for standard in sorted(standards):
        if profile := _PROFILES.get(standard):
            found.update((standard, rule, message) for rule, message in _failures(data, standard, profile))
    return [Breach(*each, times) for each, times in found.items()]


def _failures(data: bytes, standard: str, profile: str) -> list[tuple[str, str]]:
    """Return what the validator says; in a fork of the process that its threads live in, it would wait for ever."""
    if not _HOME:
        _HOME.append(os.getpid())
    failures, problem = (_said if _HOME[0] == os.getpid() else _said_elsewhere)(data, profile)
    if problem:
        raise ValueError(f"{standard}: {problem}")
    return failures


def _said(data: bytes, profile: str) -> Said:
    import page

    try:
        report = page.validate_pdf_bytes(data, profile=profile)
    except page.PageError as error:
        return [], str(error)
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        return [], f"the validator gives up: {error}"
    return [(failure.rule_id, failure.message) for failure in report.failures], None


def _said_elsewhere(data: bytes, profile: str) -> Said:
    command = [sys.executable, "-m", __name__, profile]
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(command, input=data, capture_output=True, check=False, env=paths)  # noqa: S603  # ourselves
    if done.returncode:
        return [], f"the validator ended with {done.returncode}"
    failures, problem = json.loads(done.stdout)
    return [(rule, message) for rule, message in failures], problem


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_said(sys.stdin.buffer.read(), sys.argv[1])))
