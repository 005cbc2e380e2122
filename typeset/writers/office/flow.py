"""Document and theme in, the paragraphs of a word processor out, in reading order, each with the style it is set in.

What DOCX and its like have in common: paragraphs one after another, no boxes, no tables. Dates and places stand at a
tab stop on the right end of a line, as long as they fit there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from typeset.document.shapes import (
    Block,
    Contact,
    Document,
    Entry,
    Group,
    List,
    ListItem,
    Masthead,
    Paragraph,
    Part,
    Photo,
    Prose,
    Quote,
    Section,
    Terms,
)
from typeset.theme.options import POINTS
from typeset.theme.theme import Theme
from typeset.writers.office.heads import Heads, Row
from typeset.writers.office.letters import letter
from typeset.writers.office.line import Line
from typeset.writers.office.paragraphs import DEEPEST
from typeset.writers.office.pieces import Piece, joined, noted, plain, running, styled, width
from typeset.writers.office.sheet import sheet

BRIEF = 90
"""Characters of a point so short that it should not stand alone at the foot of a page."""


MASTHEAD = ("name", "label", "contacts")
"""The paragraphs that a photo stands beside."""

PHOTO = {"portrait": (28, 35), "round": (28, 28)}
"""Width and height in millimetres of a photo, as the option `photo` has it."""


def lines(document: Document, theme: Theme) -> tuple[Line, ...]:
    """Return every paragraph of a document."""
    page = sheet(theme)
    gap = "\u2003" if dict(theme.values).get("dates") == "beside" else "\t"
    flow = _Flow(Heads(theme.office, page.measure / page.size), gap)
    return tuple(flow.document(document))


def shown_photo(document: Document, theme: Theme) -> Photo | None:
    """Return the photo, where there is one and the theme's option shows it."""
    return document.masthead.photo if dict(theme.values).get("photo") != "none" else None


def is_short(drawn: Iterable[Line], theme: Theme, height: float) -> bool:
    """Whether the masthead may end above the foot of a photo of that height, in millimetres."""
    page, styles = sheet(theme), [theme.office.style(line.style) for line in drawn if line.style in MASTHEAD]
    least = sum(page.line(style.size) for style in styles) + sum(page.gap * style.above for style in set(styles))
    return least < height * POINTS["mm"]


@dataclass(frozen=True, slots=True)
class _Flow:
    """Draws shapes as lines."""

    heads: Heads
    gap: str
    numbers: count[int] = field(default_factory=lambda: count(1))

    def document(self, document: Document) -> Iterator[Line]:
        yield from self.masthead(document.masthead)
        if document.letter:
            yield from letter(document.letter, self.blocks(document.letter.body, paragraph="letter"))
        for section in document.sections:
            yield from self.section(section)

    def masthead(self, masthead: Masthead) -> Iterator[Line]:
        yield Line("name", plain(masthead.name))
        if masthead.label:
            yield Line("label", plain(masthead.label))
        for contacts in self.balanced(masthead.contacts):
            yield Line("contacts", joined(map(_contact, contacts), " · "))

    def balanced(self, contacts: tuple[Contact, ...]) -> Iterator[list[Contact]]:
        """Yield contacts in lines of about one length, each of whole items."""
        widths = [width(_contact(contact)) + 1.5 for contact in contacts]
        widest = 0.8 * self.heads.measure
        balanced = min(widest, sum(widths) / (sum(widths) // widest + 1) + 6)
        line, used = list[Contact](), 0.0
        for contact, length in zip(contacts, widths, strict=True):
            if line and used + length > balanced:
                yield line
                line, used = [], 0.0
            line.append(contact)
            used += length
        if line:
            yield line

    def section(self, section: Section) -> Iterator[Line]:
        if section.title:
            yield Line("section", plain(section.title), keeps=bool(section.parts))
        for part in section.parts:
            yield from self.part(part, section.kind)

    def part(self, part: Part, kind: str) -> Iterator[Line]:
        match part:
            case Entry():
                yield from self.entry(part, kind, level=1)
            case Group():
                yield from self.group(part)
            case Prose():
                yield from self.blocks(part.blocks)

    def group(self, group: Group) -> Iterator[Line]:
        """A label, and its terms or first paragraph on the same line."""
        runs_in = group.label and not group.items and group.body and isinstance(group.body[0], Paragraph)
        opening, below = (group.body[:1], group.body[1:]) if runs_in else ((), group.body)
        label = styled(group.label, "topic") + noted(group.note)
        said = joined(map(running, group.items), ", ")
        for block in opening:
            said = running(block.text) if isinstance(block, Paragraph) else said
        if label or said:
            yield Line("group", joined([label, said], ": "), keeps=bool(below))
        yield from self.blocks(below)

    # Entries

    def entry(self, entry: Entry, kind: str, level: int) -> Iterator[Line]:
        is_reference = kind in self.heads.office.references and level == 1
        links = () if is_reference and not entry.body else entry.links
        if is_reference:
            head = [Line("reference", self.heads.reference(entry))]
        elif kind in self.heads.office.short and level == 1:
            head = [self.drawn(row) for row in self.heads.short(entry)]
        else:
            head = [self.drawn(row) for row in self.heads.head(entry, kind, level)]
        follows = entry.body or links or entry.entries
        yield from (replace(line, keeps=True) for line in head[:-1])
        yield from (replace(line, keeps=bool(follows)) for line in head[-1:])
        yield from self.blocks(entry.body, level=1 if is_reference else 0)
        if links:
            said = joined(map(running, links), " · ")
            yield Line("continued", said, level=1) if is_reference else Line("links", said)
        for nested in entry.entries:
            yield from self.entry(nested, kind, level + 1)

    def drawn(self, row: Row) -> Line:
        return Line(row.style, (*row.left, Piece(self.gap), *row.right) if row.right else row.left)

    # Blocks

    def blocks(
        self, blocks: tuple[Block, ...], level: int = 0, style: str | None = None, paragraph: str = "text"
    ) -> Iterator[Line]:
        for number, block in enumerate(blocks, 1):
            match block:
                case Paragraph():
                    leads = number < len(blocks) and isinstance(blocks[number], List)
                    own = style or ("continued" if level else paragraph)
                    yield Line(own, running(block.text), level, keeps=leads)
                case Quote():
                    yield from self.blocks(block.blocks, level, "quote")
                case Terms():
                    said = joined(map(running, block.items), ", ")
                    said = joined([styled(block.label, "term"), said], ": ")
                    yield Line("continued" if level else "terms", said, level)
                case List():
                    yield from self.points(block, min(level + 1, DEEPEST))

    def points(self, block: List, level: int) -> Iterator[Line]:
        number = next(self.numbers) if block.ordered else 0
        style = "number" if block.ordered else "bullet"
        for place, item in enumerate(block.items, 1):
            said, below = _point(item)
            is_brief = 1 == place < len(block.items) and sum(len(piece.text) for piece in said) < BRIEF
            keeps = is_brief or any(isinstance(block, List) for block in below[:1])
            if said:
                yield Line(style, said, level, number, keeps)
            yield from self.blocks(below, level)


def _point(item: ListItem) -> tuple[tuple[Piece, ...], tuple[Block, ...]]:
    """Return what a point says on its own line, and the blocks below it; a bullet never stands alone."""
    said = joined([styled(item.label, "term"), running(item.text)], ": ")
    if not said and item.blocks and isinstance(first := item.blocks[0], Paragraph):
        return running(first.text), item.blocks[1:]
    return said, item.blocks


def _contact(contact: Contact) -> tuple[Piece, ...]:
    return plain(contact.text) + noted(contact.note)
