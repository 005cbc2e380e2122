"""`typeset coverage`."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from typeset.cli.places import project
from typeset.cli.terminal import counted, row, shortened, stops_on_faults, tell

if TYPE_CHECKING:
    from typeset.build.coverage import Answer
    from typeset.coverage.covering import Coverage, Covered

WIDTH = 80
WIDEST_TERM = 30
WIDEST_LINES = 9
"""Characters for the lines of the advertisement."""
MOST_SPOTS = 4


@click.command(short_help="Tell which terms of a job advertisement a CV says.")
@click.argument("application")
@click.option("--json", "as_json", is_flag=True, help="The same for other programs.")
@click.pass_obj
@stops_on_faults
def coverage(root: str, application: str, as_json: bool) -> None:
    """List the terms of the advertisement that an application answers: those that its pages say, those that only the
    content says, with what to pick for them, and those that are nowhere.

    The application names the advertisement: `for: {posting: postings/NAME.txt}`. It may be a text, Markdown, HTML, or
    JSON Resume's job schema. Words count as the same whatever their endings, case and hyphens.

    \b
    typeset coverage twitch
    typeset coverage twitch --json
    """
    from typeset.build.coverage import coverage as covered

    found = covered(project(root), application, time.perf_counter)
    tell(found.findings)
    if as_json:
        import json

        click.echo(json.dumps(_as_data(found), indent=2, ensure_ascii=False))
        return
    for line in _lines(found):
        click.echo(line)


def _lines(answer: Answer) -> Iterator[str]:
    import textwrap

    found = answer.coverage
    widest = min(WIDEST_TERM, max((len(each.term.text) for each in found.terms), default=0))
    yield f"{answer.prepared.plan.name}, held against {answer.posting}"
    yield from textwrap.wrap(_summary(found), WIDTH)
    for remark in found.remarks:
        yield from textwrap.wrap(remark, WIDTH)
    yield from _group("On paper", "page:line", [(each, _spots(each)) for each in found.on_paper], widest)
    yield from _group("In the content alone", "path", [(each, _held(each)) for each in found.in_content], widest)
    yield from _group("Nowhere", "", [(each, "") for each in found.nowhere], widest)


def _summary(found: Coverage) -> str:
    if not found.terms:
        return "No terms were found in it."
    on_paper, alone, nowhere = (len(group) for group in (found.on_paper, found.in_content, found.nowhere))
    are = "is" if on_paper == 1 else "are"
    said = f"{on_paper or 'None'} of {counted(len(found.terms), 'term')} {are} on paper"
    rest = f"{alone or 'none'} in the content alone, {nowhere or 'none'} nowhere."
    more = f" {counted(found.others, 'lighter term')} {'is' if found.others == 1 else 'are'} not listed."
    return f"{said}, {rest}{more if found.others else ''}"


def _group(title: str, where: str, group: Sequence[tuple[Covered, str]], widest: int) -> Iterator[str]:
    if not group:
        return
    widths = [-WIDEST_LINES, widest, 0]
    yield from ("", title, row(["line", "term", where], widths))
    for each, places in group:
        numbers = shortened(", ".join(map(str, each.term.lines)), WIDEST_LINES)
        start = [numbers, shortened(each.term.text, widest)]
        whole = row([*start, places], widths)
        if len(whole) <= WIDTH:
            yield whole
        else:  # a path is there to be copied
            yield from (row([*start, ""], widths), " " * (WIDEST_LINES + 2) + places)


def _held(each: Covered) -> str:
    first = f"{each.held[0].path} ({each.held[0].why})"
    return f"{first} and {len(each.held) - 1} more" if len(each.held) > 1 else first


def _spots(each: Covered) -> str:
    told = ", ".join(f"{spot.where}:{spot.line}" for spot in each.on_paper[:MOST_SPOTS])
    more = len(each.on_paper) - MOST_SPOTS
    return f"{told} and {more} more" if more > 0 else told


def _as_data(answer: Answer) -> dict[str, Any]:
    found = answer.coverage
    return {
        "application": answer.prepared.plan.name,
        "posting": answer.posting,
        "language": found.language.tag,
        "remarks": list(found.remarks),
        "unlisted": found.others,
        "terms": [_term(each) for each in found.terms],
    }


def _term(each: Covered) -> dict[str, Any]:
    return {
        "term": each.term.text,
        "kind": each.term.weight.name.lower(),
        "lines": list(each.term.lines),
        "paper": [{"page": spot.where, "line": spot.line} for spot in each.on_paper],
        "content": [{"path": held.path, "why": held.why} for held in each.held],
    }
