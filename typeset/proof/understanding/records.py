"""A document in; what a program that parses CVs keeps of one out: records, each with values and the texts below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from typeset.document.inline import joined
from typeset.document.shapes import (
    Block,
    Document,
    Entry,
    Group,
    List,
    Masthead,
    Paragraph,
    Part,
    Quote,
    Section,
    Terms,
)
from typeset.resume.text import Text

HEAD = "basics"
"""The name of the record of who it is."""


@dataclass(frozen=True, slots=True)
class Value:
    """Something a parser has a field for: what the page says, and the same in ISO 8601 where it is a time."""

    text: Text
    iso: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A head, a section, or something in one: its values by the names of their fields, and the texts below.

    `section` is the section's id and `kind`, the key of the content file that it comes from.
    """

    name: str
    section: str
    kind: str
    values: dict[str, Value]
    below: tuple[Text, ...] = ()


def records(document: Document) -> list[Record]:
    """Return the records of a document in reading order; a role has its employer as its own organisation."""
    return [_head(document.masthead), *(record for section in document.sections for record in _section(section))]


def _head(masthead: Masthead) -> Record:
    values = {"name": Value(masthead.name), **({"label": Value(masthead.label)} if masthead.label else {})}
    for contact in masthead.contacts:
        same = sum(name.partition(" ")[0] == contact.kind for name in values)
        values[f"{contact.kind} {same + 1}" if same else contact.kind] = Value(contact.text)
    return Record(HEAD, HEAD, HEAD, values)


def _section(section: Section) -> Iterator[Record]:
    yield Record(section.id, section.id, section.kind, {"heading": Value(section.title)}, tuple(_prose(section.parts)))
    for part in section.parts:
        if isinstance(part, Entry):
            yield from _entry(section, part, None)
        elif isinstance(part, Group):
            values = {"label": Value(part.label)} if part.label else {}
            items = {f"item {number}": Value(item) for number, item in enumerate(part.items, 1)}
            yield Record(_name(section, part.id), section.id, section.kind, values | items, tuple(_texts(part.body)))


def _entry(section: Section, entry: Entry, employer: Entry | None) -> Iterator[Record]:
    told = {
        "title": entry.title,
        "organization": entry.organization or (employer.organization if employer else None),
        "place": entry.place or (employer.place if employer else None),
    }
    values = {name: Value(text) for name, text in told.items() if text}
    if entry.period:
        values["dates"] = Value(entry.period.text, f"{entry.period.start}/{entry.period.end}")
    if not entry.entries:
        yield Record(_name(section, entry.id), section.id, section.kind, values, tuple(_texts(entry.body)))
    for role in entry.entries:
        yield from _entry(section, role, entry)


def _name(section: Section, item: str) -> str:
    return f"{section.id}.{item}" if item else section.id


def _prose(parts: Iterable[Part]) -> Iterator[Text]:
    for part in parts:
        if not isinstance(part, Entry | Group):
            yield from _texts(part.blocks)


def _texts(blocks: Iterable[Block]) -> Iterator[Text]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Quote():
                yield from _texts(block.blocks)
            case Terms():
                yield from block.items
            case List():
                for item in block.items:
                    yield joined([item.label, item.text], ": ") or item.text
                    yield from _texts(item.blocks)
