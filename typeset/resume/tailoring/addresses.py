"""A résumé in; everything in it that a path can name, and the résumé with something else there, out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from typeset.resume.fields import Described, described
from typeset.resume.model import SECTIONS, Item, Part, Resume

_FOR_CHOOSING = frozenset([*described(Item), "variants"])
_NAMED_BY_KEY = ("basics", "headings", "labels")
Steps = tuple[tuple[str, int | None], ...]
"""The way to a value: a field and, where that is a list, a number."""
Changed = TypeVar("Changed", bound=Part)


@dataclass(frozen=True, slots=True)
class Address:
    """Something that a path names: an item of a list, or (`known`) a field of one part, even if nothing is in it."""

    path: str
    steps: Steps
    value: Any
    known: Described | None = None

    @property
    def main(self) -> str | None:
        """The field that a bare text in this place would be the value of, where there is such a one."""
        found: str | None = getattr(self.value, "shorthand", None)
        return found


Addresses = dict[str, tuple[Address, ...]]
"""All addresses by path; more than one where one path names several things."""


def addresses(resume: Resume) -> Addresses:
    """Return everything in a résumé that a path can name.

    A section of the person's own stands at the top by its `id`, and `summary` and `profiles` may be named without
    `basics`.
    """
    found: Addresses = {}
    for address in _all(resume):
        found[address.path] = (*found.get(address.path, ()), address)
    shortened = ((path.removeprefix("basics."), known) for path, known in found.items() if path.startswith("basics."))
    return found | {path: known for path, known in shortened if path.split(".")[0] in ("summary", "profiles")}


def put(part: Changed, steps: Steps, value: Any) -> Changed:
    """Return `part` with `value` at the end of the way; parts on the way that are not there are made."""
    (name, number), *rest = steps
    old = getattr(part, name)
    new = put(_there(part, name, number), tuple(rest), value) if rest else value
    whole = new if number is None else (*old[:number], new, *old[number + 1 :])
    changed: dict[str, Any] = {name: whole}
    return dataclasses.replace(part, **changed)


def _there(part: Part, name: str, number: int | None) -> Any:
    value = getattr(part, name)
    if number is not None:
        return value[number]
    return value if value is not None else described(type(part))[name].kind()


def _all(resume: Resume) -> Iterator[Address]:
    for name in _NAMED_BY_KEY:
        yield from _fields(name, ((name, None),), getattr(resume, name))
    for name in SECTIONS:
        yield from _items(name, (), name, getattr(resume, name))
    yield from _items("", (), "sections", resume.sections)


def _items(path: str, steps: Steps, field: str, group: tuple[Any, ...]) -> Iterator[Address]:
    for number, item in enumerate(group):
        here, way = f"{path}.{item.id}" if path else item.id, (*steps, (field, number))
        yield Address(here, way, item)
        yield from _fields(here, way, item)


def _fields(path: str, steps: Steps, part: Part) -> Iterator[Address]:
    for key, known in described(type(part)).items():
        if isinstance(part, Item) and key in _FOR_CHOOSING:
            continue
        here, value = f"{path}.{key}", getattr(part, known.name)
        nested = isinstance(known.kind, type) and issubclass(known.kind, Part)
        is_list_of_items = nested and known.many and issubclass(known.kind, Item)
        if is_list_of_items:
            yield from _items(here if path in _NAMED_BY_KEY else path, steps, known.name, value)
        if not is_list_of_items or path in _NAMED_BY_KEY:
            yield Address(here, (*steps, (known.name, None)), value, known)
        if nested and not known.many:
            yield from _fields(here, (*steps, (known.name, None)), value if value is not None else known.kind())
