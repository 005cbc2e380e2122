"""A value of the model in; its words on one line, or where it is written, out: to compare, not for pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from typeset.resume.blocks import Block, Body, List, Paragraph, Quote
from typeset.resume.dates import DateText, Present
from typeset.resume.fields import described
from typeset.resume.markdown import blocks, inline
from typeset.resume.model import CustomItem, Highlight, Item, Part, Profile
from typeset.resume.text import Text
from typeset.source import Place, place_of


def said(value: Any, *, marked: bool = False) -> str:
    """Return the words of a value, in Markdown if `marked`; of what has keys or members, with commas between."""
    match value:
        case Item():
            return _named(value, marked)
        case Part():
            return _joined((getattr(value, known.name) for known in described(type(value)).values()), marked)
        case Text():
            return inline(value) if marked else value.plain
        case Body():
            return blocks(value.blocks) if marked else " ".join(texts_of(value.blocks))
        case DateText():
            return said(value.text, marked=marked)
        case Present():
            return "present"
        case tuple():
            return _joined(value, marked)
    return "" if value is None else str(value)


def keyed(part: Part | None) -> str:
    """Return what stands under each key of a part, with the key: "max 2"."""
    fields = described(type(part)).items() if part else ()
    pairs = ((key, said(getattr(part, known.name))) for key, known in fields)
    return ", ".join(f"{key} {value}" for key, value in pairs if value)


def texts_of(found: Iterable[Block]) -> Iterator[str]:
    """Yield the plain texts of blocks."""
    for block in found:
        match block:
            case Paragraph():
                yield block.text.plain
            case Quote():
                yield from texts_of(block.blocks)
            case List():
                for item in block.items:
                    yield from (item.text.plain, *texts_of(item.blocks))


def _named(item: Item, marked: bool) -> str:
    """Return what an item is called; of a bullet, all that it says."""
    parts = [said(getattr(item, name), marked=marked) for name in item.naming]
    match item:
        case Highlight() | CustomItem():
            return ": ".join(filter(None, parts))
        case Profile() if item.url:
            return item.url
    return ", ".join(filter(None, parts))


def _joined(values: Iterable[Any], marked: bool) -> str:
    return ", ".join(filter(None, (said(value, marked=marked) for value in values)))


def place(value: Any) -> Place | None:
    """Return where a value is written: its own place, or that of the first thing in it that has one."""
    match value:
        case str():
            return place_of(value)
        case Body():
            return next((place(block.text) for block in value.blocks if isinstance(block, Paragraph)), None)
        case tuple():
            return next(map(place, value), None)
    return getattr(value, "place", None)
