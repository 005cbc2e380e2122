"""Commands in, their CPU time out: whole processes, children included, run in turn so that a slow minute hits both."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

Command = Sequence[str]
ROOT = Path(__file__).parent.parent


def cpu_seconds(command: Command) -> float:
    """Return the CPU seconds (user and system) of one run.

    Bytecode must be found compiled, as it is after an installation, or every start costs twice.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = _children()
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT)
    return _children() - before


def compare(
    first: Command, second: Command, runs: int, before_each: Callable[[], None] = lambda: None
) -> tuple[float, float, float]:
    """Return the median CPU seconds of two commands run in turn, and the median of their ratios pair by pair."""
    before_each()
    cpu_seconds(first)
    cpu_seconds(second)
    pairs = []
    for _ in range(runs):
        before_each()
        pairs.append((cpu_seconds(first), cpu_seconds(second)))
    ratios = [one / other for one, other in pairs]
    return (
        statistics.median(one for one, _ in pairs),
        statistics.median(other for _, other in pairs),
        statistics.median(ratios),
    )


def typeset(*words: str) -> list[str]:
    """Return the command line of the compiler in this checkout."""
    return [sys.executable, "-m", "typeset", *words]


def project_of(*names: str) -> Path:
    """Return a fresh project folder that holds copies of some of this checkout's content files and applications."""
    folder = Path(tempfile.mkdtemp(prefix="typeset-benchmark-"))
    for name in names:
        copy = folder / "content" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((ROOT / "content" / name).read_bytes())
    return folder


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
