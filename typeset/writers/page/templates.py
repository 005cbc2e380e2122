"""A document and a theme in, HTML out, every value escaped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from markupsafe import Markup

from typeset.document.shapes import Document
from typeset.theme.theme import Theme
from typeset.writers.page import markup
from typeset.writers.page.sandbox import Sandbox, Undefined, drawn, sandbox


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
    """Return the page of `document` as HTML; for paper, or with all that a page on the `web` carries.

    Raises `CannotWrite` at the line of a template that fails.
    """
    values = {"document": document, "options": dict(theme.values), "theme": theme.name, "web": web and _as_written(web)}
    return drawn(_environment(theme), "document.html", values)


def _as_written(web: Web) -> Web:
    """Return what is no text but a style sheet or data, so that it is not escaped as text is."""
    return replace(web, style=Markup(web.style), screen=Markup(web.screen), data=Markup(web.data))  # noqa: S704  # ours


def release() -> None:
    """Forget every theme's templates."""
    _environment.cache_clear()


@cache
def _environment(theme: Theme) -> Sandbox:
    return sandbox(theme, "html", markup.FILTERS, shown=(Web,), autoescape=True, finalize=_said)


def _said(value: object) -> object:
    """Return what a template draws, if it is words or a number; raises `TypeError` for a whole shape, or its like."""
    if isinstance(value, str | int | float | Undefined):
        return value
    raise TypeError(f"`{type(value).__name__}` is no text")
