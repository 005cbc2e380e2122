"""A theme's templates in a sandbox; and a document and a theme in, HTML out, every value escaped."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from typeset.document.shapes import (
    Document,
    Entry,
    Group,
    List,
    Note,
    Paragraph,
    Prose,
    Quote,
    Terms,
)
from typeset.source import Place, Source
from typeset.theme.theme import Theme
from typeset.writers import CannotWrite
from typeset.writers.page import markup


@dataclass(frozen=True, slots=True)
class Web:
    """What a page that is published has and one for paper has not.

    `style` is its style sheet, `screen` the one for screens alone; `data` is its JSON-LD, which the policy of the page
    knows by its `seal` (CSP 3, section 2.3.1); `territory` is an Open Graph locale such as `de_DE`, or empty.
    """

    style: str
    screen: str
    data: str
    seal: str
    description: str
    territory: str


def render(document: Document, theme: Theme, web: Web | None = None) -> str:
    """Return the page of `document` as HTML; for paper, or with all that a page on the `web` carries."""
    values = {"document": document, "options": dict(theme.values), "theme": theme.name, "web": web}
    return drawn(_environment(theme), "document.html", values)


def drawn(environment: ImmutableSandboxedEnvironment, name: str, values: dict[str, Any]) -> str:
    """Return what a template comes to with `values`; raises `CannotWrite` at the template's line."""
    try:
        return environment.get_template(name).render(values)
    except (TemplateError, RecursionError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise CannotWrite(f"the theme's template fails: {error}", _place(error, name)) from None


def _place(error: Exception, name: str) -> Place | None:
    """Return where in a template an error arose; Jinja rewrites tracebacks to tell."""
    frames = traceback.extract_tb(error.__traceback__)
    ending = Path(name).suffix
    found = [(frame.filename, frame.lineno or 1) for frame in frames if frame.filename.endswith(ending)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        found.append((error.filename, error.lineno))
    if not found:
        return None
    file, line = found[-1]
    return Place(Source(file, Path(file).read_text("utf-8")), line, 1)


def release() -> None:
    """Forget every theme's templates."""
    _environment.cache_clear()


@cache
def _environment(theme: Theme) -> ImmutableSandboxedEnvironment:
    return sandbox(theme, "html", markup.FILTERS, autoescape=True)


def sandbox(theme: Theme, folder: str, filters: dict[str, Any], **syntax: Any) -> ImmutableSandboxedEnvironment:
    """Return what draws the templates in a folder of a theme and of those it builds on, and can do nothing else."""

    def source(name: str) -> tuple[str, str, None] | None:
        file = theme.file(f"{folder}/{name}")
        return (file.read_text("utf-8"), str(file), None) if file else None

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(source),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        **syntax,
    )
    environment.globals.clear()
    environment.filters |= filters
    shapes = (Entry, Group, Prose, Paragraph, List, Quote, Note, Terms)
    environment.tests |= {shape.__name__.lower(): _is(shape) for shape in shapes}
    return environment


def _is(shape: type) -> Any:
    return lambda part: isinstance(part, shape)
