"""A résumé and its letter in; the texts that they say, and its lists of bullets, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from typeset.lint.subject import Subject
from typeset.resume.blocks import Block, Body, List, Paragraph, Quote, Terms
from typeset.resume.model import SECTIONS, CustomItem, CustomSection, Dated, Highlight, Part
from typeset.resume.text import Text

_UNSAID = frozenset(["place", "x", "notes", "variants", "versions", "meta"])
_PROSE = frozenset(["text", "description", "note", "label"])


@dataclass(frozen=True, slots=True)
class Said:
    """A text, its language (BCP 47), and whether it is somebody's own words.

    Else it is a name: of a person, a firm, a place, a skill.
    """

    text: Text
    language: str
    is_prose: bool


@dataclass(frozen=True, slots=True)
class Bullet:
    """A point of a list, without what stands below it, and its language; `opens` where something does."""

    text: Text
    language: str
    label: Text | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, and the item with dates that it is about, if it is about one."""

    points: tuple[Bullet, ...]
    item: Dated | None = None


# Texts


def texts(subject: Subject) -> Iterator[Said]:
    """Yield every text that a reader sees, in the order of the model."""
    yield from _said(subject.resume, "", subject.language)
    if letter := subject.letter:
        yield from (Said(text, subject.reader, is_prose=False) for text in letter.recipient)
        lines = (letter.subject, letter.salutation, letter.closing)
        yield from (Said(text, subject.reader, is_prose=True) for text in (*lines, *in_blocks(letter.body)) if text)


def _said(value: Any, field: str, language: str) -> Iterator[Said]:
    match value:
        case Text():
            yield Said(value, value.language or language, field in _PROSE)
        case Body():
            yield from (Said(text, value.language or language, is_prose=True) for text in in_blocks(value.blocks))
        case Part():
            for each in fields(value):
                if each.name not in _UNSAID:
                    yield from _said(getattr(value, each.name), each.name, language)
        case tuple():
            for each in value:
                yield from _said(each, field, language)
        case _ if hasattr(value, "text"):
            yield from _said(value.text, "", language)


def strings(value: Any) -> Iterator[str]:
    """Yield what is no text but an address, a name of an account, or a file, wherever in a résumé."""
    match value:
        case str():
            yield value
        case Part():
            for each in fields(value):
                if each.name not in _UNSAID:
                    yield from strings(getattr(value, each.name))
        case tuple():
            for each in value:
                yield from strings(each)


def in_blocks(blocks: Iterable[Block]) -> Iterator[Text]:
    """Yield the texts of blocks."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Quote():
                yield from in_blocks(block.blocks)
            case Terms():
                yield from filter(None, (block.label, *block.items))
            case List():
                for item in block.items:
                    yield from filter(None, (item.label, item.text))
                    yield from in_blocks(item.blocks)


# Lists


def lists(subject: Subject) -> Iterator[Bullets]:
    """Yield every list of bullets; one below a bullet is a list of its own."""
    resume, language = subject.resume, subject.language
    yield from _of_body(resume.basics.summary, language, None)
    for section in SECTIONS:
        for item in getattr(resume, section):
            yield from _of_item(item, language)
    for own in resume.sections:
        yield from _of_section(own, language)


def _of_section(section: CustomSection, language: str) -> Iterator[Bullets]:
    points = [_bullet(item.text, item.label, language) for item in section.items if item.text]
    yield from _list(points, None)
    yield from _of_body(section.body, language, None)
    for item in section.items:
        yield from _of_item(item, language)


def _of_item(item: Any, language: str) -> Iterator[Bullets]:
    dated = item if isinstance(item, Dated) and not _is_bullet(item) else None
    yield from _highlights(getattr(item, "highlights", ()), language, dated)
    for name in ("summary", "body"):
        yield from _of_body(getattr(item, name, None), language, dated)
    for position in getattr(item, "positions", ()):
        yield from _of_item(position, language)


def _is_bullet(item: Dated) -> bool:
    return isinstance(item, CustomItem) and not item.title


def _highlights(found: tuple[Highlight, ...], language: str, item: Dated | None) -> Iterator[Bullets]:
    points = [
        _bullet(point.text or Text(()), point.label, language, bool(point.highlights or point.body))
        for point in found
        if point.text or point.label
    ]
    yield from _list(points, item)
    for point in found:
        yield from _highlights(point.highlights, language, item)
        yield from _of_body(point.body, language, item)


def _of_body(body: Body | None, language: str, item: Dated | None) -> Iterator[Bullets]:
    if body:
        yield from _in_blocks(body.blocks, body.language or language, item)


def _in_blocks(blocks: Iterable[Block], language: str, item: Dated | None) -> Iterator[Bullets]:
    for block in blocks:
        if isinstance(block, List):
            yield from _list([_bullet(it.text, it.label, language, bool(it.blocks)) for it in block.items], item)
            for point in block.items:
                yield from _in_blocks(point.blocks, language, item)


def _bullet(text: Text, label: Text | None, language: str, opens: bool = False) -> Bullet:
    return Bullet(text, text.language or language, label, opens)


def _list(points: list[Bullet], item: Dated | None) -> Iterator[Bullets]:
    if points:
        yield Bullets(tuple(points), item)
