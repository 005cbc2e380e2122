"""What the proof finds, what it says of sound files, and what hostile input and sudden ends do: `figures.md`.

Run: python benchmarks/figures.py [--corpus FOLDER] [SECTION ...]

Each section is measured anew where it is named, or all of them; the others stay as they were. They take some ten
to thirty minutes each.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path += [str(ROOT), str(ROOT / "tests")]  # what is planted, and what is hostile, is the tests' own

import hostile  # noqa: E402  # the path comes first
import kills  # noqa: E402
from corpus import corpus  # noqa: E402

from typeset.build.job import Job, make  # noqa: E402
from typeset.source import Faults, Severity  # noqa: E402
from typeset.theme import SHIPPED_THEMES  # noqa: E402
from typeset.theme.theme import available, load  # noqa: E402

FILE = Path(__file__).with_name("figures.md")
HEAD = "# Figures\n\nMeasured by `python benchmarks/figures.py`, which writes this file.\n"
WORKERS = 2
KILLS = 500
"""How many builds are killed, in about a quarter of an hour."""
EVERY_BY_TEX = 4
"""Which number of CVs is set by TeX, which takes seconds for a page: the fourth, the eighth, and so on."""


def main() -> None:
    """Measure what is asked for, and write the file."""
    parser = argparse.ArgumentParser(description="Measure what figures.md tells.")
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus", metavar="FOLDER")
    parser.add_argument("sections", nargs="*", metavar="SECTION", choices=[*SECTIONS, []])
    asked = parser.parse_args()
    told = _told()
    for name in asked.sections or SECTIONS:
        told[name] = SECTIONS[name](asked.corpus).strip()
        parts = [f"## {title}\n\n{told[title]}\n" for title in SECTIONS if title in told]
        FILE.write_text("\n".join([HEAD, *parts]), "utf-8")


def planted(_: Path) -> str:
    """Return how many kinds of defect were planted for each rule, and how many of them it found."""
    counts: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for module in sorted((ROOT / "tests" / "planted").glob("[a-z]*.py")):
        for plant in getattr(import_module(f"planted.{module.stem}"), "PLANTED", ()):
            counts[plant.rule] += 1
            found[plant.rule] += any(finding.rule == plant.rule for finding in plant.findings())
    rows = [[f"`{rule}`", f"{counts[rule]}", f"{found[rule]}"] for rule in sorted(counts)]
    return _table(["rule", "kinds of defect", "found"], [*rows, ["all", f"{counts.total()}", f"{found.total()}"]])


def sound(folder: Path) -> str:
    """Return what the proof says of every CV of a corpus in every theme, though nobody planted anything in it."""
    themes = available([SHIPPED_THEMES])
    with ProcessPoolExecutor(WORKERS) as pool:
        rows = list(pool.map(partial(_of_theme, folder), themes))
    note = (
        "What the fonts of a theme have no signs for is refused before anything is written; a warning names its line."
    )
    return f"{_table(['theme', 'CVs', 'refused', 'with an error', 'warnings, by rule'], rows)}\n\n{note}"


def _of_theme(folder: Path, theme: str) -> list[str]:
    refused, failed, warnings = 0, 0, Counter[str]()
    with corpus(folder) as (project, every):
        plans = every[:: EVERY_BY_TEX if load(theme, [SHIPPED_THEMES]).engine == "latex" else 1]
        for plan in plans:
            try:
                findings = make(Job(project, plan, "pdf", theme), lambda: 0.0).findings
            except Faults:
                refused += 1
                continue
            for finding in findings:
                print(f"{theme}: {plan.name}: {finding}", file=sys.stderr, flush=True)
            failed += any(finding.is_error for finding in findings)
            warnings.update(each.rule for each in findings if each.fault.severity is Severity.WARNING)
        told = ", ".join(f"`{rule}` {count}" for rule, count in warnings.most_common())
        return [f"`{theme}`", f"{len(plans)}", f"{refused}", f"{failed}", told or "none"]


def untrusted(_: Path) -> str:
    """Return what came of hostile input, and what it touched."""
    return hostile.table(hostile.figures())


def killed(_: Path) -> str:
    """Return what builds leave that are killed at any moment."""
    return _table(["", "of", "found"], ([row.what, f"{row.of}", f"{row.found}"] for row in kills.figures(KILLS)))


SECTIONS: dict[str, Callable[[Path], str]] = {
    "planted": planted,
    "sound": sound,
    "untrusted": untrusted,
    "killed": killed,
}
"""What is measured, by the headings of the file; each is given the folder of other people's CVs."""


def _told() -> dict[str, str]:
    """Return what the file says under each heading."""
    text = FILE.read_text("utf-8") if FILE.is_file() else ""
    parts: Iterator[str] = iter(re.split(r"^## (\w+)\n", text, flags=re.MULTILINE)[1:])
    return {title: body.strip() for title, body in zip(parts, parts, strict=True)}


def _table(heads: list[str], rows: Iterable[list[str]]) -> str:
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    main()
