"""`typeset theme`, for those who write themes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from typeset.cli.places import project
from typeset.cli.terminal import NARROW, Progress, counted, row, shortened, stops_on_faults, tell

if TYPE_CHECKING:
    from typeset.build.trial import Tried
    from typeset.build.trial.attempt import Outcome
    from typeset.source import Fault
    from typeset.source.findings import Finding

_WIDTHS = (15, 6, 9, -5)
_SEVERITIES = ("error", "warning", "advice")


@click.group(short_help="Try a theme of your own, or of a stranger.")
def theme() -> None:
    """For those who write themes, or are given one."""


@theme.command(short_help="Try a theme with hard content, and look through its files.")
@click.argument("folder", metavar="FOLDER")
@click.option("--format", "-f", "formats", metavar="NAME", multiple=True, help="Try this format; PDF if none is named.")
@click.option("--quick", is_flag=True, help="Leave all options at their defaults.")
@click.option(
    "--jobs", "-j", type=click.IntRange(1), metavar="N", help="Processes at once; one a processor by default."
)
@click.pass_obj
@stops_on_faults
def check(root: str, folder: str, formats: tuple[str, ...], quick: bool, jobs: int | None) -> None:
    """Set hard CVs and two letters in the theme of a FOLDER, prove every file, and look through the theme's own.

    A folder with a theme.yaml is enough, wherever it is; so is the name of a theme that is there. Nothing is written.

    \b
    typeset theme check themes/mine             each option at its ends, too
    typeset theme check mine --quick            all options at their defaults
    typeset theme check mine -f pdf -f html     what is published as well
    """
    from typeset.build.discover import find
    from typeset.build.trial import attempts, judged, outcomes
    from typeset.theme.theme import load
    from typeset.writers import FORMATS

    started = time.perf_counter()
    name, roots = _found(root, folder)
    loaded = load(name, roots)
    wanted = tuple(find(each, FORMATS, "format") for each in dict.fromkeys(formats)) or ("pdf",)
    tried = list(attempts(loaded, roots, wanted, quick=quick))
    with Progress() as progress:
        progress.expect(len(tried))
        made = {outcome.attempt: outcome for outcome in _shown(outcomes(tried, jobs or os.cpu_count() or 1), progress)}
    _report(judged(loaded, (made[each] for each in tried)), time.perf_counter() - started)


def _found(root: str, folder: str) -> tuple[str, tuple[Path, ...]]:
    """Return a theme's name and the folders in which it, and those it builds on, are looked for."""
    from typeset.theme.manifest import FILE_NAME

    known, path = project(root).themes, Path(folder)
    if not (path / FILE_NAME).is_file():
        return folder, known
    path = path if path.name not in ("", "..") else path.resolve()
    return path.name, (path.parent, *known)


def _shown(outcomes: Iterator[Outcome], progress: Progress) -> Iterator[Outcome]:
    for outcome in outcomes:
        progress.step()
        progress.show()
        yield outcome


def _report(tried: Tried, seconds: float) -> None:
    told = [*_told(tried.faults), *_found_in(tried.outcomes)]
    click.echo(f"{tried.theme.name}: {tried.theme.about}\n")
    click.echo(row(("case", "format", "pages", "files", "result"), (*_WIDTHS, 0)))
    for cells in _rows(tried.outcomes):
        click.echo(row(cells, (*_WIDTHS, 0)))
    tell(message for severity in _SEVERITIES for found, message in told if found == severity)
    click.echo(f"{counted(len(tried.outcomes), 'file')} and the theme's own in {seconds:.1f} s: {_counts(told)}")
    if tried.has_failed:
        raise SystemExit(1)


def _rows(outcomes: Iterable[Outcome]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each case and format."""
    kinds: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in outcomes:
        kinds.setdefault((outcome.attempt.case.name, outcome.attempt.format), []).append(outcome)
    for (case, format_name), made in kinds.items():
        pages = sorted({outcome.pages for outcome in made if outcome.pages})
        span = "" if not pages else f"{pages[0]} to {pages[-1]}" if len(pages) > 1 else str(pages[0])
        yield case, format_name, span, str(len(made)), shortened(_result(made), NARROW - 43)


def _result(made: list[Outcome]) -> str:
    if lacks := next((outcome.lacks for outcome in made if outcome.lacks), ""):
        return "lacks " + lacks.rpartition("no glyph for ")[2]
    return _counts(_found_in(made))


def _counts(told: Iterable[tuple[str, str]]) -> str:
    found = [severity for severity, _ in told]
    names = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "advice": ("advice", "pieces of advice")}
    counts = ((found.count(severity), names[severity]) for severity in _SEVERITIES)
    return ", ".join(f"{count} {one if count == 1 else many}" for count, (one, many) in counts if count) or "sound"


def _told(faults: Iterable[Fault]) -> Iterator[tuple[str, str]]:
    for fault in faults:
        yield str(fault.severity), str(fault)


def _found_in(outcomes: Iterable[Outcome]) -> list[tuple[str, str]]:
    """Return every finding once, with its severity, and in which file it was found first."""
    known: dict[tuple[str, ...], list[tuple[Finding, Outcome]]] = {}
    for outcome in outcomes:
        for finding in outcome.findings:
            key = (outcome.attempt.case.name, finding.rule, finding.fault.message, str(finding.fault.place))
            known.setdefault(key, []).append((finding, outcome))
    return [(str(found[0][0].fault.severity), _finding(*found[0], len(found))) for found in known.values()]


def _finding(finding: Finding, first: Outcome, files: int) -> str:
    values = ", ".join(f"{name}: {value}" for name, value in first.attempt.values)
    more = f", and in {counted(files - 1, 'file')} more" if files > 1 else ""
    where = f"in `{first.attempt.case.name}`{f' with {values}' if values else ''}{more}"
    return f"{finding}\n{click.wrap_text(where, NARROW, initial_indent='  ', subsequent_indent='    ')}"
