"""`typeset check --as-parser`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from typeset.cli.places import project
from typeset.cli.terminal import counted, shortened

if TYPE_CHECKING:
    from typeset.build.understanding import Understood
    from typeset.proof.understanding.verdicts import Field

WIDTH = 80
_NAME = 34
_VERDICT = 9


def as_parser(root: str, cv: str | None, application: str | None) -> bool:
    """Print what parsers of CVs understand of the finished PDFs, field by field; return whether that is everything."""
    from typeset.build.request import Request
    from typeset.build.understanding import understood

    whole = True
    for number, file in enumerate(understood(project(root), Request(cv, application))):
        for line in (*([""] if number else []), *_lines(file)):
            click.echo(line)
        whole &= all(field.verdict == "found" for field in file.views["layout"])
    return whole


def _lines(file: Understood) -> Iterator[str]:
    yield shortened(f"{file.name} ({file.theme}), as a parser understands it", WIDTH)
    yield f"{'':{_NAME}}{''.join(f'  by {by}'.ljust(_VERDICT + 2) for by in file.views)}".rstrip()
    for same in zip(*file.views.values(), strict=True):
        yield from _field(same)
    yield ""
    for by, found in file.views.items():
        count = sum(field.verdict == "found" for field in found)
        yield f"by {by}: {count} of {counted(len(found), 'field')} understood"


def _field(views: tuple[Field, ...]) -> Iterator[str]:
    """Yield the line of a field, and what each parser took it for that did not take it for what it is."""
    first = views[0]
    verdicts = "".join(f"  {field.verdict:{_VERDICT}}" for field in views)
    start = f"{shortened(first.name, _NAME):{_NAME}}{verdicts}"
    yield f"{start}{shortened(first.expected, WIDTH - len(start))}".rstrip()
    for said in dict.fromkeys(field.understood for field in views if field.verdict == "wrong"):
        yield f"{'':{len(start) - 2}}≠ {shortened(said, WIDTH - len(start))}"
