"""The tree of a content file in, the résumé out, with the faults that only the whole file shows."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.resume.dates import PartialDate
from typeset.resume.fields import described
from typeset.resume.items import items
from typeset.resume.model import MODEL, CustomItem, Dated, Item, Resume
from typeset.resume.reading import read
from typeset.source import Fault, Mapping, Node, Severity

_EVERYWHERE = frozenset([*described(Item), "summary", "highlights", "body", "keywords"])


def resume(node: Node) -> tuple[Resume, list[Fault]]:
    """Return the résumé that a content file describes, and every fault in it; of one for another model, that alone."""
    found, faults = read(node, Resume, "the content file")
    if (found.meta.model or MODEL) != MODEL:
        return found, [_other_model(found, node)]
    whole = (_nobody, _sections_named_twice, _roles_written_twice, _lost_in_sections, _ends_before_it_starts)
    return found, [*faults, *(fault for check in whole for fault in check(found))]


def _other_model(resume: Resume, node: Node) -> Fault:
    model = resume.meta.model or MODEL
    meta = node.get("meta") if isinstance(node, Mapping) else None
    place = next((key.place for key, _ in meta if key.text == "model"), None) if isinstance(meta, Mapping) else None
    hint = "run `typeset migrate`" if model < MODEL else "install a newer typeset"
    return Fault(f"written for model {model}; this typeset knows {MODEL}", place, hint)


def _nobody(resume: Resume) -> Iterator[Fault]:
    if not resume.basics.name:
        yield Fault("the content file does not say whose it is", resume.place, "write `basics: {name: …}`")


def _sections_named_twice(resume: Resume) -> Iterator[Fault]:
    for section in resume.sections:
        if section.id in (*described(Resume), "summary", "profiles"):
            hint = "give it another `id`; applications could not tell the two apart"
            yield Fault(f"a section of your own is called `{section.id}`", section.place, hint)


def _roles_written_twice(resume: Resume) -> Iterator[Fault]:
    for item in resume.work:
        if item.positions and (item.position or item.department):
            hint = "write every role under `positions`"
            yield Fault(f"`work.{item.id}` has a role of its own beside its `positions`", item.place, hint)


def _lost_in_sections(resume: Resume) -> Iterator[Fault]:
    """Tell what an item of the person's own section says that its kind has no room for."""
    for section in resume.sections:
        for item in section.items:
            kind, room = _kind(item)
            lost = [f"`{key}`" for key in described(CustomItem) if key not in room and getattr(item, key)]
            if lost:
                message = f"{kind} shows no {', '.join(lost)}"
                yield Fault(message, item.place, "an entry has a `title`, a pair a `label`, a bullet a `text`")


def _kind(item: CustomItem) -> tuple[str, frozenset[str]]:
    """Return what an item is, and the fields that are shown of it."""
    if item.title:
        dates = ("date",) if item.date else ("startDate", "endDate")
        return "an entry", _EVERYWHERE | {"title", "subtitle", "organization", "location", "url", "links", *dates}
    if item.label and not item.text:
        return "a pair", _EVERYWHERE | {"label", "value"}
    return "a bullet", _EVERYWHERE | {"text", "label", "variants"}


def _ends_before_it_starts(resume: Resume) -> Iterator[Fault]:
    for path, item in items(resume):
        if (
            isinstance(item, Dated)
            and isinstance(item.startDate, PartialDate)
            and isinstance(item.endDate, PartialDate)
        ):
            shared = 1 + min(_precision(item.startDate), _precision(item.endDate))
            if _parts(item.endDate)[:shared] < _parts(item.startDate)[:shared]:
                yield Fault(f"`{path}` ends before it starts", item.place, severity=Severity.WARNING)


def _parts(date: PartialDate) -> tuple[int, int, int]:
    return date.year, date.month, date.day


def _precision(date: PartialDate) -> int:
    return (date.month > 0) + (date.day > 0)
