"""The blocks and entries of one section in, its items as content has them out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from typeset.readers.draft.dates import periods
from typeset.readers.draft.nodes import listed, mapped
from typeset.readers.draft.notes import Note
from typeset.readers.outline import labels, splitting, terms
from typeset.readers.outline.bodies import body, filled, joined, parted, place_of, plain, written
from typeset.readers.outline.heads import Head
from typeset.readers.outline.linking import linked_head
from typeset.readers.outline.pieces import piece_of
from typeset.readers.outline.shapes import Block, Entry, Line, List, Paragraph, Quote
from typeset.source import Key, Mapping, Node, Place, Scalar

_PLAIN = {"awards": "title", "certificates": "name", "publications": "name", "references": "name"}
"""Kinds whose items are a line or a paragraph each, with the key of their title."""

_SUPERVISOR = re.compile(
    r"(Advis[oe]r|Supervisor|Thesis advis[oe]r|Betreuer(?:in)?|Doktorvater|Directeur|Directrice|Director|Directora)"
    r"\s*[:：]\s*(?=\S)"
)
_LONGEST_SUPERVISOR = 120
_LONGEST_LINE = 120
_MOST_IN_NAME = 6


@dataclass(slots=True)
class Items:
    """The items of a section, blocks before them, words of its own for labels, and what was guessed."""

    nodes: list[Node] = field(default_factory=list)
    intro: tuple[Block, ...] = ()
    words: list[tuple[str, Scalar]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.nodes)


def items(kind: str, blocks: Sequence[Block], entries: Sequence[Entry]) -> Items:
    """Return the items of a section of a kind that the model knows; none when it holds something else."""
    if kind in terms.KINDS:
        nodes, intro = terms.terms(kind, blocks, entries)
        return Items(nodes, intro)
    found = Items()
    if kind in _PLAIN:
        first = _introduction(blocks, entries) if kind == "publications" else ()
        intro, more = _people(blocks) if kind == "references" else _each(blocks[len(first) :])
        found.intro = (*first, *intro)
        if any(_is_group(entry) for entry in entries):
            return Items()
    else:
        found.intro, split = splitting.entries(blocks)
        more = [*split]
    for entry in (*more, *entries):
        found.nodes += [_plain(kind, entry, found)] if kind in _PLAIN else _dated(kind, entry, found)
    return found


def own(kind: str | None, blocks: Sequence[Block], entries: Sequence[Entry]) -> Items:
    """Return what a section of the person's own holds: blocks, then entries with titles.

    `kind` is what its heading names; entries of publications and the like may be headings above several of them.
    """
    found = Items(intro=tuple(blocks))
    if kind in _PLAIN and any(map(_is_group, entries)):
        found.nodes = [node for entry in entries for node in _group(str(kind), entry, found)]
        return found
    start = labels.start(blocks) if not entries else len(blocks)
    if start < len(blocks):
        found.intro, entries = tuple(blocks[:start]), (Entry((), tuple(blocks[start:])),)
    elif not entries and any(isinstance(block, Paragraph) for block in blocks):
        found.intro, entries = splitting.entries(blocks, dated=True)
    for entry in entries:
        found.nodes += labels.labelled(entry) or _own(entry, found)
    return found


# Entries with dates


def _dated(kind: str, entry: Entry, found: Items) -> list[Node]:
    """Return an entry as one item; with entries of its own as one with positions, or as several."""
    entry = splitting.promoted(entry)
    intro, below = (entry.blocks, entry.entries) if entry.entries else splitting.entries(entry.blocks, dated=True)
    if below and not entry.entries and not _are_roles(below):
        intro, below = entry.blocks, ()
    made = linked_head(entry.head, kind)
    fields = _ended(made)
    blocks = _with_rest(made, intro)
    positions = None
    if kind == "work" and below:
        if "position" in fields and "name" not in fields:
            fields["name"] = fields.pop("position")
        if "position" not in fields:
            positions = listed((_position(inner, found) for inner in below), _place(below[0]))
            below = ()
    found.notes += made.notes
    if kind == "education":
        blocks = _without_supervisor(blocks, fields, found)
    filled_in = [*fields.items(), ("positions", positions), *filled(blocks)]
    others = [node for inner in below for node in _dated(kind, inner, found)]
    whole = [(key, value) for key, value in filled_in if value]
    return [*([mapped(whole, _place(entry))] if whole else []), *others]


def _ended(made: Head) -> dict[str, Node]:
    """Return the fields of a head; one date in words, "Summer 2011", is when it ended: a start would go on."""
    fields = dict(made.fields)
    start = fields.get("startDate")
    if isinstance(start, Scalar) and "endDate" not in fields and not start.text[:1].isdigit():
        fields = {("endDate" if key == "startDate" else key): value for key, value in fields.items()}
    return fields


def _are_roles(entries: Sequence[Entry]) -> bool:
    return all(entry.head for entry in entries)


def _position(entry: Entry, found: Items) -> Node:
    """Return one of several roles at one employer."""
    entry = splitting.promoted(entry)
    made = linked_head(entry.head, "work")
    found.notes += made.notes
    fields = _ended(made)
    if "position" not in fields and "name" in fields:
        fields["position"] = fields.pop("name")
    elif "name" in fields:  # what a role alone would have for an employer
        fields["location" if "department" in fields else "department"] = fields.pop("name")
    below = [block for inner in entry.entries for block in flat(inner)]
    return mapped([*fields.items(), *filled((*_with_rest(made, entry.blocks), *below))], _place(entry))


def _without_supervisor(blocks: Sequence[Block], fields: dict[str, Node], found: Items) -> tuple[Block, ...]:
    """Return blocks without "Advisor: Jane Doe.", which is kept."""
    kept = []
    for block in blocks:
        piece = piece_of(joined(block.lines)) if isinstance(block, Paragraph) else None
        told = _SUPERVISOR.match(piece.plain) if piece else None
        is_one = piece and told and len(piece.plain) <= _LONGEST_SUPERVISOR and "supervisor" not in fields
        if not (piece and told and is_one):
            kept.append(block)
            continue
        fields["supervisor"] = written(piece.cut(told.end()).bare())
        if told[1] != "Supervisor":
            found.words.append(("supervisor", Scalar(told[1], piece.place)))
    return tuple(kept)


# Items of a line or a paragraph


def _each(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], list[Entry]]:
    """Return every paragraph and every point of a list as an entry; other blocks belong to the one before."""
    intro: list[Block] = []
    found: list[Entry] = []
    for block in blocks:
        match block:
            case List(points):
                found += (Entry((joined(item.lines),), item.blocks) for item in points if item.lines)
            case Paragraph(lines):
                dates = [line.text for line in lines[:1] if len(lines) > 1 and splitting.is_dates(line.text)]
                rest = parted(lines[len(dates) :])
                blocks_below = (Paragraph(tuple(Line(line, ends=True) for line in rest[1:])),) if rest[1:] else ()
                found.append(Entry((*dates, rest[0]), blocks_below))
            case _ if found:
                found[-1] = Entry(found[-1].head, (*found[-1].blocks, block))
            case _:
                intro.append(block)
    return tuple(intro), found


def _introduction(blocks: Sequence[Block], entries: Sequence[Entry]) -> tuple[Block, ...]:
    """Return a first paragraph that says not when, where others do: it is about them all."""
    match blocks:
        case (Paragraph((line,)) as first, *others):
            dated = bool(entries) or any(
                isinstance(block, Paragraph) and splitting.has_dates(block) for block in others
            )
            is_sentence = _ends(line.text) and not periods(plain(line.text)) and len(plain(line.text)) < _LONGEST_LINE
            return (first,) if dated and is_sentence and not re.search(r"[\"“„]", plain(line.text)) else ()
    return ()


def _people(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], list[Entry]]:
    """Return people and what they say, each from the line of one style that names them; else as `_each` does."""
    if not blocks or not _is_name(blocks[0]):
        return _each(blocks)
    made: list[Entry] = []
    for block in blocks:
        if isinstance(block, Paragraph) and _is_name(block):
            name, *rest = block.lines
            count = 1 if rest and len(plain(rest[0].text)) <= _LONGEST_SUPERVISOR and not _ends(rest[0].text) else 0
            head = (name.text, *(line.text for line in rest[:count]))
            made.append(Entry(head, (Paragraph(tuple(rest[count:])),) if rest[count:] else ()))
        else:
            made[-1] = Entry(made[-1].head, (*made[-1].blocks, block))
    return (), made


def _ends(line: Scalar) -> bool:
    return plain(line).endswith((".", "!", "?", ":"))


def _is_name(block: Block) -> bool:
    """Whether a paragraph begins with a few words in one style, on a line of their own."""
    runs = piece_of(block.lines[0].text).styled_and_rest()[0].runs if isinstance(block, Paragraph) else ()
    words = "".join(run.text for run in runs)
    return bool(runs) and all(run.strong for run in runs if run.text.strip()) and len(words.split()) <= _MOST_IN_NAME


def _is_group(entry: Entry) -> bool:
    """Whether an entry is a heading above others: it says not when, and several things stand below it."""
    says_when = any(periods(plain(line)) for line in entry.head)
    points = sum(len(block.items) if isinstance(block, List) else 1 for block in entry.blocks)
    return bool(entry.entries) or (not says_when and points > 1)


def _group(kind: str, entry: Entry, found: Items) -> list[Node]:
    """Return a heading above several things, and those, as entries of a section of the person's own."""
    titles = [mapped([("title", line)], line.place) for line in entry.head]
    intro, more = _each(entry.blocks)
    own_names = {_PLAIN[kind]: "title", "releaseDate": "date", "publisher": "organization"}
    own_names |= {"issuer": "organization", "awarder": "organization"}
    nodes = [_plain(kind, inner, found) for inner in (*more, *entry.entries)]
    renamed = [
        Mapping(tuple((Key(own_names.get(key.text, key.text), key.place), value) for key, value in node), node.place)
        for node in nodes
    ]
    return [*titles, *([mapped([("summary", body(intro))], _place(entry))] if intro else []), *renamed]


