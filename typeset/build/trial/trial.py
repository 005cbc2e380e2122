"""A theme's folder in; every attempt with it and every fault of its files out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from typeset.build.pieces import PIECES
from typeset.build.trial.attempt import Attempt, Outcome
from typeset.build.trial.cases import CASES, HARD, WHOLE, Case
from typeset.build.trial.settings import one_at_a_time, pairs
from typeset.source import Fault, Place, Severity, Source
from typeset.theme.lint import lint
from typeset.theme.manifest import FILE_NAME
from typeset.theme.theme import Theme, text
from typeset.writers import FORMATS

PAPER = "pdf"
_IGNORED = re.compile(r"Ignored `(.+)` at (\d+):(\d+), (.+?)\.?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tried:
    """What a trial came to: each attempt's outcome, and the faults of the theme's own files, by place."""

    theme: Theme
    outcomes: tuple[Outcome, ...]
    faults: tuple[Fault, ...]

    @property
    def has_failed(self) -> bool:
        """Whether anything is wrong that keeps a CV from being handed out."""
        found = [*self.faults, *(finding.fault for outcome in self.outcomes for finding in outcome.findings)]
        return any(fault.severity is Severity.ERROR for fault in found)


def judged(theme: Theme, outcomes: Iterable[Outcome]) -> Tried:
    """Return what attempts with a theme come to, and what is wrong with its files."""
    made = tuple(outcomes)
    return Tried(theme, made, (*lint(theme), *_ignored(theme, made), *_without_effect(theme, made)))


def attempts(
    theme: Theme, roots: tuple[Path, ...], formats: tuple[str, ...] = (PAPER,), *, quick: bool = False
) -> Iterator[Attempt]:
    """Yield what is tried: every case as it is, and on paper the whole with each option, hard cases with several.

    A quick trial leaves all options at their defaults.
    """
    cases = {case.name: case for case in CASES}
    for name in formats:
        made = [case for case in CASES if _has(name, case)]
        yield from (Attempt(case, theme.name, roots, format=name) for case in made)
    if quick or PAPER not in formats:
        return
    for _, values in one_at_a_time(theme.options):
        yield Attempt(cases[WHOLE], theme.name, roots, values)
    for name, values in zip(cycle(HARD), pairs(theme.options), strict=False):
        yield Attempt(cases[name], theme.name, roots, values)


def _has(format_name: str, case: Case) -> bool:
    return FORMATS[format_name].is_themed and PIECES[case.piece].has(format_name)


def _ignored(theme: Theme, outcomes: tuple[Outcome, ...]) -> Iterator[Fault]:
    """Yield what the engine could not follow, each once, in the style sheet where it stands."""
    sheets = [Source(str(path), text(path)) for path in (*theme.styles, *theme.letters)]
    for told in dict.fromkeys(message for outcome in outcomes for message in outcome.ignored):
        ignored = _IGNORED.fullmatch(told)
        if not ignored:
            yield Fault(told, severity=Severity.WARNING)
            continue
        written, line, column, why = ignored[1], int(ignored[2]), int(ignored[3]), ignored[4]
        place = next((place for sheet in sheets if (place := _place(sheet, line, column, written))), None)
        yield Fault(f"`{written}` is ignored: {why}", place, severity=Severity.WARNING)


def _place(sheet: Source, line: int, column: int, written: str) -> Place | None:
    name = written.partition(":")[0]
    stands = sheet.line(line)[column - 1 :].lower().startswith(name.lower())
    return Place(sheet, line, column, len(name)) if stands else None


def _without_effect(theme: Theme, outcomes: tuple[Outcome, ...]) -> Iterator[Fault]:
    """Yield a warning for each option whose extremes all give the file that its default gives."""
    whole = {outcome.attempt.values: outcome.seal for outcome in outcomes if outcome.attempt.case.name == WHOLE
             and outcome.attempt.format == PAPER}  # fmt: skip
    usual = whole.get(())
    for option in theme.options:
        seals = [whole[values] for tried, values in one_at_a_time([option]) if values in whole]
        if usual and seals and all(seal == usual for seal in seals):
            manifest = theme.chain[0] / FILE_NAME
            place = option.place or Place(Source(str(manifest), text(manifest)), 1, 1)
            yield Fault(f"the option `{option.name}` changes nothing on paper", place, severity=Severity.WARNING)
