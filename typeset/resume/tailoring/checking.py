"""A résumé and an application in; every name in the application that means nothing, and every contradiction, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from typeset.resume import names
from typeset.resume.application import Application
from typeset.resume.items import items
from typeset.resume.model import SECTIONS, Item, Resume
from typeset.resume.tailoring.choosing import Choice, Hidden, full
from typeset.resume.tailoring.extending import is_further
from typeset.source import Fault, Place, Scalar, Sequence, place_of


@dataclass(frozen=True, slots=True)
class _Wish:
    """A path that an application asks to show, what it does with it, and on which line."""

    path: str
    verb: str
    place: Place | None


def complaints(resume: Resume, application: Application) -> list[Fault]:
    """Return a fault for each path, section and tag that does not exist, and for each wish that cannot be met."""
    there = dict(items(resume))
    sections = ("summary", *SECTIONS, *(section.id for section in resume.sections))
    basics = (f"basics.{key}" for key in resume.basics.order)
    return [
        *_unknown(application.omit, [*there, *sections, *basics], "nothing is called"),
        *_unknown(application.order, sections, "there is no section"),
        *_idle_tags(there.values(), application),
        *_unpickable(there, application),
        *_contradictions(there, application),
    ]


def _unknown(wanted: Iterable[str], known: Iterable[str], complaint: str) -> list[Fault]:
    known = list(known)
    strange = (name for name in wanted if name not in known)
    return [Fault(f"{complaint} `{name}`", place_of(name), names.path_hint(name, known)) for name in strange]


def _idle_tags(there: Iterable[Item], application: Application) -> Iterator[Fault]:
    if not application.tags:
        return
    marks = (tag for item in there for tag in item.only)
    variants = (tag for item in there for other in getattr(item, "variants", ()) for tag in other.tags)
    known = list(dict.fromkeys((*marks, *variants)))
    for tag in application.tags:
        if tag not in known:
            hint = names.hint(tag, known) if known else "nothing in the content is marked `only:` or has `variants`"
            yield Fault(f"the tag `{tag}` selects nothing: no `only` and no variant names it", place_of(tag), hint)


def _unpickable(there: dict[str, Item], application: Application) -> Iterator[Fault]:
    lists: dict[str, list[str]] = {name: [] for name in (*SECTIONS, "profiles")}
    for path, item in there.items():
        within, _, _ = path.rpartition(".")
        if within:
            lists.setdefault(within, []).append(item.id)
    for key, node in application.pick or ():
        if full(key.text) not in lists:
            message = f"there is no list `{key.text}` to pick from"
            yield Fault(message, key.place, names.hint(key.text, [name for name in lists if lists[name]]))
        elif isinstance(node, Sequence):
            known = lists[full(key.text)]
            for name in node.items:
                if isinstance(name, Scalar) and name.text.strip() not in known:
                    message = f"`{key.text}` has no `{name.text.strip()}`"
                    yield Fault(message, name.place, names.hint(name.text.strip(), known))


def _contradictions(there: dict[str, Item], application: Application) -> Iterator[Fault]:
    """Yield a fault for each wish that something at least as far away from the application forbids.

    What an application hides it may hide from what it extends, of which the wishes then fall away; but what is
    hidden there it cannot wish for.
    """
    choice, told = Choice.of(application), list[str]()
    for wish in sorted(_wishes(application), key=lambda wish: wish.path.count(".")):
        hidden = hidden_by(wish.path, there, choice)
        is_told = any(wish.path.startswith(f"{path}.") for path in told)
        if hidden and not is_told and not is_further(wish.place, hidden.place, application):
            told.append(wish.path)
            subject = "" if hidden.path == full(wish.path) else f"`{hidden.path}` "
            hint = "; ".join(filter(None, [hidden.remedy, f"see {hidden.place}" if hidden.place else ""]))
            yield Fault(f"`{wish.path}` is {wish.verb}, but {subject}is {hidden.why}", wish.place, hint or None)


def hidden_by(path: str, there: dict[str, Item], choice: Choice) -> Hidden | None:
    """Return why what stands at a path is not shown: the first cause on the way down to it."""
    parts = full(path.removeprefix("headings.")).split(".")
    for count in range(1, len(parts) + 1):
        here, within = ".".join(parts[:count]), ".".join(parts[: count - 1])
        item = there.get(here)
        if hidden := choice.hides(here, within, item) if item else choice.hides_all(here):
            return hidden
    return None


def _wishes(application: Application) -> Iterator[_Wish]:
    for key, node in application.pick or ():
        names_wanted = [name for name in node.items if isinstance(name, Scalar)] if isinstance(node, Sequence) else []
        if names_wanted:
            yield _Wish(key.text, "picked from", key.place)
        for name in names_wanted:
            yield _Wish(f"{key.text}.{name.text.strip()}", "picked", name.place)
    for section in application.order:
        yield _Wish(section, "put in order", place_of(section))
    for verb, texts in (("given a title", application.titles), ("reworded", application.reword)):
        yield from (_Wish(key.text, verb, key.place) for key, _ in texts or ())
    for path in application.private:
        yield _Wish(path, "for this reader", place_of(path))
