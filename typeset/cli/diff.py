"""`typeset diff`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from typeset.cli.places import project
from typeset.cli.terminal import shortened, stops_on_faults

if TYPE_CHECKING:
    from typeset.build.compare import Comparison, Difference

WIDTH = 80
WIDEST_PATH = 38


@click.command(short_help="Tell what two applications say differently.")
@click.argument("first")
@click.argument("second")
@click.pass_obj
@stops_on_faults
def diff(root: str, first: str, second: str) -> None:
    """Tell what one application has and the other has not, what stands elsewhere, and what is worded differently.

    \b
    typeset diff polte twitch
    """
    from typeset.build.compare import compare

    found = compare(project(root), first, second)
    click.echo("\n".join(_lines(found, first, second)) or f"{first} and {second} say the same in the same way")


def _lines(found: Comparison, first: str, second: str) -> Iterator[str]:
    if not found:
        return
    yield f"- {first}"
    yield f"+ {second}"
    yield from _titled("Settings", (line for each in found.settings for line in _sides(each)))
    yield from _titled("Only in one", _only(found.only))
    yield from _titled("Moved, among what both have", (_move(each) for each in found.moved))
    yield from _titled("Worded differently", (line for each in found.worded for line in _wordings(each)))


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    yield from ("", title, *found) if found else ()


def _sides(setting: Difference) -> Iterator[str]:
    for sign, value in (("-", setting.first), ("+", setting.second)):
        if value:
            yield shortened(f"{sign} {setting.path}: {value}", WIDTH)


def _only(found: tuple[Difference, ...]) -> Iterator[str]:
    widest = min(WIDEST_PATH, max((len(each.path) for each in found), default=0))
    for each in found:
        start = f"{'-' if each.first else '+'} {each.path:<{widest}}  "
        yield f"{start}{shortened(each.first or each.second, max(12, WIDTH - len(start)))}"


def _move(moved: Difference) -> str:
    return f"  {moved.path}: number {moved.first} in the one, {moved.second} in the other"


def _wordings(worded: Difference) -> Iterator[str]:
    import textwrap

    yield f"  {worded.path}"
    for sign, text in (("-", worded.first), ("+", worded.second)):
        for line in text.splitlines():
            yield from textwrap.wrap(line, WIDTH, initial_indent=f"{sign} ", subsequent_indent=f"{sign} ")
