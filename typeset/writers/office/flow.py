"""Document and theme in, the paragraphs of a word processor out, in reading order, each with the style it is set in.

What DOCX and its like have in common: paragraphs one after another, no boxes, no tables. Dates and places stand at a
tab stop on the right end of a line, as long as they fit there.
"""

from __future__ import annotations

import unicodedata
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
    Run,
    Section,
    Terms,
    Text,
)
from typeset.theme.office import Office, Style
from typeset.theme.options import POINTS
from typeset.theme.theme import Theme
from typeset.writers.office.sheet import sheet
from typeset.writers.office.xml import legal

DEEPEST = 4
"""The levels of lists that have styles; what is nested deeper stands on the last."""
BRIEF = 90
"""Characters of a point so short that it should not stand alone at the foot of a page."""


OUTLINE = ("section", "head", "subhead")
"""Headings, from the highest; each stays with what follows."""

ENDED = ("head", "subhead", "below", "lead", "short", "text", "running")
"""Paragraphs with a tab stop at their right end."""

TIGHT = ("contacts", "terms")
"""Paragraphs with no space between one and the next of the same kind."""

INLINE = {"emphasis": Style(italic=True), "strong": Style(bold=True), "both": Style(bold=True, italic=True)}
"""The look of words that no theme names."""

QUOTE_INDENT, NUMBER_HANG = 1.3, 1.7
"""How far a quotation stands in, and the least room for a point's number, in sizes of the text."""

MASTHEAD = ("name", "label", "contacts")
"""The paragraphs that a photo stands beside."""

PHOTO = {"portrait": (28, 35), "round": (28, 28)}
"""Width and height in millimetres of a photo, as the option `photo` has it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one style: one of the theme's `WORDS`, or `emphasis`, `strong`, `both`, `code`, or none.

    `emphasis` and `strong` are told apart only where another style says already what the words are.
    """

    text: str
    style: str = ""
    emphasis: bool = False
    strong: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. `style` is one of the theme's `PARAGRAPHS`; for `list`, `bullet`, `number` or `continued`.

    `level` is how deep it stands in lists, from 1; `number` tells numbered lists apart; `keeps` holds it on the page
    of what follows.
    """

    style: str
    pieces: tuple[Piece, ...]
    level: int = 0
    number: int = 0
    keeps: bool = False

    @property
    def runs_leftwards(self) -> bool:
        """Whether it begins at the right."""
        return runs_leftwards("".join(piece.text for piece in self.pieces))


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of an entry's head: what stands left, and what stands at its right end."""

    style: str
    left: tuple[Piece, ...]
    right: tuple[Piece, ...] = ()


def lines(document: Document, theme: Theme) -> tuple[Line, ...]:
    """Return every paragraph of a document."""
    page = sheet(theme)
    gap = "\u2003" if dict(theme.values).get("dates") == "beside" else "\t"
    flow = _Flow(theme.office, page.measure / page.size, gap)
    return tuple(flow.document(document))


def shown_photo(document: Document, theme: Theme) -> Photo | None:
    """Return the photo, where there is one and the theme's option shows it."""
    return document.masthead.photo if dict(theme.values).get("photo") != "none" else None


def indents(name: str, style: Style) -> tuple[float, float, float]:
    """Return how far a paragraph stands in at its left and right, and its first line before it, in sizes of text."""
    return (QUOTE_INDENT, QUOTE_INDENT, 0.0) if name == "quote" else (style.hang, 0.0, style.hang)


def list_indents(kind: str, level: int, style: Style) -> tuple[float, float, float]:
    """Return the same of a line of a list; the first line of a `bullet` or `number` begins with its mark."""
    hang = max(style.hang, NUMBER_HANG) if kind == "number" else style.hang
    return (level - 1) * style.hang + hang, 0.0, 0.0 if kind == "continued" else hang


def is_short(drawn: Iterable[Line], theme: Theme, height: float) -> bool:
    """Whether the masthead may end above the foot of a photo of that height, in millimetres."""
    page, styles = sheet(theme), [theme.office.style(line.style) for line in drawn if line.style in MASTHEAD]
    least = sum(page.line(style.size) for style in styles) + sum(page.gap * style.above for style in set(styles))
    return least < height * POINTS["mm"]


def runs_leftwards(characters: str) -> bool:
    """Whether the first letter with a direction is one of a script that is written from right to left."""
    directions = map(unicodedata.bidirectional, characters)
    return next((direction for direction in directions if direction in ("L", "R", "AL")), "L") != "L"


