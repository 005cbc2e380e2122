"""Rows of text in, a draft of content out, with a note for each guess."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.headings import kind
from typeset.readers.draft.nodes import text_of
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.outline.facts import parted, with_facts
from typeset.readers.outline.heads import head
from typeset.readers.outline.lines.bodies import blocks
from typeset.readers.outline.lines.entries import Found, entries
from typeset.readers.outline.lines.marks import plain, scalar
from typeset.readers.outline.lines.row import Row
from typeset.readers.outline.lines.sections import Part, parts
from typeset.readers.outline.lines.texts import Passage, passages
from typeset.readers.outline.lines.wraps import Wraps
from typeset.readers.outline.making import made
from typeset.readers.outline.pieces import piece_of
from typeset.readers.outline.shapes import Block, Entry, Line, List, Outline, Paragraph, Section
from typeset.source import Key, Mapping, Place, Scalar

_LONGEST_LABEL = 300
_LONGEST_IN_CONTACT = 20
"""Words of a line that may stand among those that say how to reach a person; a longer one says what they are."""
_TERMS = ("skills", "languages", "interests")
"""Sections whose points are a name and what belongs to it, with or without marks."""

_CONTACT = re.compile(r"@|www\.|https?:|[•|·]|\d{4,}|\+\d|\w\.(?:com|org|net|io|dev)\b")
"""What stands in lines that say how to reach a person: such a line goes on in no other."""
_ADDRESS = re.compile(rf"^\d|{_CONTACT.pattern}")


def draft_of(rows: Sequence[Row], place: Place) -> Draft:
    """Return the draft of content that a CV's rows are; `place` is where their file begins."""
    reader = _Reader(Wraps(tuple(rows)))
    found = reader.outline(rows, place)
    label, found = _without_label(found)
    return made(found, reader.notes, settle=lambda tree: with_facts(_with_label(tree, label)), shown=reader.halves)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes an outline of rows; gathers what was guessed, and the halves of broken words."""

    wraps: Wraps
    notes: list[Note] = field(default_factory=list)
    halves: list[str] = field(default_factory=list)

    def outline(self, rows: Sequence[Row], place: Place) -> Outline:
        """Return the outline of all rows."""
        front, found = parts(rows)
        title = piece_of(scalar(front[0].text, front[0].place)).node() if front else None
        sections = tuple(map(self.section, found))
        return Outline(place, title, self.front(front[1:]), sections)

    def passages(self, rows: Sequence[Row]) -> list[Passage]:
        """Return the passages of rows; a word that was broken is told of."""
        found = passages(rows, self.wraps)
        for passage in found:
            self.halves.extend(passage.halves)
            for first, rest in zip(passage.halves[::2], passage.halves[1::2], strict=True):
                message = f"“{first}” at the end of a line and “{rest}” on the next are one word"
                self.notes.append(Note(Fate.GUESSED, message, passage.first.place))
        return found

    def front(self, rows: Sequence[Row]) -> tuple[Block, ...]:
        """Return the lines below the name: each a line of its own, and blocks where empty lines part them."""
        found: list[Paragraph] = []
        for passage in self.passages([replace(row, heading=bool(_CONTACT.search(row.text))) for row in rows]):
            line = Line(scalar(passage.text, passage.first.place), ends=True)
            is_told = bool(_CONTACT.search(passage.text))
            is_apart = bool(found) and is_told and len(found[-1].lines[-1].text.text.split()) > _LONGEST_IN_CONTACT
            if found and not passage.first.gap and not is_apart:
                found[-1] = Paragraph((*found[-1].lines, line))
            else:
                found.append(Paragraph((line,)))
        return tuple(found)

    def section(self, part: Part) -> Section:
        """Return a section: paragraphs, then what is listed, then entries."""
        before, found = entries(part.rows, part.kind, self.wraps)
        body = blocks(self.passages(before), None if part.kind in _TERMS else self.notes)
        start = next((at for at, block in enumerate(body) if isinstance(block, List) and not part.kind), len(body))
        points = (Entry((), body[start:]),) if body[start:] else ()
        heading = scalar(part.heading.text, part.heading.place)
        whole = list(map(self.entry, found))
        return Section(heading, 1, body[:start], (*points, *(_nested(whole) if part.kind == "work" else whole)))

    def entry(self, found: Found) -> Entry:
        """Return an entry; an address alone on a line of its head is a link."""
        texts = (f"<{row.text.strip('<>')}>" if row.is_address else row.text for row in found.head)
        lines = tuple(scalar(text, row.place) for text, row in zip(texts, found.head, strict=True))
        return Entry(lines, blocks(list(_with_facts_apart(self.passages(found.rows))), self.notes))


def _nested(found: Sequence[Entry]) -> list[Entry]:
    """Return jobs; roles behind an employer without a role, while its years hold theirs, are below it."""
    made: list[Entry] = []
    years: tuple[str, str] | None = None
    for entry in found:
        fields = dict(head(entry.head, "work").fields)
        start, end = (text_of(fields.get(name)) for name in ("startDate", "endDate"))
        is_placed = "location" in dict(head(entry.head[:1], "work").fields) or "url" in fields
        is_inner = years and start and years[0] <= start and end <= years[1] and not is_placed
        if is_inner and "position" in fields:
            made[-1] = replace(made[-1], entries=(*made[-1].entries, entry))
            continue
        made.append(entry)
        is_employer = "position" not in fields and "name" in fields and len(entry.blocks) < 2
        years = (start, end) if is_employer and start and end else None
    return made


def _with_facts_apart(found: Sequence[Passage]) -> Iterator[Passage]:
    """Yield passages; a thesis, a supervisor and keywords that are called by name as passages of their own."""
    for passage in found:
        if passage.is_point:
            yield passage
            continue
        for number, text in enumerate(parted(passage.text)):
            row = passage.first
            first = replace(row, gap=True, place=row.place.at(text[:16])) if number else row
            yield replace(passage, text=text, first=first)


def _without_label(found: Outline) -> tuple[Scalar | None, Outline]:
    """Return what a person is in a sentence or two below the name, where a section has their profile, and the rest."""
    if not any(kind(plain(section.heading.text)) == "summary" for section in found.sections):
        return None, found
    for number, block in enumerate(found.front):
        if isinstance(block, Paragraph) and len(block.lines) == 1:
            line = block.lines[0].text
            if len(line.text) <= _LONGEST_LABEL and not _ADDRESS.search(line.text) and len(line.text.split()) > 1:
                return line, replace(found, front=(*found.front[:number], *found.front[number + 1 :]))
    return None, found


def _with_label(tree: Mapping, label: Scalar | None) -> Mapping:
    basics = tree.get("basics")
    if not label or not isinstance(basics, Mapping):
        return tree
    name, *others = basics
    whole = Mapping((name, (Key("label", label.place), label), *others), basics.place)
    return Mapping(tuple((key, whole if key.text == "basics" else value) for key, value in tree), tree.place)
