"""What fitting changed, and in what words people are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from typeset.build.fitting.goal import Goal
from typeset.build.fitting.layout import Layout
from typeset.resume.application import Pages
from typeset.source import Fault

COSTLIEST = 5
"""How many items are named when none of them may be left out, and pages are too many."""
_COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class Moved:
    """An option that was moved, from what and to what; `set` where the application has set it."""

    option: str
    before: str
    after: str
    set: bool = False

    def __str__(self) -> str:
        said = f"{self.before} (as the application sets it)" if self.set else self.before
        return f"{self.option} {said} → {self.after}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was moved, what was left out, each with the lines it took, what that mends, and how many layouts it took."""

    moved: tuple[Moved, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    mended: tuple[str, ...] = ()
    layouts: int = 1

    @property
    def told(self) -> tuple[str, ...]:
        """What there is to say of it, in lines of any length; nothing where nothing was changed."""
        return tuple(self._told())

    @property
    def setting(self) -> str:
        """How far it goes, in words that end a sentence."""
        options = ", ".join(f"{move.option} {move.after}" for move in self.moved)
        items = _many(len(self.left_out), "item")
        said = [f"at {options}" if self.moved else "", f"without {items}" if self.left_out else ""]
        return f", even {' and '.join(filter(None, said))}" if any(said) else ""

    def _told(self) -> Iterator[str]:
        if self.moved:
            yield f"fitted: {', '.join(map(str, self.moved))} ({_many(self.layouts, 'layout')})"
        if self.left_out:
            noun = "line"
            yield f"left out: {', '.join(f'{path} ({_many(count, noun)})' for path, count in self.left_out)}"
        if self.mended:
            yield f"so that no page ends with {' or '.join(self.mended)}"


def too_long(layout: Layout, goal: Goal, pages: Pages, settings: str) -> Fault:
    """Return the fault of pages that are too many, however they are set."""
    lines = _many(layout.lines_beyond(goal.most), "line")
    allowed = f"{_count(goal.most)} {'page is' if goal.most == 1 else 'pages are'} allowed"
    costly = ", ".join(f"`{path}` ({count})" for path, count in costliest(layout.lines))
    return Fault(
        f"the CV has {_many(layout.pages, 'page')}; {allowed}: it is {lines} too long{settings}",
        pages.place,
        f"the most lines are taken by {costly}; shorten, `omit`, or give a `priority` of 2 or more",
    )


def too_short(layout: Layout, goal: Goal, pages: Pages, settings: str) -> Fault:
    """Return the fault of pages that are too few, or not full enough, however they are set."""
    pages_wanted = [_many(goal.most, "page")] if goal.least == goal.most else []
    fill_wanted = [f"a last page {goal.fill:.0%} full"] if goal.fill else []
    message = f"the CV has {_many(layout.pages, 'page')}, the last {layout.fill:.0%} full{settings}"
    hint = "say more, or ask for less"
    return Fault(f"{message}; {' and '.join([*pages_wanted, *fill_wanted])} wanted", pages.place, hint)


def costliest(lines: Counter[str]) -> list[tuple[str, int]]:
    """Return the items of sections that take the most lines; sections themselves where they have no items."""
    inner = {path.rpartition(".")[0] for path in lines}
    whole = {path: count for path, count in lines.items() if path.count(".") == 1 or path not in inner}
    return Counter({path: count for path, count in whole.items() if path.count(".") < 2}).most_common(COSTLIEST)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _count(number: int) -> str:
    return _COUNTED[number] if number < len(_COUNTED) else str(number)
