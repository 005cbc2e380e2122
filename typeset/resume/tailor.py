"""What is true in, what one reader sees out: a résumé and an application give a smaller résumé."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from typeset.resume import names
from typeset.resume.application import Application
from typeset.resume.model import SECTIONS, Basics, Item, Resume, Work, items
from typeset.source import Fault, Faults, place_of

_LISTS = ("positions", "highlights", "items")


def tailor(resume: Resume, application: Application) -> Resume:
    """Return the résumé without what is private, meant for other readers, or left out; sections in order asked for.

    Raises `Faults` for every path and section that does not exist, at its place.
    """
    paths = [path for path, _ in items(resume)]
    sections = ("summary", *SECTIONS, *(section.id for section in resume.sections))
    basics = (f"basics.{key}" for key in resume.basics.order)
    faults = [*_unknown(application.omit, [*paths, *sections, *basics], "nothing is called")]
    faults += _unknown(application.order, sections, "there is no section")
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
    basics = _basics(resume.basics, application)
    order = tuple(dict.fromkeys((*application.order, *resume.meta.order, *resume.order)))
    return dataclasses.replace(
        resume, **kept, basics=basics, sections=_kept("", resume.sections, application), order=order
    )


def _basics(basics: Basics, application: Application) -> Basics:
    omitted = {path.removeprefix("basics.") for path in application.omit if path.startswith("basics.")}
    if "summary" in application.omit:
        omitted.add("summary")
    blank: dict[str, Any] = {key: getattr(Basics(), key) for key in omitted}
    profiles = _kept("profiles", basics.profiles, application)
    return dataclasses.replace(basics, **({"profiles": profiles} | blank))


def _kept(path: str, group: Iterable[Any], application: Application) -> tuple[Any, ...]:
    kept = []
    for item in group:
        here = f"{path}.{item.id}" if path else item.id
        if _is_shown(item, application) and here not in application.omit:
            lists = {name: _kept(here, getattr(item, name), application) for name in _LISTS if getattr(item, name, ())}
            if not _says_nothing_more(item, lists):
                kept.append(dataclasses.replace(item, **lists) if lists else item)
    return tuple(kept)


def _says_nothing_more(item: Item, lists: dict[str, Any]) -> bool:
    """Whether an item is an employer none of whose roles is shown, and of whom there is nothing else to say."""
    if lists.get("positions") != () or not isinstance(item, Work):
        return False
    return not (item.summary or item.body or item.keywords or lists.get("highlights"))


def _unknown(wanted: Iterable[str], known: Iterable[str], complaint: str) -> list[Fault]:
    known = list(known)
    strange = (name for name in wanted if name not in known)
    return [Fault(f"{complaint} `{name}`", place_of(name), names.hint(name, known)) for name in strange]
