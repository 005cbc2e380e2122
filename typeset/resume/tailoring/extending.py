"""An application and the one it extends in, the two as one out. Every value keeps its own place."""

from __future__ import annotations

import dataclasses
from typing import Any

from typeset.resume.application import Application
from typeset.resume.fields import described
from typeset.resume.model import Part
from typeset.source import Mapping, Place

_OWN = frozenset(["extends", "abstract", "private"])
"""What holds for one application alone; of these, `private` so that nothing is shown to a reader unawares."""

_ADDED = frozenset(["tags", "omit"])
"""Lists that add up; any other list of the extending application takes the place of the extended one's."""


def extended(application: Application, base: Application) -> Application:
    """Return `application` with what `base` says where it says nothing; what has keys is joined key by key."""
    values = {name: _joined(name, getattr(application, name), getattr(base, name)) for name in _names(Application)}
    return dataclasses.replace(application, **values, lineage=(*application.lineage, *base.lineage))


def is_further(place: Place | None, other: Place | None, application: Application) -> bool:
    """Return whether one line stands further up than another in what an application extends; content is at hand."""
    return _distance(place, application) > _distance(other, application)


def _distance(place: Place | None, application: Application) -> int:
    files = application.lineage
    return files.index(place.source.name) if place and place.source.name in files else 0


def _names(model: type[Part]) -> list[str]:
    return [known.name for known in described(model).values()]


def _joined(name: str, own: Any, inherited: Any) -> Any:
    if name in _OWN:
        return own
    if name in _ADDED:
        return tuple(dict.fromkeys((*own, *inherited)))
    match own, inherited:
        case Mapping(), Mapping():
            return _by_key(own, inherited)
        case Part(), Part():
            values: dict[str, Any] = {
                each: getattr(own, each) or getattr(inherited, each) for each in _names(type(own))
            }
            return dataclasses.replace(own, **values)
    return own or inherited


def _by_key(own: Mapping, inherited: Mapping) -> Mapping:
    entries = {key.text: (key, node) for key, node in (*inherited, *own)}
    return Mapping(tuple(entries.values()), own.place)
