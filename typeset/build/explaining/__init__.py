"""An application in; where every item on paper comes from and what shaped it, and what was left out and why, out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from typeset.build.explaining.absences import Absences
from typeset.build.explaining.lines import Line, Shaping
from typeset.build.fitting.outcome import Outcome
from typeset.build.fitting.sharing import shared_fit
from typeset.build.plan import plan_of
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Project
from typeset.document.shapes import Section
from typeset.resume.items import items
from typeset.resume.languages import in_language
from typeset.resume.model import CustomSection, Heading, Item, Resume
from typeset.resume.tailoring.addresses import Addresses, addresses
from typeset.resume.tailoring.choosing import LISTS, Choice, full
from typeset.resume.tailoring.private import grants
from typeset.resume.tailoring.saying import place, said
from typeset.resume.tailoring.wording import in_variants, reworded, titled, variant
from typeset.source import place_of
from typeset.writers import CannotWrite


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is on paper, in order, under one heading each; what is not; and what the page budget changed."""

    prepared: Prepared
    shown: tuple[tuple[Line, ...], ...]
    left_out: tuple[Line, ...]
    fitted: Outcome


def explain(project: Project, name: str) -> Explanation:
    """Return where all that an application says comes from; raises `Faults` when it cannot be made.

    A CV with a page budget is laid out to tell what the budget leaves out.
    """
    prepared = prepare(project, plan_of(project, name))
    fitted, outcome = _fitted(prepared)
    gone = Absences.of(project, fitted, outcome)
    found = _Explainer(fitted, gone)
    sections = (tuple(found.section(section)) for section in fitted.document.sections)
    return Explanation(fitted, (tuple(found.head()), *sections), tuple(gone.lines()), outcome)


def _fitted(prepared: Prepared) -> tuple[Prepared, Outcome]:
    """Return an application as its budget leaves it; as it stands where that is not kept, or cannot be tried here."""
    if not prepared.application.pages:
        return prepared, Outcome()
    try:
        fit = shared_fit(prepared)
    except CannotWrite:
        return prepared, Outcome()
    return (prepared, Outcome()) if fit.faults else (fit.prepared, fit.outcome)


@dataclass(frozen=True)
class _Explainer:
    """Looks up, in an application and its content, what made of one item what it is."""

    prepared: Prepared
    gone: Absences

    @cached_property
    def shown(self) -> Resume:
        return in_language(self.prepared.resume, self.prepared.document.language)

    @cached_property
    def there(self) -> dict[str, Item]:
        return dict(items(self.prepared.whole))

    @cached_property
    def known(self) -> Addresses:
        return addresses(in_variants(self.prepared.whole, self.prepared.application.tags))

    @cached_property
    def now(self) -> Addresses:
        return addresses(self.shown)

    @cached_property
    def choice(self) -> Choice:
        return Choice.of(self.prepared.application)

    @cached_property
    def shapings(self) -> dict[str, list[Shaping]]:
        """What an application does to each text, by the text's path, or by that of the item that it is."""
        application, found = self.prepared.application, dict[str, list[Shaping]]()
        texts, _ = reworded(self.known, application)
        titles, _ = titled(self.known, self.prepared.whole, application)
        values, _ = grants(self.known, application, self.prepared.private)
        for how, wordings in (("reworded", texts), ("titled", titles)):
            for wording in wordings:
                found.setdefault(self.owner(wording.path), []).append(Shaping(how, wording.key.place))
        for grant in values:
            found.setdefault(self.owner(grant.path), []).append(Shaping("private value", grant.node.place))
        for path, rule in self.gone.replaced:
            how = f"other words for the audience `{application.audience}`"
            found.setdefault(self.owner(path), []).append(Shaping(how, rule.place))
        return found

    def owner(self, path: str) -> str:
        """Return the path of the line that a text stands on: its item's, its section's, or its own."""
        path = full(path)
        item, _, field = path.rpartition(".")
        if path.startswith("headings.") and field == "title":
            return item.removeprefix("headings.")
        if item in self.there and field in (*self.there[item].naming, self.there[item].shorthand):
            return item
        return ".".join(path.split(".")[:2]) if path.startswith("basics.") else path

    # What is on paper

    def head(self) -> Iterator[Line]:
        basics = self.shown.basics
        for key in dict.fromkeys(("name", "label", *basics.order)):
            value = getattr(basics, key, None)
            if key == "profiles":
                yield from self.items("profiles", basics.profiles)
            elif value and key not in ("summary", "image"):
                yield self.line(f"basics.{key}", value)

    def section(self, section: Section) -> Iterator[Line]:
        own = next((each for each in self.shown.sections if each.id == section.id), None)
        heading: Heading | CustomSection | None = own or getattr(self.shown.headings, section.id, None)
        title = self.line(section.id, section.title)
        yield dataclasses.replace(title, place=heading.place if heading else None)
        if section.id == "summary":
            yield self.line("basics.summary", self.shown.basics.summary)
        if own:
            yield from [self.line(f"{section.id}.body", own.body)] if own.body else ()
            yield from self.items(section.id, own.items)
        else:
            yield from self.changed(f"headings.{section.id}")
            yield from self.items(section.id, getattr(self.shown, section.id, ()))

    def items(self, path: str, group: tuple[Item, ...]) -> Iterator[Line]:
        for item in group:
            here = f"{path}.{item.id}"
            yield self.line(here, item)
            yield from self.changed(here)
            for name in LISTS:
                yield from self.items(here, getattr(item, name, ()))

    def changed(self, path: str) -> Iterator[Line]:
        """Yield the texts of an item that an application changed, and that are not the item's own line."""
        for other in self.shapings:
            owner, _, rest = other.partition(f"{path}.")
            if rest and not owner and other not in self.there and not self.is_below_item(path, rest):
                yield self.line(other, self.now[other][0].value)

    def is_below_item(self, path: str, rest: str) -> bool:
        return f"{path}.{rest.partition('.')[0]}" in self.there

    def line(self, path: str, value: Any) -> Line:
        item = self.there.get(path)
        marks = self.marks(path, item) if item else ()
        shaped = (*self.placed(path), *marks, *self.shapings.get(path, ()), *self.picked(path))
        written = [address.value for address in self.known.get(path, ())] or [value]
        return Line(path, said(value), place(written[0]), tuple(dict.fromkeys(shaped)))

    def marks(self, path: str, item: Item) -> Iterator[Shaping]:
        """Yield what shows an item that not every reader gets, and what words it."""
        application = self.prepared.application
        for tag in application.tags:
            if tag in item.only:
                yield Shaping(f"only for `{tag}`, asked for", place_of(tag))
        for granted in application.private:
            if item.private and full(granted) == path:
                yield Shaping("private, allowed", place_of(granted))
        if other := variant(item, application.tags):
            matching = [each for each in getattr(item, "variants", ()) if set(each.tags) & set(application.tags)]
            tags = " and ".join(f"`{tag}`" for tag in application.tags if tag in other.tags)
            first = f", the first of {len(matching)} that fit," if len(matching) > 1 else ""
            yield Shaping(f"worded for {tags}{first}", other.place)

    def placed(self, path: str) -> Iterator[Shaping]:
        for section in self.prepared.application.order:
            if section == path:
                yield Shaping("put in order", place_of(section))

    def picked(self, path: str) -> Iterator[Shaping]:
        if picked := self.choice.picked.get(path):
            count = sum(other.rpartition(".")[0] == path for other in self.there)
            yield Shaping(f"{len(picked.names)} of {count} picked, in this order", picked.place)
