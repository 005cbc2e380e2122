"""An application in; what of the content is not on its paper, and why, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from typeset.build.audience import audience_of
from typeset.build.explaining.lines import Line, Shaping
from typeset.build.fitting.outcome import Outcome
from typeset.build.prepare import Prepared
from typeset.build.project import Project
from typeset.resume.audience.hiding import Hidden, hidden
from typeset.resume.audience.profiles import Rule
from typeset.resume.items import items
from typeset.resume.languages import in_language
from typeset.resume.model import SECTIONS, Item, Resume
from typeset.resume.tailor import tailor
from typeset.resume.tailoring.checking import hidden_by
from typeset.resume.tailoring.choosing import Choice, full
from typeset.resume.tailoring.saying import place, said


@dataclass(frozen=True)
class Absences:
    """What an application does not show: by its own choice, by its audience's rules, by its page budget.

    `concealed` is what the audience may not see, by its path; `dropped` the lines that each item took which the budget
    left out.
    """

    prepared: Prepared
    concealed: Mapping[str, Hidden]
    dropped: Mapping[str, int]

    @classmethod
    def of(cls, project: Project, prepared: Prepared, outcome: Outcome) -> Absences:
        """Return what is not on the paper of an application, fitted as in `outcome`."""
        application, concealed = prepared.application, dict[str, Hidden]()
        readership = audience_of(project, prepared.plan, application, prepared.whole)
        if readership.profile:
            tailored = tailor(prepared.whole, application, prepared.private)
            concealed = {full(each.address.path): each for each in hidden(tailored, readership.profile)}
        return cls(prepared, concealed, dict(outcome.left_out))

    @property
    def replaced(self) -> list[tuple[str, Rule]]:
        """The paths where the audience reads other words, and the rules that say so."""
        return [(path, each.rule) for path, each in self.concealed.items() if each.rule.instead]

    def lines(self) -> Iterator[Line]:
        """Yield what is not on paper, but for what stands below something that is not, in the order of the file."""
        gone = set[str]()
        for path, value in self._all():
            why = self._chosen(path, value) or self._concealed(path) or self._dropped(path, value) or self._lost(path)
            if why and not any(path.startswith(f"{above}.") for above in gone):
                gone.add(path)
                yield Line(path, said(value), place(value), (why,))

    def _all(self) -> Iterator[tuple[str, Any]]:
        """Yield all that the content says, section by section, and what it says in single fields that are concealed."""
        yield from ((f"basics.{key}", getattr(self._whole.basics, key)) for key in self._whole.basics.order)
        for section in SECTIONS:
            if group := getattr(self._whole, section):
                yield section, group
        for path, item in self._there.items():
            yield path, item
            below = (other for other in self.concealed if other.rpartition(".")[0] == path and other not in self._there)
            yield from ((other, self.concealed[other].address.value) for other in below)

    @cached_property
    def _whole(self) -> Resume:
        return in_language(self.prepared.whole, self.prepared.document.language)

    @cached_property
    def _there(self) -> dict[str, Item]:
        return dict(items(self._whole))

    @cached_property
    def _shown(self) -> frozenset[str]:
        return frozenset(path for path, _ in items(self.prepared.resume))

    def _chosen(self, path: str, value: Any) -> Shaping | None:
        """Return the line of the application, or the mark in the content, that something is not shown for."""
        found = hidden_by(path, self._there, Choice.of(self.prepared.application))
        return Shaping(found.why, found.place if found.place != place(value) else None) if found else None

    def _concealed(self, path: str) -> Shaping | None:
        """Return the rule of the audience that something is not shown for."""
        found = self.concealed.get(path)
        if not found or found.rule.instead:
            return None
        return Shaping(f"hidden from the audience `{self.prepared.application.audience}`", found.rule.place)

    def _dropped(self, path: str, value: Any) -> Shaping | None:
        """Return the page budget that an item is left out for."""
        if path not in self.dropped:
            return None
        lines = f"{self.dropped[path]} line{'s'[: self.dropped[path] != 1]}"
        pages = self.prepared.application.pages
        how = f"left out to keep the page budget: {lines}, `priority: {value.priority}`"
        return Shaping(how, pages.place if pages else None)

    def _lost(self, path: str) -> Shaping | None:
        """Return what there is to say of an item that is not on paper though nobody asked for that.

        An audience may see items by other names, so that they are not found by their own.
        """
        is_lost = path in self._there and path not in self._shown and not self.concealed
        return Shaping("nothing of it is left") if is_lost else None