@dataclass(frozen=True, slots=True)
class _Flow:
    """Draws shapes as lines. `measure` is the width of the text in sizes of it."""

    office: Office
    measure: float
    gap: str
    numbers: count[int] = field(default_factory=lambda: count(1))

    def document(self, document: Document) -> Iterator[Line]:
        yield from self.masthead(document.masthead)
        for section in document.sections:
            yield from self.section(section)

    def masthead(self, masthead: Masthead) -> Iterator[Line]:
        yield Line("name", _plain(masthead.name))
        if masthead.label:
            yield Line("label", _plain(masthead.label))
        for contacts in self.balanced(masthead.contacts):
            yield Line("contacts", _joined(map(_contact, contacts), " · "))

    def balanced(self, contacts: tuple[Contact, ...]) -> Iterator[list[Contact]]:
        """Yield contacts in lines of about one length, each of whole items."""
        widths = [_width(_contact(contact)) + 1.5 for contact in contacts]
        widest = 0.8 * self.measure
        balanced = min(widest, sum(widths) / (sum(widths) // widest + 1) + 6)
        line, used = list[Contact](), 0.0
        for contact, width in zip(contacts, widths, strict=True):
            if line and used + width > balanced:
                yield line
                line, used = [], 0.0
            line.append(contact)
            used += width
        if line:
            yield line

    def section(self, section: Section) -> Iterator[Line]:
        if section.title:
            yield Line("section", _plain(section.title), keeps=bool(section.parts))
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
        label = _styled(group.label, "topic") + _noted(group.note)
        said = _joined(map(_running, group.items), ", ")
        for block in opening:
            said = _running(block.text) if isinstance(block, Paragraph) else said
        if label or said:
            yield Line("group", _joined([label, said], ": "), keeps=bool(below))
        yield from self.blocks(below)

    # Entries

    def entry(self, entry: Entry, kind: str, level: int) -> Iterator[Line]:
        is_reference = kind in self.office.references and level == 1
        links = () if is_reference and not entry.body else entry.links
        if is_reference:
            head = [Line("reference", self.reference(entry))]
        elif kind in self.office.short and level == 1:
            head = self.short(entry)
        else:
            head = list(map(self.drawn, self.head(entry, kind, level)))
        follows = entry.body or links or entry.entries
        yield from (replace(line, keeps=True) for line in head[:-1])
        yield from (replace(line, keeps=bool(follows)) for line in head[-1:])
        yield from self.blocks(entry.body, level=1 if is_reference else 0)
        if links:
            said = _joined(map(_running, links), " · ")
            yield Line("continued", said, level=1) if is_reference else Line("links", said)
        for nested in entry.entries:
            yield from self.entry(nested, kind, level + 1)

    def head(self, entry: Entry, kind: str, level: int) -> list[_Row]:
        """What and when, for whom and where, in rows."""
        if kind in self.office.employers and entry.title and entry.organization:
            rows = self.employer_first(entry)
        elif level == 1 and (entry.title or entry.organization):
            rows = self.title_first(entry)
        else:
            rows = self.in_one(entry, level)
        return self.dated(rows, _dated(entry), self.office.dates == "second" and level == 1)

    def employer_first(self, entry: Entry) -> list[_Row]:
        employer = (_styled(entry.organization, "employer"), _plain(entry.subtitle), _styled(entry.place, "place"))
        return [_Row("head", _joined(employer)), _Row("below", _styled(entry.title, "role")),
                *_leads(entry.remark, entry.lead)]  # fmt: skip

    def title_first(self, entry: Entry) -> list[_Row]:
        heading = _styled(entry.title, "title") or _styled(entry.organization, "employer")
        employer = _styled(entry.organization if entry.title else None, "organization")
        said, remark = (employer, _plain(entry.subtitle)), _plain(entry.remark)
        place, leads = _styled(entry.place, "place"), _leads(entry.lead)
        if place and self.office.places == "right":
            where = _joined([*said, remark])
            first, *others = [*([_Row("below", where)] if where else []), *leads] or [_Row("below", ())]
            return [_Row("head", heading), self.ended(first, place), *others]
        if place and not any((*said, remark)):
            return [_Row("head", _joined([heading, place])), *leads]
        where = _joined([*said, place, remark])
        return [_Row("head", heading), *([_Row("below", where)] if where else []), *leads]

    def in_one(self, entry: Entry, level: int) -> list[_Row]:
        """A role under its employer takes one row; so does what has neither title nor employer."""
        role = _styled(entry.title, "role") or _styled(entry.organization, "employer")
        others = (entry.organization if entry.title else None, entry.subtitle, entry.remark)
        said = _joined([role, *map(_plain, others), _styled(entry.place, "place")])
        style = "text" if not role else "subhead" if level > 1 else "head"
        return [*([_Row(style, said)] if said else []), *_leads(entry.lead)]

    def dated(self, rows: list[_Row], period: tuple[Piece, ...], second: bool) -> list[_Row]:
        """Return the rows with the date at the end of the first that has room, or in a row of its own."""
        if not period:
            return rows
        numbers = [number for number, row in enumerate(rows) if row.style != "lead" and not row.right]
        for number in sorted(numbers, reverse=second):
            if self.fits(rows[number].left, period):
                return [*rows[:number], replace(rows[number], right=period), *rows[number + 1 :]]
        if not rows or rows[0].style == "lead":
            return [_Row("text", period), *rows]
        return [*rows[:1], _Row("below", period), *rows[1:]]

    def ended(self, row: _Row, right: tuple[Piece, ...]) -> _Row:
        """Return the row with something at its right end, or after what it says where that has no room."""
        if self.fits(row.left, right):
            return replace(row, right=right)
        return replace(row, left=_joined([row.left, right]))

    def fits(self, left: tuple[Piece, ...], right: tuple[Piece, ...]) -> bool:
        return _width(left) + _width(right) + 1.5 <= self.measure

    def drawn(self, row: _Row) -> Line:
        return Line(row.style, (*row.left, Piece(self.gap), *row.right) if row.right else row.left)

    def short(self, entry: Entry) -> list[Line]:
        said = [_styled(entry.title, "title")]
        said += [_plain(entry.subtitle), _styled(entry.organization, "organization")]
        said += [_styled(entry.place, "place"), _plain(entry.remark)]
        row = self.ended(_Row("short", _joined(said)), _dated(entry)) if any(said) else _Row("short", _dated(entry))
        return [self.drawn(row) for row in ([row] if row.left else []) + _leads(entry.lead)]

    def reference(self, entry: Entry) -> tuple[Piece, ...]:
        """A publication as bibliographies have it: "Authors: Title. Venue. Date. doi:…"."""
        authors = (*_plain(entry.subtitle), *((Piece(": "),) if entry.subtitle and entry.title else ()))
        said = [(*authors, *_stopped(_plain(entry.title)))] if entry.title or entry.subtitle else []
        said.append(_stopped(_styled(entry.organization, "venue")))
        said += [_stopped(_plain(text)) for text in (entry.place, entry.remark, entry.lead)]
        said.append(_stopped(_dated(entry)))
        said.append(() if entry.body else _joined(map(_running, entry.links)))
        return _joined(said, " ")

    # Blocks

    def blocks(self, blocks: tuple[Block, ...], level: int = 0, style: str | None = None) -> Iterator[Line]:
        for number, block in enumerate(blocks, 1):
            match block:
                case Paragraph():
                    leads = number < len(blocks) and isinstance(blocks[number], List)
                    own = style or ("continued" if level else "text")
                    yield Line(own, _running(block.text), level, keeps=leads)
                case Quote():
                    yield from self.blocks(block.blocks, level, "quote")
                case Terms():
                    said = _joined(map(_running, block.items), ", ")
                    said = _joined([_styled(block.label, "term"), said], ": ")
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
    said = _joined([_styled(item.label, "term"), _running(item.text)], ": ")
    if not said and item.blocks and isinstance(first := item.blocks[0], Paragraph):
        return _running(first.text), item.blocks[1:]
    return said, item.blocks


def _dated(entry: Entry) -> tuple[Piece, ...]:
    return _styled(entry.period.text if entry.period else None, "period")


def _leads(*texts: Text | None) -> list[_Row]:
    return [_Row("lead", _plain(text)) for text in texts if text]


def _contact(contact: Contact) -> tuple[Piece, ...]:
    return _plain(contact.text) + _noted(contact.note)


def _noted(note: Text | None) -> tuple[Piece, ...]:
    return (Piece(" "), Piece("(", "note"), *_styled(note, "note"), Piece(")", "note")) if note else ()


def _plain(text: Text | None) -> tuple[Piece, ...]:
    """Return a text of a head: its links do not look like links."""
    return tuple(replace(_inline(run), link=run.link) for run in text.runs) if text else ()


def _styled(text: Text | None, style: str) -> tuple[Piece, ...]:
    """Return a text all of which is of one kind."""
    runs = text.runs if text else ()
    return tuple(Piece(legal(run.text), style, run.emphasis, run.strong, run.link) for run in runs)


def _running(text: Text) -> tuple[Piece, ...]:
    """Return running text, in which links look like links."""
    return tuple(
        Piece(legal(run.text), "link", run.emphasis, run.strong, run.link) if run.link else _inline(run)
        for run in text.runs
    )


def _inline(run: Run) -> Piece:
    styles = {(True, True): "both", (True, False): "emphasis", (False, True): "strong", (False, False): ""}
    return Piece(legal(run.text), "code" if run.code else styles[run.emphasis, run.strong])


def _joined(groups: Iterable[tuple[Piece, ...]], separator: str = ", ") -> tuple[Piece, ...]:
    found = [group for group in groups if group]
    pieces = [piece for group in found for piece in (*group, Piece(separator))]
    return tuple(pieces[:-1])


def _stopped(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return a sentence with a full stop, unless it has its own."""
    return pieces if not pieces or pieces[-1].text[-1:] in ".?!…" else (*pieces, Piece("."))


def _width(pieces: tuple[Piece, ...]) -> float:
    """Return about how wide a line is, in sizes of the text; rather too wide than too narrow."""
    return sum(_character_width(char) for piece in pieces for char in piece.text)


def _character_width(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    if char in " .,:;'’|!()[]fijlrtI":
        return 0.3
    return 0.65 if char.isupper() else 0.53
