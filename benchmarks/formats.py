"""What each format of one CV costs from nothing, proof included, beside its PDF; and how large its files are.

Every theme's PDF is a row too. A format that needs a program which is not here (TeX, poppler) is left out by name.

Run: python benchmarks/formats.py [RUNS]
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from timing import cpu_seconds, project_of, typeset

from typeset.theme import SHIPPED_THEMES
from typeset.theme.theme import available
from typeset.writers import FORMATS

CV = "polte"


def main() -> None:
    """Print a line for each format and for each theme's PDF: time, its ratio to the PDF's, bytes, files."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    folder = project_of(f"{CV}.yaml", f"applications/{CV}.yaml")
    try:
        for name, words in _rows():
            print(_line(folder, name, words, runs))
    finally:
        shutil.rmtree(folder)


def _rows() -> Iterator[tuple[str, list[str]]]:
    for name in FORMATS:
        yield name, ["--format", name]
    for theme in available([SHIPPED_THEMES]):
        yield f"pdf in {theme}", ["--format", "pdf", "--theme", theme]


def _line(folder: Path, name: str, words: list[str], runs: int) -> str:
    try:
        _cold(folder, words)
    except subprocess.CalledProcessError as error:
        return f"{name:18} left out: {error.stderr.decode().splitlines()[0]}"
    [entry] = json.loads((folder / "out" / "manifest.json").read_bytes())["files"].values()
    pairs = [(_cold(folder, words), _cold(folder, ["--format", "pdf"])) for _ in range(runs)]
    seconds, ratio = statistics.median(one for one, _ in pairs), statistics.median(one / other for one, other in pairs)
    files = 1 + len(entry["others"])
    return f"{name:18} {seconds * 1000:6.0f} ms  {ratio:5.2f} of the PDF  {entry['bytes']:10,} bytes  {files:2} files"


def _cold(folder: Path, words: list[str]) -> float:
    """Return the CPU seconds of a build of which nothing is there yet."""
    shutil.rmtree(folder / "out", ignore_errors=True)
    return cpu_seconds(typeset("--project", str(folder), "build", *words))


if __name__ == "__main__":
    main()
