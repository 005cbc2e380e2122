"""A document in; each of its texts with what it is and what it stands together with, in order, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from typeset.document.shapes import (
    Block,
    Document,
    Entry,
    Group,
    List,
    Paragraph,
    Part,
    Prose,
    Quote,
    Section,
    Terms,
    Text,
)
from typeset.source import Place


class Role(Enum):
    """What a text is: the title of a section, the head of an entry, anything else."""

    HEADING = 1
    HEAD = 2
    BODY = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the document: its part (an entry or a group) and its block (a paragraph or an item), by numbers.

    `place` is where it is written, or else what stands with it, as with the label of a list of terms.
    """

    text: Text
    place: Place | None
    role: Role
    part: int
    block: int


def texts(document: Document) -> Iterator[Said]:
    """Yield every text of a document; head is what other things follow that it is the head of."""
    return _Walk().document(document)


class _Walk:
    """Goes through a document and counts its parts and blocks."""

    def __init__(self) -> None:
        self.part = 0
        self.block = 0

    def document(self, document: Document) -> Iterator[Said]:
        masthead, letter = document.masthead, document.letter
        contacts = (text for contact in masthead.contacts for text in (contact.text, contact.note))
        yield from self.texts((masthead.name, masthead.label, *contacts), Role.HEAD)
        if letter:
            yield from self.texts((letter.sender, *letter.recipient, letter.reference, letter.date.text), Role.HEAD)
            yield from self.texts((letter.subject, letter.salutation), Role.HEAD)
            self.part += 1
            yield from self.blocks(letter.body)
            yield from self.texts((letter.closing, letter.name))
            for text in (letter.enclosed, *letter.enclosures):
                yield from self.texts((text,))
        for section in document.sections:
            yield from self.section(section)

    def section(self, section: Section) -> Iterator[Said]:
        self.part += 1
        yield from self.texts((section.title,), Role.HEADING)
        for part in section.parts:
            yield from self.a_part(part)

    def a_part(self, part: Part) -> Iterator[Said]:
        self.part += 1
        match part:
            case Entry():
                yield from self.entry(part)
            case Group():
                yield from self.texts((part.label, part.note, *part.items))
                yield from self.blocks(part.body)
            case Prose():
                yield from self.blocks(part.blocks)

    def entry(self, entry: Entry) -> Iterator[Said]:
        period = entry.period.text if entry.period else None
        head = (entry.title, period, entry.subtitle, entry.organization, entry.place, entry.remark, entry.lead)
        has_more = entry.body or entry.links or entry.entries
        yield from self.texts(head, Role.HEAD if has_more else Role.BODY)
        yield from self.blocks(entry.body)
        yield from self.texts(entry.links)
        for nested in entry.entries:
            self.part += 1
            yield from self.entry(nested)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Said]:
        for block in blocks:
            match block:
                case Paragraph():
                    yield from self.texts((block.text,))
                case Quote():
                    yield from self.blocks(block.blocks)
                case Terms():
                    yield from self.texts((block.label, *block.items))
                case List():
                    for item in block.items:
                        yield from self.texts((item.label, item.text))
                        yield from self.blocks(item.blocks)

    def texts(self, texts: Iterable[Text | None], role: Role = Role.BODY) -> Iterator[Said]:
        self.block += 1
        found = [text for text in texts if text]
        near = next((text.place for text in found if text.place), None)
        for text in found:
            yield Said(text, text.place or near, role, self.part, self.block)
