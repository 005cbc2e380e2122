"""Input that nobody should trust, every kind of it: what came of it, and what it touched, as a table in Markdown.

Each input is built, or imported, in a process of its own that is watched (`tests/hostile`) and bounded.

Run: python benchmarks/hostile.py [--every N] [GROUP ...]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]  # where this is run from is on the path, and not what it is about

from tests.hostile.attack import Attack  # noqa: E402  # the path comes first
from tests.hostile.catalogue import by_group  # noqa: E402
from tests.hostile.ground import Ground, ground  # noqa: E402
from tests.hostile.watch import Outcome  # noqa: E402


class Row(NamedTuple):
    """What came of one group of inputs. `stopped` are programs that a limit ended; `slowest` is in seconds of CPU."""

    group: str
    inputs: int
    refused: int
    made: int
    stopped: int
    reads: int
    writes: int
    sockets: int
    leaks: int
    tracebacks: int
    hangs: int
    slowest: float


HEADS = (
    *(
        "input",
        "inputs",
        "refused",
        "made",
        "stopped by a limit",
        "reads outside",
        "writes outside",
        "sockets and programs",
    ),
    *("leaks", "tracebacks", "hangs", "slowest, s of CPU"),
)


def figures(groups: Iterable[str] = (), every: int = 1) -> list[Row]:
    """Return what came of all inputs, or of some groups', by group; or of `every` second, third, … of them.

    All of them take half an hour of computing.
    """
    return [_row(group, [outcome for _, outcome in results]) for group, results in _results(groups, every)]


def table(rows: Iterable[Row]) -> str:
    """Return rows as a table in Markdown, with their sum."""
    rows = list(rows)
    sums = Row("all", *(sum(row[at] for row in rows) for at in range(1, 11)), max(row.slowest for row in rows))
    lines = [HEADS, ("---", *["---:"] * (len(HEADS) - 1))]
    lines += [(row.group, *(f"{number:,}" for number in row[1:-1]), f"{row.slowest:.1f}") for row in (*rows, sums)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    """Print the table, and what was wrong; the status is 1 where anything was."""
    parser = argparse.ArgumentParser(description="What comes of hostile inputs.")
    parser.add_argument("groups", nargs="*", metavar="GROUP", choices=[*by_group(), []])
    parser.add_argument("--every", type=int, default=1, metavar="N")
    asked = parser.parse_args()
    rows, wrong = [], 0
    for group, results in _results(asked.groups, asked.every):
        outcomes = []
        for attack, outcome in results:
            outcomes.append(outcome)
            for fault in outcome.faults(attack):
                print(f"{group}: {attack.name}: {fault}", file=sys.stderr, flush=True)
                wrong += 1
        rows.append(_row(group, outcomes))
    print(table(rows))
    sys.exit(1 if wrong else 0)


def _results(groups: Iterable[str], every: int) -> Iterator[tuple[str, Iterator[tuple[Attack, Outcome]]]]:
    known = by_group()
    with ground() as where:
        for group in list(groups) or known:
            yield group, _done(where, known[group][::every])


def _done(where: Ground, attacks: list[Attack]) -> Iterator[tuple[Attack, Outcome]]:
    for attack in attacks:
        yield attack, where.run(attack)


def _row(group: str, outcomes: list[Outcome]) -> Row:
    ends = [outcome.ended for outcome in outcomes]
    return Row(
        group=group,
        inputs=len(outcomes),
        refused=ends.count("refused"),
        made=ends.count("made"),
        stopped=ends.count("stopped"),
        reads=sum(len(outcome.reads) for outcome in outcomes),
        writes=sum(len(outcome.writes) for outcome in outcomes),
        sockets=sum(len(outcome.sockets) + len(outcome.programs) for outcome in outcomes),
        leaks=sum(len(outcome.leaks) for outcome in outcomes),
        tracebacks=ends.count("broken"),
        hangs=sum(outcome.hangs for outcome in outcomes),
        slowest=max(outcome.computed for outcome in outcomes),
    )


if __name__ == "__main__":
    main()
