"""`typeset sent`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from typeset.cli.places import project
from typeset.cli.terminal import counted, shortened, stops_on_faults, table

if TYPE_CHECKING:
    from typeset.build.project import Project

WIDTH = 80
SHORT = 12
"""Characters of a hash that tell it from any other at a glance."""


@click.command(short_help="Tell what an application's reader has.")
@click.argument("application")
@click.option("--mark", is_flag=True, help="Keep the last build as what was sent today.")
@click.pass_obj
@stops_on_faults
def sent(root: str, application: str, mark: bool) -> None:
    """Tell what was sent for an application: the files, of which content and commit, in which theme and language.

    \b
    typeset sent twitch --mark     keep the last build as sent, in content/applications/sent/
    typeset sent twitch            what they have
    """
    from datetime import UTC, datetime

    from typeset.build import record
    from typeset.build.discover import find, plans
    from typeset.source import Fault, Faults

    here = project(root)
    names = [plan.name for plan in plans(here)]
    kept = record.sent(here, application)
    if not kept:
        find(application, names, "application")
    if mark:
        kept = [
            *kept,
            record.mark_sent(here, application, datetime.now(UTC).astimezone().isoformat(timespec="seconds")),
        ]
    built = record.last_built(here, application)
    told = kept[-1] if kept else built
    if not told:
        hint = f"run `typeset build -a {application}`"
        raise Faults([Fault(f"nothing of `{application}` is built or sent", hint=hint)])
    for line in _lines(here, told, kept):
        click.echo(line)
    if kept and built and not record.is_same(built, told):
        click.echo(f"\nbuilt since, and not sent: {_when(built.get('date'))}")


def _lines(here: Project, told: dict[str, Any], kept: list[dict[str, Any]]) -> Iterator[str]:
    reader = ", ".join(str(value) for value in (told.get("for") or {}).values())
    yield shortened(f"{told.get('application')}{' for ' if reader else ''}{reader}", WIDTH)
    if kept:
        earlier = f"; earlier: {', '.join(_when(each.get('sent'))[:10] for each in kept[:-1])}" if kept[1:] else ""
        yield f"sent {_when(told.get('sent'))}, built {_when(told.get('date'))}{earlier}"
    else:
        yield f"built {_when(told.get('date'))}, not marked as sent (`typeset sent {told.get('application')} --mark`)"
    yield ""
    yield table([(f"  {key}", value) for key, value in _facts(here, told)])
    yield ""
    yield table([("  file", "pages", "bytes", "sha256"), *_files(told)])


def _facts(here: Project, told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    from typeset.build.record import changed_since

    changed = changed_since(here, told)
    for name, sha256 in told.get("inputs", {}).items():
        yield "made of", f"{name}  {str(sha256)[:SHORT]}{', changed since' if name in changed else ''}"
    if found := told.get("commit"):
        clean = "" if found.get("clean") else ", with changes that it has not"
        yield "commit", f"{str(found.get('id'))[:SHORT]}{clean}"
    if posting := told.get("posting"):
        yield (
            "posting",
            f"{posting.get('file') or posting.get('posting')}  {posting.get('sha256', '')[:SHORT]}".rstrip(),
        )
    yield "theme", str(told.get("theme"))
    yield "language", str(told.get("language"))
    if audience := told.get("audience"):
        yield "audience", str(audience)
    yield "typeset", str(told.get("typeset"))


def _files(told: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for name, file in told["files"].items():
        pages = counted(file["pages"], "page") if file.get("pages") else ""
        yield f"  {name}", pages, f"{file.get('bytes', 0):,}", str(file.get("sha256"))[:SHORT]


def _when(moment: object) -> str:
    """Return a moment as people write it: day and time, as the clock was set there."""
    return str(moment)[:16].replace("T", " ") if moment else "some time"
