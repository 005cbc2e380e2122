"""A document in; what a page must say, in the order it must say it, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from typeset.document.shapes import (
    Block,
    Contact,
    Document,
    Entry,
    Group,
    Letter,
    List,
    Paragraph,
    Part,
    Prose,
    Quote,
    Section,
    Terms,
    Text,
)
from typeset.resume.text import text_of

BULLET = "•"
"""The mark of a point without a number; a theme may have another."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Texts that stand together. Their order among themselves is the theme's; the order of units is not.

    What is `optional` a reader may not see as text, such as the number of a point, which HTML leaves to its viewer, or
    the address for the window of an envelope.
    What may stand `early` may stand here, or in a later unit that names it again. A unit may be the title of a
    `section`, the head of an `entry`, or the beginning of a point, whose `mark` is its number or BULLET.
    """

    texts: tuple[Text, ...]
    optional: bool = False
    early: tuple[Text, ...] = ()
    section: Section | None = None
    entry: Entry | None = None
    mark: str = ""


def units(document: Document) -> Iterator[Unit]:
    """Yield the units of a document in reading order."""
    masthead = document.masthead
    contacts = (text for contact in masthead.contacts for text in _contact(contact))
    yield from _unit(masthead.name, masthead.label, *contacts)
    if document.letter:
        yield from _letter(document.letter)
    for section in document.sections:
        yield from _section(section)


def texts(document: Document) -> Iterator[Text]:
    """Yield every text of a document."""
    for unit in units(document):
        yield from unit.texts


def _unit(*texts: Text | None) -> Iterator[Unit]:
    found = tuple(text for text in texts if text)
    if found:
        yield Unit(found)


def _contact(contact: Contact) -> Iterator[Text | None]:
    yield contact.text
    yield contact.note


def _letter(letter: Letter) -> Iterator[Unit]:
    if letter.sender:
        yield Unit((letter.sender,), optional=True)
    yield from _unit(*letter.recipient, letter.reference, letter.date.text)
    yield from _unit(letter.subject)
    yield from _unit(letter.salutation)
    yield from _blocks(letter.body)
    yield from _unit(letter.closing)
    yield from _unit(letter.name)
    for text in (letter.enclosed, *letter.enclosures):
        yield from _unit(text)


def _section(section: Section) -> Iterator[Unit]:
    if section.title:
        yield Unit((section.title,), section=section)
    for part in section.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[Unit]:
    match part:
        case Entry():
            yield from _entry(part)
        case Group():
            yield from _unit(part.label, part.note)
            for item in part.items:
                yield from _unit(item)
            yield from _blocks(part.body)
        case Prose():
            yield from _blocks(part.blocks)


def _entry(entry: Entry) -> Iterator[Unit]:
    period = entry.period.text if entry.period else None
    head = (entry.title, entry.subtitle, entry.organization, entry.place, period, entry.remark, entry.lead)
    yield Unit(tuple(text for text in head if text), early=entry.links, entry=entry)
    yield from _blocks(entry.body)
    for link in entry.links:
        yield from _unit(link)
    for nested in entry.entries:
        yield from _entry(nested)


def _blocks(blocks: Iterable[Block]) -> Iterator[Unit]:
    for block in blocks:
        match block:
            case Paragraph():
                yield from _unit(block.text)
            case Quote():
                yield from _blocks(block.blocks)
            case Terms():
                for text in (block.label, *block.items):
                    yield from _unit(text)
            case List():
                yield from _list(block)


def _list(block: List) -> Iterator[Unit]:
    for number, item in enumerate(block.items, 1):
        if block.ordered:
            yield Unit((text_of(f"{number}", item.text.place),), optional=True)
        mark = f"{number}" if block.ordered else BULLET
        for text in (item.label, item.text):
            if text:
                yield Unit((text,), mark=mark)
                mark = ""
        yield from _blocks(item.blocks)
