"""`typeset build`."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from typeset.cli.places import project
from typeset.cli.terminal import Progress, counted, row, stops_on_faults, tell, tell_notes

if TYPE_CHECKING:
    from typeset.build.project import Project
    from typeset.build.request import Account, Request


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
    edition: str | None,
) -> None:
    """Build every application, or those asked for, and prove each file before it takes the old one's place.

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
    request = Request(cv, application, chosen, written)
    with Progress() as progress:
        accounts: Iterable[Account] | None = _interviews(here, request) if edition else up_to_date(here, request)
        if accounts is None:
            accounts = _built(here, request, jobs, progress)
        failed = _report(here, accounts, started, progress)
    if failed:
        raise SystemExit(1)


def _interviews(here: Project, request: Request) -> Iterable[Account]:
    from typeset.build.interview import interviews

    return interviews(here, request, time.perf_counter)


def _built(here: Project, request: Request, jobs: int | None, progress: Progress) -> Iterable[Account]:
    from datetime import UTC, datetime

    from typeset.build.session import build as build_all

    date = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
    return build_all(here, request, time.perf_counter, jobs or os.cpu_count() or 1, progress.expect, date)


def _report(here: Project, accounts: Iterable[Account], started: float, progress: Progress) -> int:
    """Print a line for each account and one for all; return how many failed."""
    built = unchanged = failed = 0
    told: set[str] = set()
    widths: list[int] | None = None
    for account in accounts:
        widths = widths or _widths(here)
        news = [message for message in map(str, (*account.faults, *account.findings)) if message not in told]
        told.update(news)  # two applications of one content file share its faults
        progress.step()
        tell(news)
        click.echo(row(_cells(here, account), widths))
        tell_notes(account.notes)
        progress.show()
        failed += account.has_failed
        unchanged += not account.has_failed and account.seconds is None
        built += not account.has_failed and account.seconds is not None
    counts = [f"{built} built", f"{unchanged} up to date", *([f"{failed} failed"] if failed else [])]
    click.echo(f"{', '.join(counts)} in {time.perf_counter() - started:.2f} s")
    return failed


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
