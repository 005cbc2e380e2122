"""`typeset explain`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from typeset.cli.places import project
from typeset.cli.terminal import shortened, stops_on_faults

if TYPE_CHECKING:
    from typeset.build.explaining import Explanation
    from typeset.build.explaining.lines import Line
    from typeset.source import Place

WIDTH = 80
WIDEST_PATH = 38
NUMBER = 5
"""Characters of a line's number, flush right."""


@click.command(short_help="Tell where every item of a CV comes from.")
@click.argument("application")
@click.pass_obj
@stops_on_faults
def explain(root: str, application: str) -> None:
    """Tell, line by line, where every item on paper comes from and what shaped it; and what is left out, and why.

    Numbers are lines of the content file.

    \b
    typeset explain twitch
    """
    from typeset.build.explaining import explain as explained

    found = explained(project(root), application)
    for line in (*_head(found), *_body(found)):
        click.echo(line)


def _head(found: Explanation) -> Iterator[str]:
    from typeset.resume.tailoring.saying import keyed

    prepared = found.prepared
    opening = prepared.application.opening
    reader = [text.plain for text in (opening and opening.company, opening and opening.role) if text]
    yield shortened(f"{prepared.plan.name}: {_file(found)}{' for ' if reader else ''}{', '.join(reader)}", WIDTH)
    budget = keyed(prepared.application.pages)
    settings = [
        prepared.theme.name,
        prepared.document.language,
        *prepared.formats,
        *([f"pages {budget}"] if budget else []),
    ]
    yield ", ".join(settings)
    if extended := prepared.application.lineage[1:]:
        yield f"extends {', which extends '.join(extended)}"
    for note in found.fitted.told:
        yield from click.wrap_text(note, WIDTH, subsequent_indent="  ").splitlines()


def _body(found: Explanation) -> Iterator[str]:
    file, groups = _file(found), [group for group in (*found.shown, found.left_out) if group]
    widest = min(WIDEST_PATH, max(len(line.path) for group in groups for line in group))
    for group in found.shown:
        yield ""
        yield from _lines(group, file, widest)
    yield ""
    yield "Left out:" if found.left_out else "Nothing is left out."
    yield from _lines(found.left_out, file, widest)


def _lines(group: Iterable[Line], file: str, widest: int) -> Iterator[str]:
    for line in group:
        number = str(line.place.line) if line.place and line.place.source.name == file else ""
        start = f"{number:>{NUMBER}}  {line.path:<{widest}}  "
        yield f"{start}{shortened(line.says, max(12, WIDTH - len(start)))}".rstrip()
        for shaping in line.shaped:
            yield f"{'':{NUMBER}}    {shaping.how}{_at(shaping.place, file)}"


def _at(place: Place | None, file: str) -> str:
    if not place:
        return ""
    if place.source.name.startswith("$"):
        return f" from {place.source.name}"
    return f" at line {place.line}" if place.source.name == file else f" at {place.source.name}:{place.line}"


def _file(found: Explanation) -> str:
    place = found.prepared.whole.place
    return place.source.name if place else ""
