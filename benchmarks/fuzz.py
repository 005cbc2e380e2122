"""Mutations of content that look for new ways through the readers: whatever they raise but `Faults` is a bug.

Needs atheris (`pip install atheris`), which watches what each input reaches and changes those that reach more.

Run: python benchmarks/fuzz.py yaml|json|markdown [RUNS]
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 100_000
LONGEST = 10
"""Seconds that one input may take."""
SEEDS = {
    "yaml": sorted((ROOT / "content").glob("*.yaml")),
    "json": sorted((ROOT / "tests/readers/samples").glob("*.json")),
    "markdown": [ROOT / "README.md"],
}
"""Files to begin with."""


def main() -> None:
    """Fuzz one reader; a finding is left in the current folder, and ends the run with a traceback."""
    if len(sys.argv) < 2 or sys.argv[1] not in SEEDS:
        sys.exit(f"usage: python benchmarks/fuzz.py {'|'.join(SEEDS)} [RUNS]")
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed: pip install atheris")
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else RUNS
    with atheris.instrument_imports(include=["typeset"]):
        target = _target(sys.argv[1])
    options = [
        sys.argv[0],
        f"-runs={runs}",
        f"-timeout={LONGEST}",
        "-rss_limit_mb=2048",
        "-max_len=4096",
        "-verbosity=0",
        "-print_final_stats=1",
    ]
    atheris.Setup([*options, f"-seed_inputs={','.join(map(str, SEEDS[sys.argv[1]]))}"], target)
    atheris.Fuzz()


def _target(name: str) -> Callable[[bytes], None]:
    """Return a function that reads bytes as content, or imports them, and lets nothing pass but `Faults`."""
    from typeset.document.arrange import arrange
    from typeset.readers.importing import imported
    from typeset.resume.application import Application
    from typeset.resume.tailor import tailor
    from typeset.source import Faults, raise_errors

    def content(data: bytes) -> None:
        try:
            resume, faults = import_module(f"typeset.readers.{name}").read(data, "cv")
            raise_errors(faults)
            arrange(tailor(resume, Application()), "de-CH")
        except Faults as faults:
            str(faults)

    def foreign(data: bytes) -> None:
        try:
            str(imported(data, "cv.md", "markdown", "Ada Lovelace").text)
        except Faults as faults:
            str(faults)

    return foreign if name == "markdown" else content


if __name__ == "__main__":
    main()
