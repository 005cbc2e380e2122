"""What is true in, what one reader sees out: a résumé and an application give a smaller résumé."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from typeset.resume import names
from typeset.resume.application import Application
from typeset.resume.model import SECTIONS, Item, Resume, items
from typeset.source import Fault, Faults, Place

_LISTS = ("positions", "highlights", "items")


def tailor(resume: Resume, application: Application) -> Resume:
    """Return the résumé without what is private, meant for other readers, or left out; sections in order asked for.

    Raises `Faults` for every path and section that does not exist, at the application's place.
    """
    paths = [path for path, _ in items(resume)]
    sections = ("summary", *SECTIONS, *(section.id for section in resume.sections))
    place = application.place
    faults = [*_unknown(application.omit, [*paths, *sections], "nothing is called", place)]
    faults += _unknown(application.order, sections, "there is no section", place)
    if faults:
        raise Faults(faults)
    return _without(resume, application)


def _is_shown(item: Item, application: Application) -> bool:
    return not item.private and (not item.only or bool(set(item.only) & set(application.tags)))


def _without(resume: Resume, application: Application) -> Resume:
    kept: dict[str, Any] = {
        section: () if section in application.omit else _kept(section, getattr(resume, section), application)
        for section in SECTIONS
    }
    basics = dataclasses.replace(
        resume.basics,
        profiles=_kept("profiles", resume.basics.profiles, application),
        summary=None if "summary" in application.omit else resume.basics.summary,
    )
    order = tuple(dict.fromkeys((*application.order, *resume.order)))
    return dataclasses.replace(
        resume, **kept, basics=basics, sections=_kept("", resume.sections, application), order=order
    )


def _kept(path: str, group: Iterable[Any], application: Application) -> tuple[Any, ...]:
    kept = []
    for item in group:
        here = f"{path}.{item.id}" if path else item.id
        if _is_shown(item, application) and here not in application.omit:
            lists = {name: _kept(here, getattr(item, name), application) for name in _LISTS if getattr(item, name, ())}
            kept.append(dataclasses.replace(item, **lists) if lists else item)
    return tuple(kept)


def _unknown(wanted: Iterable[str], known: Iterable[str], complaint: str, place: Place | None) -> list[Fault]:
    known = list(known)
    faults = []
    for name in wanted:
        if name not in known:
            meant = names.nearest(name, known)
            faults.append(Fault(f"{complaint} `{name}`", place, f"did you mean `{meant}`?" if meant else None))
    return faults
