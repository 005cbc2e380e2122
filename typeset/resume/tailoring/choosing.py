"""What an application asks for in; for each item whether it is shown, and why not, and those that are, out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from typeset.resume.application import Application
from typeset.resume.model import SECTIONS, Basics, Item, Resume, Work
from typeset.source import Place, Scalar, Sequence, place_of

LISTS = ("positions", "highlights", "items")
"""The lists of an item that hold items."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is not shown, why, in words that follow "is", the line that says so, and how it could be shown."""

    path: str
    why: str
    place: Place | None
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Picked:
    """The only items of one list that are wanted, in the order wanted; each name and the list know their lines."""

    names: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Choice:
    """What one application shows: paths left out, lists picked from, tags asked for, private items allowed."""

    omitted: Mapping[str, str]
    picked: Mapping[str, Picked]
    tags: frozenset[str]
    allowed: frozenset[str]

    @classmethod
    def of(cls, application: Application) -> Choice:
        """Return what an application chooses by."""
        picked = application.pick or ()
        return cls(
            omitted={full(path): path for path in application.omit},
            picked={full(key.text): _picked(node, key.place) for key, node in picked},
            tags=frozenset(application.tags),
            allowed=frozenset(map(full, application.private)),
        )

    def hides(self, path: str, within: str, item: Item) -> Hidden | None:
        """Return why an item of the list `within` is not shown itself, whatever becomes of what it stands in."""
        if path in self.omitted:
            return Hidden(path, "left out", place_of(self.omitted[path]))
        if within in self.picked and item.id not in self.picked[within].names:
            return Hidden(path, "not picked", self.picked[within].place)
        if item.private and path not in self.allowed:
            return Hidden(path, "private", item.place, "name it under `private`")
        if item.only and not self.tags & set(item.only):
            tags = " or ".join(f"`{tag}`" for tag in item.only)
            return Hidden(path, f"only for {tags}", item.place, f"ask for {tags} in `tags`")
        return None

    def hides_all(self, path: str) -> Hidden | None:
        """Return why nothing of a section, or of what stands in `basics`, is shown."""
        if path in self.omitted:
            return Hidden(path, "left out", place_of(self.omitted[path]))
        if path in self.picked and not self.picked[path].names:
            return Hidden(path, "picked empty", self.picked[path].place)
        return None

    def ordered(self, path: str, group: Iterable[Any]) -> list[Any]:
        """Return the items of a list in the order wanted."""
        names = self.picked[path].names if path in self.picked else ()
        return sorted(group, key=lambda item: names.index(item.id) if item.id in names else len(names))


def full(path: str) -> str:
    """Return a path as `Choice` has it: what stands in `basics` under `basics`, but profiles for themselves."""
    return "basics.summary" if path == "summary" else path.removeprefix("basics.") if _is_profile(path) else path


def chosen(resume: Resume, choice: Choice, order: Iterable[str]) -> Resume:
    """Return the résumé of what is shown, its sections in `order`, then in the file's."""
    kept: dict[str, Any] = {
        section: () if choice.hides_all(section) else _kept(section, getattr(resume, section), choice)
        for section in SECTIONS
    }
    order = tuple(dict.fromkeys((*order, *resume.meta.order, *resume.order)))
    sections = _kept("", resume.sections, choice)
    return dataclasses.replace(resume, **kept, basics=_basics(resume.basics, choice), sections=sections, order=order)


def _basics(basics: Basics, choice: Choice) -> Basics:
    omitted = [path.removeprefix("basics.") for path in choice.omitted if path.startswith("basics.")]
    blank: dict[str, Any] = {key: getattr(Basics(), key) for key in omitted}
    profiles = _kept("profiles", basics.profiles, choice)
    return dataclasses.replace(basics, **({"profiles": profiles} | blank))


def _kept(path: str, group: Iterable[Any], choice: Choice) -> tuple[Any, ...]:
    kept = []
    for item in choice.ordered(path, group):
        here = f"{path}.{item.id}" if path else item.id
        if choice.hides(here, path, item):
            continue
        lists = {name: _kept(here, getattr(item, name), choice) for name in LISTS if getattr(item, name, ())}
        if not _says_nothing_more(item, lists):
            kept.append(dataclasses.replace(item, **lists) if lists else item)
    return tuple(kept)


def _says_nothing_more(item: Item, lists: dict[str, Any]) -> bool:
    """Whether an item is an employer none of whose roles is shown, and of whom there is nothing else to say."""
    if lists.get("positions") != () or not isinstance(item, Work):
        return False
    return not (item.summary or item.body or item.keywords or lists.get("highlights"))


def _picked(node: object, place: Place) -> Picked:
    names = node.items if isinstance(node, Sequence) else ()
    return Picked(tuple(name.text.strip() for name in names if isinstance(name, Scalar)), place)


def _is_profile(path: str) -> bool:
    return path.startswith("basics.profiles.")
