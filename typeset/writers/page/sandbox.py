"""A theme's templates and plain values in, what they draw out. A template can reach nothing but what it is shown.

A theme may be a stranger's, and a template is a program. What Jinja's own sandbox forbids is not enough: attributes of
what a template is given lead from a text to its place, and from there to the whole content file, private lines and all.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateSyntaxError, Undefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from typeset.document import shapes
from typeset.source import Faults, Place, Source
from typeset.theme.theme import Theme, text
from typeset.writers import CannotWrite

FILTERS = frozenset(
    (
        *("abs", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float", "format"),
        *("groupby", "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject"),
        *("rejectattr", "replace", "reverse", "round", "select", "selectattr", "sort", "string", "sum", "title"),
        *("trim", "truncate", "unique", "upper", "wordcount"),
    )
)
"""Jinja's filters that a template may use; among the others are one that leaves text as it is, and one of chance."""

_METHODS: dict[type, frozenset[str]] = {
    str: frozenset(("capitalize", "endswith", "format", "join", "lower", "partition", "replace", "rpartition"))
    | {"split", "startswith", "strip", "title", "upper"},
    dict: frozenset(("get", "items", "keys", "values")),
}
_TESTED = (
    *(shapes.Entry, shapes.Group, shapes.Prose),
    *(shapes.Paragraph, shapes.List, shapes.Quote, shapes.Note, shapes.Terms),
)
"""What a template may ask whether something is: `is entry`."""
_SHAPES = (
    *(shapes.Document, shapes.Masthead, shapes.Contact, shapes.Photo, shapes.Period, shapes.Section, shapes.Letter),
    *(shapes.Text, shapes.Run, shapes.ListItem, *_TESTED),
)
_HIDDEN = {shapes.Text: {"place", "versions"}, shapes.Photo: {"file"}}
"""Where something was written, what it says in other languages, and where a file is on this machine."""
_NAME = re.compile(r"[a-z0-9_-]{1,64}\.(?:html|tex)")


class Sandbox(ImmutableSandboxedEnvironment):
    """Draws templates, which see of every value only what its type shows; set up by `sandbox`."""

    shown: dict[type, frozenset[str]]

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may have an attribute: one of a shape, or a method that only makes a value."""
        if isinstance(obj, LoopContext):
            return super().is_safe_attribute(obj, attr, value)
        known = self.shown.get(type(obj))
        if known is None:
            known = next((names for kind, names in _METHODS.items() if isinstance(obj, kind)), frozenset())
        return attr in known


class _AlwaysEscaped(Extension):
    """Refuses the tag that turns escaping on and off."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens as they are."""
        before = ""
        for token in stream:
            if before == "block_begin" and token.value == "autoescape":
                raise TemplateSyntaxError("escaping cannot be turned off", token.lineno, stream.name, stream.filename)
            before = token.type
            yield token


def sandbox(theme: Theme, folder: str, filters: dict[str, Any], shown: Iterable[type], **syntax: Any) -> Sandbox:
    """Return what draws the templates in a folder of a theme and of those it builds on, and can do nothing else.

    `shown` are dataclasses that templates are given besides the shapes of a document.
    """

    def source(name: str) -> tuple[str, str, None] | None:
        file = theme.file(f"{folder}/{name}") if _NAME.fullmatch(name) else None
        return (text(file), str(file), None) if file else None

    environment = Sandbox(
        loader=FunctionLoader(source),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=[_AlwaysEscaped],
        **syntax,
    )
    environment.shown = {kind: _names(kind) for kind in (*_SHAPES, *shown)}
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in FILTERS} | filters
    environment.tests |= {shape.__name__.lower(): _is(shape) for shape in _TESTED}
    return environment


def drawn(environment: Sandbox, name: str, values: dict[str, Any]) -> str:
    """Return what a template comes to with `values`; raises `CannotWrite` at the template's line."""
    try:
        return environment.get_template(name).render(values)
    except (CannotWrite, Faults):
        raise
    except Exception as error:  # whatever a stranger's program raises
        said = str(error) or type(error).__name__
        raise CannotWrite(f"the theme's template fails: {said}", _place(error, name)) from None


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
    return Place(Source(file, text(Path(file))), line, 1)


@cache
def _names(kind: Any) -> frozenset[str]:
    """Return the attributes of a dataclass that a template may have."""
    properties = {name for name, value in vars(kind).items() if isinstance(value, property)}
    return frozenset(properties.union(field.name for field in fields(kind)) - _HIDDEN.get(kind, set()))


def _is(shape: type) -> Any:
    return lambda part: isinstance(part, shape)


__all__ = ["Sandbox", "Undefined", "drawn", "sandbox"]
