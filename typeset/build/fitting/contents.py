"""A document and its résumé in; what stands on the pages, in order, each piece with the item it belongs to, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from typeset.document.shapes import Block, Document, Entry, Group, List, Paragraph, Prose, Quote, Section, Terms, Text
from typeset.resume.blocks import Body
from typeset.resume.items import items
from typeset.resume.languages import in_language
from typeset.resume.model import Item, Part, Resume
from typeset.source import Place

HEADING, HEAD, BODY = "heading", "head", "body"
"""What a piece is: the title of a section, the head of an entry, anything else."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text, what it is, the path of what it belongs to, and the number of the entry that it is a part of."""

    text: str
    role: str
    path: str
    entry: int


def pieces(document: Document, resume: Resume) -> tuple[Piece, ...]:
    """Return all that a document says. `resume` is what it was arranged from."""
    return tuple(_Walk(_owners(in_language(resume, document.language))).document(document))


class _Walk:
    """Goes through a document and counts its entries. A text that no item owns belongs to what it stands in."""

    def __init__(self, owners: dict[tuple[object, ...], str]) -> None:
        self.owners = owners
        self.entry = 0

    def document(self, document: Document) -> Iterator[Piece]:
        masthead = document.masthead
        contacts = (text for contact in masthead.contacts for text in (contact.text, contact.note))
        yield from self.texts((masthead.name, masthead.label, *contacts), BODY, "basics")
        for section in document.sections:
            yield from self.section(section)

    def section(self, section: Section) -> Iterator[Piece]:
        self.entry += 1
        yield from self.texts((section.title,), HEADING, section.id)
        for part in section.parts:
            self.entry += 1
            match part:
                case Entry():
                    yield from self.an_entry(part, section.id)
                case Group():
                    path = _below(section.id, part.id)
                    yield from self.texts((part.label, part.note, *part.items), BODY, path)
                    yield from self.blocks(part.body, path)
                case Prose():
                    yield from self.blocks(part.blocks, section.id)

    def an_entry(self, entry: Entry, within: str) -> Iterator[Piece]:
        period = entry.period.text if entry.period else None
        head = (entry.title, period, entry.subtitle, entry.organization, entry.place, entry.remark, entry.lead)
        path = self.owner(entry.title or entry.organization, _below(within, entry.id))
        yield from self.texts(head, HEAD, path)
        yield from self.blocks(entry.body, path)
        yield from self.texts(entry.links, BODY, path)
        for nested in entry.entries:
            yield from self.an_entry(nested, path)

    def blocks(self, blocks: Iterable[Block], path: str) -> Iterator[Piece]:
        for block in blocks:
            match block:
                case Paragraph():
                    yield from self.texts((block.text,), BODY, path)
                case Quote():
                    yield from self.blocks(block.blocks, path)
                case Terms():
                    yield from self.texts((block.label, *block.items), BODY, path)
                case List():
                    for item in block.items:
                        mine = self.owner(item.label, self.owner(item.text, path))
                        yield from self.texts((item.label, item.text), BODY, mine)
                        yield from self.blocks(item.blocks, mine)

    def texts(self, texts: Iterable[Text | None], role: str, path: str) -> Iterator[Piece]:
        for text in texts:
            if text:
                yield Piece(text.plain, role, self.owner(text, path), self.entry)

    def owner(self, text: Text | None, otherwise: str) -> str:
        return self.owners.get(_key(text.place), otherwise) if text and text.place else otherwise


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if name else path


def _owners(resume: Resume) -> dict[tuple[object, ...], str]:
    """Return the path of the item in which a text is written, by the place of the text."""
    found = ((text.place, path) for path, item in items(resume) for text in _own(item))
    return {_key(place): path for place, path in reversed(list(found)) if place}


def _key(place: Place) -> tuple[object, ...]:
    return place.source.name, place.line, place.column


def _own(value: Any) -> Iterator[Text]:
    """Yield the texts of an item, without those of the items in it."""
    for field in fields(value):
        for found in _each(getattr(value, field.name)):
            match found:
                case Text():
                    yield found
                case Body():
                    yield from _in_blocks(found.blocks)
                case Part() if not isinstance(found, Item):
                    yield from _own(found)


def _in_blocks(blocks: Iterable[Block]) -> Iterator[Text]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Quote():
                yield from _in_blocks(block.blocks)
            case List():
                for item in block.items:
                    yield item.text
                    yield from _in_blocks(item.blocks)


def _each(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
