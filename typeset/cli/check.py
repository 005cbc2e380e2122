"""`typeset check`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from typeset.cli.places import project
from typeset.cli.terminal import NARROW, Progress, counted, stops_on_faults, table

if TYPE_CHECKING:
    from typeset.build.check import Checked
    from typeset.build.project import Project
    from typeset.build.request import Request

FEWEST_OF_NAME = 24
"""Characters of a file's name that are shown at least."""


@click.command(short_help="Read the finished files back and prove them.")
@click.option("--cv", metavar="NAME", help="Only what draws on content/NAME.yaml.")
@click.option("--application", "-a", metavar="NAME", help="Only this application.")
@click.option("--strict", is_flag=True, help="Take every warning for an error.")
@click.option("--no-advice", is_flag=True, help="Leave the advice on content out.")
@click.option(
    "--report",
    "files",
    metavar="FILE",
    multiple=True,
    help="Write the findings into a file, too: .json, .sarif, .xml (JUnit) or .html.",
)
@click.option("--report-format", metavar="NAME", help="For a report with another ending: json, sarif, junit or html.")
@click.option("--as-parser", is_flag=True, help="Show instead what a program that reads applications understands.")
@click.pass_obj
@stops_on_faults
def check(
    root: str,
    cv: str | None,
    application: str | None,
    strict: bool,
    no_advice: bool,
    files: tuple[str, ...],
    report_format: str | None,
    as_parser: bool,
) -> None:
    """Hold every file in out/ against the content of today: all words there and in order, and every other rule.

    Ends with 0 when nothing is wrong, with 1 for errors (with --strict, for warnings as well), with 2 for wrong usage.
    `typeset explain-rule` tells what the rules hold and why.

    \b
    typeset check                               everything that is built
    typeset check -a twitch                     one application
    typeset check --strict --no-advice          what a release wants
    typeset check --report out/check.html       the findings, drawn on the pages
    typeset check --report out/check.sarif      the findings, for other programs
    typeset check --as-parser                   what the parsers of applications make of a PDF
    """
    if as_parser:
        from typeset.cli.parser_view import as_parser as tell_as_parser

        is_all_understood = tell_as_parser(root, cv, application)
        raise SystemExit(1 if strict and not is_all_understood else 0)
    from typeset.build.request import Request
    from typeset.cli.findings import tell_findings
    from typeset.reports.telling import told

    reports = [(file, _format(file, report_format)) for file in files]
    checked = _checked(project(root), Request(cv, application, strict=strict), no_advice)
    for file, format_name in reports:
        _write(file, format_name, checked)
    held = [each for each in checked if each.entry]
    click.echo(table(_fitting([_cells(each) for each in held])))
    tell_findings(told(checked))
    click.echo(_sum(held, checked))
    if any(each.has_failed for each in checked):
        raise SystemExit(1)


def _checked(here: Project, request: Request, no_advice: bool) -> list[Checked]:
    """Return what is found in each file, then in the content of each application."""
    from typeset.build.check import check as check_all

    checked = []
    with Progress() as progress:
        for each in check_all(here, request, progress.expect):
            progress.step()
            checked.append(each)
            progress.show()
    return checked if no_advice else [*checked, *_advised(here, request, checked)]


def _advised(here: Project, request: Request, checked: Sequence[Checked]) -> Iterable[Checked]:
    from typeset.build.check import advised
    from typeset.cli.places import dictionaries, today

    return advised(here, request, checked, today(), dictionaries())


def _format(file: str, wanted: str | None) -> str:
    """Return the format of a report; wrong usage when neither its ending nor anybody says what it is."""
    from typeset.reports import REPORTS, format_of
    from typeset.resume.names import hint

    if wanted and wanted not in REPORTS:
        raise click.UsageError(f"there is no format of reports `{wanted}`: {hint(wanted, REPORTS)}")
    if found := format_of(file) or wanted:
        return found
    endings = ", ".join(ending for row in REPORTS.values() for ending in row.endings)
    raise click.UsageError(f"`{file}` has none of the endings {endings}; say --report-format")


def _write(file: str, format_name: str, checked: Sequence[Checked]) -> None:
    from pathlib import Path

    from typeset.build.files import write_whole
    from typeset.reports import report

    write_whole(Path(file), report(checked, format_name))


def _cells(each: Checked) -> list[str]:
    theme = each.entry.theme if each.entry else ""
    return [each.name, theme, counted(each.pages, "page") if each.pages else "", _result(each)]


def _fitting(rows: list[list[str]]) -> list[list[str]]:
    """Return rows with names that leave room for the other columns, cut in the middle: their ends tell them apart."""
    others = sum(2 + max(map(len, column)) for column in list(zip(*rows, strict=True))[1:])
    room = max(FEWEST_OF_NAME, NARROW - others)
    return [[_cut(name, room), *cells] for name, *cells in rows]


def _cut(name: str, room: int) -> str:
    tail = room * 2 // 3
    return name if len(name) <= room else f"{name[: room - tail - 1]}…{name[-tail:]}"


def _result(each: Checked) -> str:
    from typeset.reports.telling import counts
    from typeset.source import Severity

    found = counts(each.findings)
    grave = [counted(found[each], each) for each in (Severity.ERROR, Severity.WARNING) if found[each]]
    return ", ".join(grave) or ("sound, with advice" if found[Severity.ADVICE] else "sound")


def _sum(held: Sequence[Checked], checked: Sequence[Checked]) -> str:
    """Return the last line."""
    from typeset.reports import telling

    rules = {name for each in checked for name in each.rules}
    found = telling.counted(each.finding for each in telling.told(checked)) or "nothing is wrong"
    failed = sum(each.has_failed for each in held)
    told = f"{counted(len(held), 'file')} held against {counted(len(rules), 'rule')}: {found}"
    return f"{told}; {counted(failed, 'file')} failed" if failed else told