def _plain(kind: str, entry: Entry, found: Items) -> Mapping:
    made = linked_head(entry.head, kind)
    found.notes += made.notes
    fields = dict(made.fields)
    blocks = _with_rest(made, entry.blocks)
    text = "reference" if kind == "references" else "summary"
    match blocks:
        case (Quote(inner),) if kind == "references":
            blocks = inner
    return mapped([*fields.items(), (text, body(blocks))], _place(entry))


# Sections of the person's own


def _own(entry: Entry, found: Items) -> list[Node]:
    entry = splitting.promoted(entry)
    made = linked_head(entry.head, "sections")
    found.notes += made.notes
    node = mapped([*made.fields, *filled(_with_rest(made, entry.blocks))], _place(entry))
    return [node, *(inner for below in entry.entries for inner in _own(below, found))]


def flat(entry: Entry) -> tuple[Block, ...]:
    """Return an entry as blocks: its head as a paragraph."""
    first = (Paragraph(tuple(Line(line, ends=True) for line in entry.head)),) if entry.head else ()
    return (*first, *entry.blocks, *(block for inner in entry.entries for block in flat(inner)))


def _with_rest(made: Head, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks after what no field of a head could take."""
    rest = (Paragraph(tuple(Line(line, ends=True) for line in made.rest)),) if made.rest else ()
    return (*rest, *blocks)


def _place(entry: Entry) -> Place:
    return entry.head[0].place if entry.head else place_of(entry.blocks[0])
