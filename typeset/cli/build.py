"""`typeset build`."""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterable
from contextlib import closing
from typing import TYPE_CHECKING

import click

from typeset.cli.places import project
from typeset.cli.terminal import Progress, counted, row, stops_on_faults, tell, tell_notes

if TYPE_CHECKING:
    from typeset.build.project import Project
    from typeset.build.request import Account, Request
    from typeset.source.findings import Finding

    Accounts = Generator[Account, None, None]


WIDEST_FORMAT = 6
"""Characters of the longest name of a format; their table is not loaded for an unchanged build."""


@click.command(short_help="Build CVs into out/.")
@click.option("--cv", metavar="NAME", help="Only what draws on content/NAME.yaml.")
@click.option("--application", "-a", metavar="NAME", help="Only this application.")
@click.option(
    "--theme", "-t", "themes", metavar="NAME", multiple=True, help="Use this theme, or each of these, not the CVs' own."
)
@click.option("--all-themes", is_flag=True, help="Use every theme, each in a folder of its own.")
@click.option(
    "--format", "-f", "formats", metavar="NAME", multiple=True, help="Write this format; `typeset formats` lists them."
)
@click.option("--all-formats", is_flag=True, help="Write every format.")
@click.option(
    "--jobs", "-j", type=click.IntRange(1), metavar="N", help="Processes at once; by default one a processor."
)
@click.option("--strict", is_flag=True, help="Take every warning for an error.")
@click.option(
    "--confined",
    is_flag=True,
    envvar="TYPESET_CONFINED",
    help="Draw in processes that can read what they need and change nothing: for other people's CVs and themes.",
)
@click.option(
    "--edition",
    type=click.Choice(["interview"]),
    help="Build, beside what is sent, a PDF with the notes of every item, for the applicant alone.",
)
@click.pass_obj
@stops_on_faults
def build(
    root: str,
    cv: str | None,
    application: str | None,
    themes: tuple[str, ...],
    all_themes: bool,
    formats: tuple[str, ...],
    all_formats: bool,
    jobs: int | None,
    strict: bool,
    confined: bool,
    edition: str | None,
) -> None:
    """Build every application, or those asked for, and prove each file before it takes the old one's place.

    Ends with 0 when all is built, with 1 for errors (with --strict, for warnings as well), with 2 for wrong usage.

    \b
    typeset build                               all that content/ asks for
    typeset build --cv polte --theme classic    one person's CVs in another theme
    typeset build -a twitch -f pdf -f txt       one application in two formats
    typeset build --all-themes --all-formats    everything there is
    typeset build --edition interview           your own notes below what you send
    """
    from typeset.build.request import EVERY, Request
    from typeset.build.unchanged import up_to_date

    started = time.perf_counter()
    here = project(root)
    chosen = (EVERY,) if all_themes else tuple(dict.fromkeys(themes))
    written = (EVERY,) if all_formats else tuple(dict.fromkeys(formats))
    request = Request(cv, application, chosen, written, strict)
    if edition and confined:
        raise click.UsageError("an edition is for the applicant alone, and is never confined: leave --confined out")
    with Progress() as progress:
        accounts: Iterable[Account] | None = None if edition else up_to_date(here, request)
        if accounts is not None:
            failed = _report(here, accounts, started, progress)
        else:
            made = _interviews(here, request) if edition else _built(here, request, jobs, progress, confined)
            with closing(made):
                failed = _report(here, made, started, progress)
    if failed:
        raise SystemExit(1)


def _interviews(here: Project, request: Request) -> Accounts:
    from typeset.build.interview import interviews

    return interviews(here, request, time.perf_counter)


def _built(here: Project, request: Request, jobs: int | None, progress: Progress, confined: bool) -> Accounts:
    from datetime import UTC, datetime

    from typeset.build.session import build as build_all

    def say(line: str) -> None:
        progress.hide()
        click.echo(line, err=True)
        progress.show()

    date, hands = datetime.now(UTC).astimezone().isoformat(timespec="seconds"), jobs or os.cpu_count() or 1
    return build_all(here, request, time.perf_counter, hands, progress.expect, date, is_confined=confined, say=say)


def _report(here: Project, accounts: Iterable[Account], started: float, progress: Progress) -> int:
    """Print a line for each account and one for all; return how many failed."""
    built = unchanged = failed = 0
    told: set[str] = set()
    widths: list[int] | None = None
    for account in accounts:
        widths = widths or _widths(here)
        news = [fault for fault in account.faults if str(fault) not in told]
        found = [finding for finding in account.findings if _known_as(finding) not in told]
        told |= {*map(str, news), *map(_known_as, found)}  # two applications of one content file share its faults
        progress.step()
        tell(news)
        _tell_findings(found)
        click.echo(row(_cells(here, account), widths))
        tell_notes(account.notes)
        progress.show()
        failed += account.has_failed
        unchanged += not account.has_failed and account.seconds is None
        built += not account.has_failed and account.seconds is not None
    counts = [f"{built} built", f"{unchanged} up to date", *([f"{failed} failed"] if failed else [])]
    click.echo(f"{', '.join(counts)} in {time.perf_counter() - started:.2f} s")
    return failed


def _known_as(finding: Finding) -> str:
    """Return what a finding says, on whatever page: formats that are set alike share it."""
    return f"{finding.fault} [{finding.rule}]"


def _tell_findings(findings: list[Finding]) -> None:
    if findings:
        from typeset.cli.findings import tell_of_build

        tell_of_build(findings)


def _cells(here: Project, account: Account) -> list[str]:
    if account.has_failed:
        return [account.application, account.resume, account.theme, account.format, "", "failed", ""]
    took = "up to date" if account.seconds is None else f"{account.seconds:.2f} s"
    pages = counted(account.pages, "page") if account.pages else ""
    file = here.shown(account.file) if account.file else ""
    return [account.application, account.resume, account.theme, account.format, pages, took, file]


def _widths(here: Project) -> list[int]:
    """Return the columns' widths from the names in the project, so that lines can be printed as they come."""

    def longest(names: Iterable[str], least: int) -> int:
        return max([least, *map(len, names)])

    content = [path.stem for path in here.content.glob("*.*") if not path.match("*.schema.json")]
    applications = [path.stem for path in here.applications.glob("*.yaml")]
    themes = [path.name for root in here.themes for path in root.glob("*")]
    return [longest([*content, *applications], 4), longest(content, 4), longest(themes, 4), WIDEST_FORMAT, -8, -10, 0]
