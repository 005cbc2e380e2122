"""What a CV in prose looks like before anybody knows what it says: sections, entries and blocks.

A reader of prose (Markdown, plain text) makes an `Outline`, `making.made` makes content of it. Every text is a scalar
of the inline Markdown that content may hold (`nodes.literal` for characters that mean themselves), with the place
of what it was made from.
"""

from __future__ import annotations

from dataclasses import dataclass

from typeset.source import Place, Scalar


@dataclass(frozen=True, slots=True)
class Line:
    """One line as its writer saw it; `ends` when it was meant to end there, not merely wrapped."""

    text: Scalar
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of running text; a reader that has joined wrapped lines makes one line of them."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list: the lines of its first paragraph, and blocks of its own below."""

    lines: tuple[Line, ...]
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """Points, numbered or not."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """What is set apart as somebody else's words."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows; the row of headings, if any, is the first."""

    rows: tuple[tuple[Scalar, ...], ...]


Block = Paragraph | List | Quote | Table


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a head: a job, a degree, a skill with its description.

    `head` holds its lines in the order of the file: title, dates, employer, in whatever mixture. `blocks` is what
    stands below; `entries` are entries of its own, such as several roles under one employer.
    """

    head: tuple[Scalar, ...]
    blocks: tuple[Block, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it: blocks, then entries. `level` is 1 for the highest headings."""

    heading: Scalar
    level: int
    body: tuple[Block, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole file: what stands before the first section (name, contact, summary), and the sections in order.

    `title` is the name of the person, where the file has a place for it; else it is looked for in `front`.
    """

    place: Place
    title: Scalar | None = None
    front: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
