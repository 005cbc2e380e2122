"""A request in; for every finished PDF of a CV in `out/`, what parsers understand of it, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from typeset.build.fitting.dropping import without
from typeset.build.pieces import CV
from typeset.build.prepare import prepare
from typeset.build.project import Project
from typeset.build.request import Request
from typeset.build.standing import standing
from typeset.proof.reading import pdf
from typeset.proof.understanding.parsers import PARSERS
from typeset.proof.understanding.verdicts import Field, fields
from typeset.source import Fault, Faults

FORMAT = "pdf"


@dataclass(frozen=True, slots=True)
class Understood:
    """A finished file, its theme, and what each of `PARSERS` makes of every field, in the same order of fields."""

    name: str
    theme: str
    views: dict[str, list[Field]]


def understood(project: Project, request: Request) -> Iterator[Understood]:
    """Yield what parsers understand of each PDF of a CV that the manifest knows and the request asks for.

    Raises `Faults` when there is none, when the request names what is not there, or when content cannot be read.
    """
    chosen = [
        (name, entry, plan)
        for name, entry, plan in standing(project, request)
        if plan and entry.format == FORMAT and entry.piece == CV
    ]
    if not chosen:
        raise Faults([Fault("no PDF is built yet", hint="run `typeset build` first")])
    for name, entry, plan in chosen:
        prepared = without(prepare(project, plan, entry.theme or None), entry.left_out)
        document, data = prepared.document, (project.out / name).read_bytes()
        try:
            pages = pdf.text(data)
        except ValueError as error:
            raise Faults([Fault(f"{project.shown(project.out / name)} cannot be read back: {error}")]) from None
        views = {by: fields(document, parse(data, pages, document.language)) for by, parse in PARSERS.items()}
        yield Understood(name, entry.theme, views)
