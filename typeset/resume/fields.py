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
from typing import Any, ClassVar, NewType, TypeVar

from typeset.source import Severity, tree

Email = NewType("Email", str)
"""One e-mail address (`name@host`)."""

Slug = NewType("Slug", str)
"""A stable name inside one file: letters, digits, `.`, `_`, `-`."""

Path = NewType("Path", str)
"""The names on the way to an item, joined by dots: `work.wibidata.realtime`."""

LanguageTag = NewType("LanguageTag", str)
"""A BCP 47 language tag, such as `en` or `de-CH`."""

Attach = NewType("Attach", str)
"""What a PDF carries inside it: `content` or `none`."""

Share = NewType("Share", float)
"""A part of a whole, more than 0 and no more than 1."""

Picks = NewType("Picks", tree.Mapping)
"""Paths of lists, and for each the names of those of its items that are wanted, as the file has them."""

Wordings = NewType("Wordings", tree.Mapping)
"""Paths, and for each a text in one language or several, as the file has them."""

Levels = NewType("Levels", tree.Mapping)
"""Names of rules, and for each one of `LEVELS`, as the file has them."""

OFF = "off"
LEVELS = (OFF, *reversed(Severity))
"""What findings of a rule may weigh, from the least to the most; `off` is nothing."""


def about(
    text: str,
    *,
    default: Any = None,
    also: tuple[str, ...] = (),
    needed: bool = False,
    key: str | None = None,
    compare: bool = True,
) -> Any:
    """Return a dataclass field: its line of help, other names people try, and whether it must be written.

    What does not `compare` says nothing of the person.
    """
    metadata = {"about": text, "also": also, "needed": needed, "key": key}
    return dataclasses.field(default=default, metadata=metadata, compare=compare)


Class = TypeVar("Class", bound="type[Record]")


def record(model: Class) -> Class:
    """Make a frozen dataclass, written with keywords alone, out of a class below `Record`.

    Its methods are `Record`'s. Those that `dataclass` would write and compile for each class of the model cost
    35 ms of every start.
    """
    dataclasses.dataclass(init=False, repr=False, eq=False)(model)
    model.record_fields = dataclasses.fields(model)
    return model


class Record:
    """What frozen dataclasses do, by their fields, once for all of them."""

    __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[Any]]]
    record_fields: ClassVar[tuple[dataclasses.Field[Any], ...]] = ()

    def __init__(self, **values: Any) -> None:
        defaults = {field.name: field.default for field in self.record_fields}
        if strange := values.keys() - defaults.keys():
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(strange))}")
        self.__dict__.update(defaults | values)

    def __setattr__(self, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to {name}")

    def __eq__(self, other: object) -> bool:
        return self._compared() == other._compared() if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._compared())

    def __repr__(self) -> str:
        shown = (f"{field.name}={getattr(self, field.name)!r}" for field in self.record_fields if field.repr)
        return f"{type(self).__name__}({', '.join(shown)})"

    def _compared(self) -> tuple[object, ...]:
        return tuple(getattr(self, field.name) for field in self.record_fields if field.compare)


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
