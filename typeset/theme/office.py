"""How a theme looks in a word processor: what its manifests say, nearest last, in; the look of every style out.

Style sheets cannot be told to a word processor, and a reader there goes on editing. So a theme names the look of a
closed set of styles, each once; the writers of such formats make real styles of them, and nothing is set by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from typeset.resume import names
from typeset.resume.model import Part
from typeset.source import Fault, place_of
from typeset.theme.manifest import OfficePart
from typeset.theme.options import points

PARAGRAPHS = (
    "name",
    "label",
    "contacts",
    "section",
    "head",
    "subhead",
    "below",
    "lead",
    "short",
    "reference",
    "text",
    "list",
    "quote",
    "terms",
    "group",
    "links",
    "address",
    "apart",
    "subject",
    "letter",
    "signed",
    "running",
)
"""What a paragraph can be: parts of the masthead, a section's title, an entry's first line, a role's under its
employer, the lines below, an entry in one line, a publication, the kinds of blocks; of a letter the lines of an
address, what stands apart from what is above, what it is about, a paragraph, the name below; the running head."""

WORDS = ("title", "role", "employer", "organization", "venue", "place", "period", "note", "term", "topic", "link")
"""What words in a paragraph can be: an entry's title, a role's, an employer in that place, an employer beside a
title, where something was published, …, the label of a point, the label of a group, a link in running text."""

CHOICES = {
    "color": ("ink", "quiet", "accent"),
    "align": ("left", "centre"),
    "rule": ("none", "above", "below"),
    "ruled": ("quiet", "accent"),
    "places": ("after", "right"),
    "dates": ("first", "second"),
}


@dataclass(frozen=True, slots=True)
class Style:
    """The look of paragraphs or words of one kind. `above` and `below` are in lines; the other measures in sizes."""

    size: float = 1.0
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    tracking: float = 0.0
    color: str = "ink"
    align: str = "left"
    rule: str = "none"
    ruled: str = "quiet"
    above: float = 0.0
    below: float = 0.0
    hang: float = 0.0


@dataclass(frozen=True, slots=True)
class Office:
    """How word processors set a theme."""

    fallback: str = "Times New Roman"
    employers: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    places: str = "after"
    dates: str = "first"
    styles: tuple[tuple[str, Style], ...] = ()

    def style(self, name: str) -> Style:
        """Return the look of one of `PARAGRAPHS` or `WORDS`."""
        return dict(self.styles).get(name, Style())


def resolve(written: Iterable[OfficePart]) -> Office:
    """Return what a chain of manifests comes to, the nearest theme last."""
    office, styles = Office(), dict[str, Style]()
    for part in written:
        office = replace(office, **_said(part, Office, without="styles"))
        for style in part.styles:
            styles[str(style.name)] = replace(styles.get(str(style.name), Style()), **_said(style, Style))
    return replace(office, styles=tuple(styles.items()))


def _said(part: Part, made: type[Office | Style], without: str = "") -> dict[str, Any]:
    """Return what a manifest says of the fields of `made`, each as its type."""
    said = ((field, getattr(part, field.name)) for field in fields(made) if field.name != without)
    return {
        field.name: float(value) if field.type == "float" else value for field, value in said if value not in (None, ())
    }


def faults_of(part: OfficePart) -> list[Fault]:
    """Return what is wrong with what a manifest says of word processors."""
    faults = _wrong_choices(part)
    for style in part.styles:
        known = (*PARAGRAPHS, *WORDS)
        if style.name and style.name not in known:
            message = f"word processors set nothing called `{style.name}`"
            faults.append(Fault(message, place_of(style.name), names.hint(style.name, known)))
        faults += _wrong_choices(style)
        for field in fields(Style):
            value = getattr(style, field.name)
            if field.type == "float" and value and (points(value) is None or not value[-1].isdigit()):
                faults.append(Fault(f"`{value}` is not a number such as 1.2", place_of(value)))
    return faults


def _wrong_choices(part: Part) -> list[Fault]:
    said = ((getattr(part, name, None), choices) for name, choices in CHOICES.items())
    return [
        Fault(f"`{value}` is not one of {', '.join(choices)}", place_of(value))
        for value, choices in said
        if value and value not in choices
    ]
