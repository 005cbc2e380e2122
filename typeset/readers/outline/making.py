"""An outline in, a draft of content out: what each section holds, by its heading, and what no section can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.headings import is_usual, kind, language
from typeset.readers.draft.nodes import listed, mapped, string, with_entries
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.draft.words import complete
from typeset.readers.outline import items
from typeset.readers.outline.bodies import body, plain
from typeset.readers.outline.facts import words_set
from typeset.readers.outline.front import Front, front, leads_nowhere, moved_rest
from typeset.readers.outline.shapes import Block, Line, Outline, Paragraph, Section
from typeset.readers.outline.telling import WORDS
from typeset.resume.fields import described
from typeset.resume.model import Resume
from typeset.resume.names import slug
from typeset.source import Mapping, Node, Place, Scalar

_RESERVED = frozenset([*described(Resume), "summary", "profiles"])


def made(
    outline: Outline,
    notes: Iterable[Note] = (),
    x: Iterable[tuple[str, Node]] = (),
    settle: Callable[[Mapping], Mapping] | None = None,
    shown: Iterable[str] = (),
) -> Draft:
    """Return the draft of content that an outline is, and notes for what was guessed, moved or dropped.

    `notes` and `x` are what the reader has to tell and to keep already, `settle` is what it has yet to do to the tree,
    `shown` are words that stand there in another way.
    Every word of the source that `outline.place` is in arrives: a line with one that no field holds is kept under
    `x.lines`.
    """
    maker = _Maker(outline.place, front(outline), [*notes])
    for number, section in enumerate(outline.sections):
        maker.section(section, number)
    tree = maker.tree(outline.sections, x)
    draft = Draft(settle(tree) if settle else tree, tuple(maker.notes))
    return complete(draft, outline.place.source, marks=WORDS, shown=[*maker.usual, *shown, *words_set(draft.tree)])


@dataclass(slots=True)
class _Maker:
    """Gathers the sections of a draft, in order."""

    place: Place
    front: Front
    notes: list[Note]
    order: list[str] = field(default_factory=list)
    standard: dict[str, Node] = field(default_factory=dict)
    own: list[Mapping] = field(default_factory=list)
    headings: dict[str, Node] = field(default_factory=dict)
    labels: dict[str, Node] = field(default_factory=dict)
    usual: list[str] = field(default_factory=list)
    summary: tuple[Block, ...] = ()

    # Sections

    def section(self, section: Section, number: int) -> None:
        """Keep one section: under the key that its heading names, or as one of the person's own."""
        name = kind(plain(section.heading))
        if name == "contact" and not section.entries:
            rest = [block for block in section.body if not self.front.contact.gather(block)]
            self.usual.append(plain(section.heading))
            if rest:
                self.custom(replace(section, body=tuple(rest)), number)
            else:
                message = f"the heading “{plain(section.heading)}”: contact details stand at the head of the page"
                self.notes.append(Note(Fate.DROPPED, message, section.heading.place))
        elif name == "summary" and not section.entries and not self.summary and not self.front.prose:
            self.summary = section.body
            self.order.append("summary")
            self.heading("summary", section.heading, None)
        elif name in (None, "contact", "summary") or name in self.standard or not self.known(str(name), section):
            self.custom(section, number)

    def known(self, name: str, section: Section) -> bool:
        """Keep a section of a kind that the model knows; False for one that holds something else."""
        found = items.items(name, section.body, section.entries)
        if not found:
            return False
        self.notes += found.notes
        self.standard[name] = listed(found.nodes, found.nodes[0].place) or found.nodes[0]
        self.order.append(name)
        self.heading(name, section.heading, body(found.intro))
        for key, word in found.words:
            self.labels.setdefault(key, word)
        return True

    def heading(self, name: str, heading: Scalar, summary: Scalar | None) -> None:
        """Keep other words than the usual above a section, and what stands between them and the first item."""
        title = None if is_usual(plain(heading), name) else heading
        if not title:
            self.usual.append(plain(heading))
        if summary:
            self.headings[name] = mapped([("title", title), ("summary", summary)], heading.place)
        elif title:
            self.headings[name] = title

    def custom(self, section: Section, number: int) -> None:
        """Keep a section under its own heading."""
        name = slug(plain(section.heading))
        taken = {*_RESERVED, *self.order}
        name = name if name and name not in taken else f"section-{number + 1}" if not name else f"{name}-{number + 1}"
        found = items.own(kind(plain(section.heading)), section.body, section.entries)
        self.notes += found.notes
        entries: list[tuple[str, Node | None]] = [
            ("id", string(name, section.heading.place)),
            ("title", section.heading),
            ("body", body(found.intro)),
            ("items", listed(found.nodes, section.heading.place)),
        ]
        self.own.append(mapped(entries, section.heading.place))
        self.order.append(name)

    # The whole

    def tree(self, sections: Sequence[Section], more: Iterable[tuple[str, Node]]) -> Mapping:
        """Return the draft's tree, its keys in the order of the sections."""
        x: list[tuple[str, Node]] = []
        entries: list[tuple[str, Node | None]] = [("basics", self.basics(x))]
        for key, words in (("headings", self.headings), ("labels", self.labels)):
            if words:
                entries.append((key, mapped(words.items(), self.place)))
        names = {name for name in self.order if name not in self.standard and name != "summary"}
        written = False
        for name in self.order:
            if name in names and not written:
                entries.append(("sections", listed(self.own, self.own[0].place)))
                written = True
            elif name in self.standard:
                entries.append((name, self.standard[name]))
        entries.append(("meta", self.meta(sections)))
        if kept := [*x, *more]:
            entries.append(("x", with_entries(Mapping((), self.place), kept)))
        return mapped(entries, self.place)

    def basics(self, x: list[tuple[str, Node]]) -> Mapping:
        """Return the person; what no kind of contact data was made of is told first of all, or kept under `x`."""
        found = self.front
        self.notes += found.contact.notes
        moved = [line for line in found.contact.rest if leads_nowhere(line)]
        if moved:
            self.notes += moved_rest(moved)
            x.append(("front", listed(moved, moved[0].place) or moved[0]))
        rest = tuple(Line(line, ends=True) for line in found.contact.rest if line not in moved)
        summary = body((*([Paragraph(rest)] if rest else []), *found.prose, *self.summary))
        fields = [("name", found.name), ("label", found.label), *found.contact.basics(), ("summary", summary)]
        return mapped(fields, found.name.place if found.name else self.place)

    def meta(self, sections: Sequence[Section]) -> Mapping | None:
        """Return the language, where it is another than English, and the order, where the keys cannot show it."""
        entries: list[tuple[str, Node | None]] = []
        tag = language(plain(section.heading) for section in sections)
        if tag and tag != "en":
            place = sections[0].heading.place
            self.notes.append(Note(Fate.GUESSED, f"by its headings the language is `{tag}`", place))
            entries.append(("language", string(tag, place)))
        if self.order != self.natural():
            entries.append(("order", listed((string(name, self.place) for name in self.order), self.place)))
        return mapped(entries, self.place) if entries else None

    def natural(self) -> list[str]:
        """Return the order that the keys of the tree show by themselves."""
        own = [name for name in self.order if name not in self.standard and name != "summary"]
        made = ["summary"] if "summary" in self.order else []
        for name in self.order:
            if name in own:
                made += [each for each in own if each not in made]
            elif name != "summary":
                made.append(name)
        return made
