"""Manuscript in, plain text out, for pasting into forms: nothing wrapped, one thing a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from typeset.document.inline import joined
from typeset.document.shapes import (
    Block,
    Contact,
    Entry,
    Group,
    Letter,
    List,
    Masthead,
    Paragraph,
    Part,
    Prose,
    Quote,
    Section,
    Terms,
    Text,
)
from typeset.resume.links import Url
from typeset.writers import Manuscript

INDENT = "  "


def write(manuscript: Manuscript) -> bytes:
    """Return the text in UTF-8, ending in one line feed; a theme has no say in it."""
    document = manuscript.document
    letter = _letter(document.letter) if document.letter else []
    chunks = [_masthead(document.masthead), *letter, *map(_section, document.sections)]
    return ("\n\n".join("\n".join(chunk) for chunk in chunks) + "\n").encode("utf-8")


def _masthead(masthead: Masthead) -> list[str]:
    return [_said(masthead.name), *_lines(masthead.label), *map(_contact, masthead.contacts)]


def _letter(letter: Letter) -> list[list[str]]:
    """Return a letter in chunks, without the address for a window, which is in the head already."""
    head = [*([_said(letter.reference)] if letter.reference else []), _said(letter.date.text)]
    first = [[*map(_said, letter.recipient)], head]
    said = [[*_lines(letter.subject)], [*_lines(letter.salutation)], *([*_blocks([block])] for block in letter.body)]
    end = [[_said(letter.closing)], [_said(letter.name)], [*_lines(letter.enclosed), *map(_said, letter.enclosures)]]
    return [chunk for chunk in (*first, *said, *end) if chunk]


def _contact(contact: Contact) -> str:
    return _said(contact.text) + (f" ({_said(contact.note)})" if contact.note else "")


def _section(section: Section) -> list[str]:
    lines = [_said(_in_capitals(section.title))]
    for number, part in enumerate(section.parts):
        if number and not (isinstance(part, Group) and not part.body):
            lines.append("")
        lines += _part(part)
    return lines


def _part(part: Part) -> Iterator[str]:
    match part:
        case Entry():
            yield from _entry(part)
        case Group():
            yield from _group(part)
        case Prose():
            yield from _blocks(part.blocks)


def _entry(entry: Entry) -> Iterator[str]:
    for text in (entry.title, entry.subtitle, joined([entry.organization, entry.place]), entry.remark):
        yield from _lines(text)
    if entry.period:
        yield _said(entry.period.text)
    yield from _lines(entry.lead)
    yield from _blocks(entry.body)
    for link in entry.links:
        yield _said(link)
    for nested in entry.entries:
        yield ""
        yield from _entry(nested)


def _group(group: Group) -> Iterator[str]:
    note = f" ({_said(group.note)})" if group.note else ""
    label = f"{_said(group.label)}{note}" if group.label else ""
    items = ", ".join(map(_said, group.items))
    yield ": ".join(part for part in (label, items) if part)
    yield from _blocks(group.body)


def _blocks(blocks: Iterable[Block], indent: str = "") -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield indent + _said(block.text)
            case Quote():
                yield from _blocks(block.blocks, indent)
            case Terms():
                label = f"{_said(block.label)}: " if block.label else ""
                yield indent + label + ", ".join(map(_said, block.items))
            case List():
                yield from _list(block, indent)


def _list(block: List, indent: str) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        mark = f"{number}." if block.ordered else "-"
        label = f"{_said(item.label)}: " if item.label else ""
        yield f"{indent}{mark} {label}{_said(item.text)}"
        yield from _blocks(item.blocks, indent + INDENT)


def _lines(text: Text | None) -> Iterator[str]:
    if text:
        yield _said(text)


def _in_capitals(text: Text) -> Text:
    """Return a text in capitals; the addresses it links to stay as they are."""
    return replace(text, runs=tuple(replace(run, text=run.text.upper()) for run in text.runs))


def _said(text: Text) -> str:
    """Return the characters on one line, with the address behind words that only link to it."""
    said = ""
    for number, run in enumerate(text.runs):
        said += run.text
        ends = number + 1 == len(text.runs) or text.runs[number + 1].link != run.link
        if (address := run.address) and ends and not _shows(said, address):
            said += f" <{address}>"
    return " ".join(said.split())


def _shows(said: str, address: Url) -> bool:
    bare = address.partition(":")[2].strip("/").removeprefix("www.")
    return said.rstrip("/").endswith(bare)
