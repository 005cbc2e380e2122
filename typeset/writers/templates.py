"""A document and a theme in, markup out: the theme's templates, in a sandbox, every value escaped."""

from __future__ import annotations

import traceback
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from typeset.document.shapes import (
    Document,
    Entry,
    Group,
    List,
    Paragraph,
    Prose,
    Quote,
    Terms,
)
from typeset.source import Place, Source
from typeset.theme.theme import Theme
from typeset.writers import CannotWrite, markup


def render(document: Document, theme: Theme, style: str = "") -> str:
    """Return the page of `document` as HTML, with `style` as its style sheet."""
    values = {"document": document, "options": dict(theme.values), "theme": theme.name}
    try:
        template = _environment(theme).get_template("document.html")
        return template.render(values, style=Markup(style))  # noqa: S704  # made of the theme alone
    except (TemplateError, RecursionError) as error:
        raise CannotWrite(f"the theme's template fails: {error}", _place(error)) from None


def _place(error: Exception) -> Place | None:
    """Return where in a template an error arose; Jinja rewrites tracebacks to tell."""
    frames = traceback.extract_tb(error.__traceback__)
    found = [(frame.filename, frame.lineno or 1) for frame in frames if frame.filename.endswith(".html")]
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
    def source(name: str) -> tuple[str, str, None] | None:
        file = theme.file(f"html/{name}")
        return (file.read_text("utf-8"), str(file), None) if file else None

    environment = ImmutableSandboxedEnvironment(
        autoescape=True,
        loader=FunctionLoader(source),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.clear()
    environment.filters |= markup.FILTERS
    shapes = (Entry, Group, Prose, Paragraph, List, Quote, Terms)
    environment.tests |= {shape.__name__.lower(): _is(shape) for shape in shapes}
    return environment


def _is(shape: type) -> Any:
    return lambda part: isinstance(part, shape)
