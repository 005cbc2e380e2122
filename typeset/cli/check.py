"""`typeset check`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from typeset.cli.places import project
from typeset.cli.terminal import counted, stops_on_faults, table, tell

if TYPE_CHECKING:
    from typeset.build.check import Checked


@click.command(short_help="Read the finished files back and prove them.")
@click.option("--cv", metavar="NAME", help="Only what draws on content/NAME.yaml.")
@click.option("--application", "-a", metavar="NAME", help="Only this application.")
@click.option("--report", metavar="FILE", help="Write the findings as JSON, too.")
@click.pass_obj
@stops_on_faults
def check(root: str, cv: str | None, application: str | None, report: str | None) -> None:
    """Hold every file in out/ against the content of today: all words there and in order, and every other rule.

    \b
    typeset check                               everything that is built
    typeset check -a twitch                     one application
    typeset check --report out/check.json       the findings for other programs
    """
    from typeset.build.check import check as check_all
    from typeset.build.request import Request
    from typeset.proof import RULES

    checked = list(check_all(project(root), Request(cv, application)))
    if report:
        _write(report, checked)
    for file in checked:
        tell(file.findings)
    click.echo(table([_cells(file) for file in checked]))
    failed = sum(file.has_failed for file in checked)
    click.echo(f"{counted(len(checked), 'file')} held against the rules {', '.join(RULES)}; {failed} failed")
    if failed:
        raise SystemExit(1)


def _cells(file: Checked) -> list[str]:
    pages = counted(file.pages, "page") if file.pages else ""
    result = counted(len(file.findings), "finding") if file.findings else "sound"
    return [file.name, file.entry.theme, pages, result]


def _write(report: str, checked: list[Checked]) -> None:
    import json
    from pathlib import Path

    from typeset.build.files import write_whole

    files = [{"file": file.name, "pages": file.pages, "findings": [_finding(found) for found in file.findings]}
             for file in checked]  # fmt: skip
    write_whole(Path(report), (json.dumps({"files": files}, indent=2, ensure_ascii=False) + "\n").encode())


def _finding(found: Any) -> dict[str, Any]:
    place = found.fault.place
    return {
        "rule": found.rule,
        "severity": str(found.fault.severity),
        "message": found.fault.message,
        "page": found.page,
        "place": {"file": place.source.name, "line": place.line, "column": place.column} if place else None,
    }
