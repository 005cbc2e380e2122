"""The lines of a file, and what another writer makes of them before and after a change, in; the change to the file out.

A three-way merge: what the other writer would only write in another way stays as the file has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Step:
    """Lines `s` of the file and `b` after the change: the former stay, or the latter take their place."""

    s: range
    b: range
    stays: bool


def steps(own: list[str], before: list[str], after: list[str]) -> Iterator[Step]:
    """Yield steps as small as can be: wherever it is known on both sides where a line before begins."""
    to_own, to_after = _borders(before, own, loosely=True), _borders(before, after, loosely=False)
    cuts = [*sorted(to_own.keys() & to_after.keys()), len(before)]
    for a0, a in pairwise(cuts):
        s0, b0 = to_own[a0], to_after[a0]
        s, b = (len(own), len(after)) if a == len(before) else (to_own[a], to_after[a])
        yield from _between(range(s0, s), before[a0:a], range(b0, b), after[b0:b])


def _between(s: range, before: list[str], b: range, after: list[str]) -> Iterator[Step]:
    """Yield what becomes of lines between two borders: they stay where new ones only come above and below."""
    size = len(before)
    starts = (at for at, line in enumerate(after) if before[:1] == [line])
    at = next((at for at in starts if after[at : at + size] == before), None)
    if at is None:
        yield Step(s, b, stays=not before and not b)
        return
    if at:
        yield Step(s[:0], b[:at], stays=False)
    yield Step(s, b[at : at + size], stays=True)
    if b[at + size :]:
        yield Step(s[len(s) :], b[at + size :], stays=False)


def _borders(one: list[str], other: list[str], *, loosely: bool) -> dict[int, int]:
    """Return which line of `other` begins where a line of `one` does, as far as they are the same.

    `loosely`, so do as many lines on both sides that stand between such.
    """
    made = {0: 0}
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, one, other).get_opcodes():
        made.setdefault(i1, j1)
        if kind == "equal" or (loosely and kind == "replace" and i2 - i1 == j2 - j1):
            for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
                made.setdefault(i, j)
    return {i: j for i, j in made.items() if i < len(one)}
