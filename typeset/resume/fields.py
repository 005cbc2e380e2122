"""How the model's classes describe themselves: what a field holds, what it is for, what else people call it.

The reader (`typeset.resume.reading`) and the JSON Schema (`typeset.resume.schema`) are both made from these
descriptions, so that neither can drift from the classes.
"""

from __future__ import annotations

import dataclasses
import functools
import operator
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NewType

Url = NewType("Url", str)
"""An absolute http, https, mailto or tel address."""

Email = NewType("Email", str)
"""One e-mail address (`name@host`)."""

Slug = NewType("Slug", str)
"""A stable name inside one file: letters, digits, `.`, `_`, `-`."""

LanguageTag = NewType("LanguageTag", str)
"""A BCP 47 language tag, such as `en` or `de-CH`."""


def about(
    text: str, *, default: Any = None, also: tuple[str, ...] = (), needed: bool = False, key: str | None = None
) -> Any:
    """Return a dataclass field: its line of help, other names people try, and whether it must be written."""
    metadata = {"about": text, "also": also, "needed": needed, "key": key}
    return dataclasses.field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Described:
    """A field as the reader and the schema see it."""

    name: str
    key: str
    kind: Any
    many: bool
    default: Any
    about: str
    also: tuple[str, ...]
    needed: bool


def described(model: type[Any]) -> Mapping[str, Described]:
    """Return the fields of a model class that may be written in a file, by the key they are written under."""
    hashable: Any = model
    return _fields(hashable)


@functools.cache
def _fields(model: Any) -> Mapping[str, Described]:
    hints = typing.get_type_hints(model)
    fields = [_described(field, hints[field.name]) for field in dataclasses.fields(model) if "about" in field.metadata]
    return {field.key: field for field in fields}


def _described(field: dataclasses.Field[Any], annotation: Any) -> Described:
    kind, many = _kind(annotation)
    return Described(
        name=field.name,
        key=field.metadata["key"] or field.name,
        kind=kind,
        many=many,
        default=field.default,
        about=field.metadata["about"],
        also=field.metadata["also"],
        needed=field.metadata["needed"],
    )


def _kind(annotation: Any) -> tuple[Any, bool]:
    """Return what a field holds and whether it holds many: `Text | None` is (Text, False)."""
    if typing.get_origin(annotation) is tuple:
        return typing.get_args(annotation)[0], True
    if members := [member for member in typing.get_args(annotation) if member is not types.NoneType]:
        return functools.reduce(operator.or_, members), False
    return annotation, False
