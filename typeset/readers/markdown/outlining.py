"""The things of a Markdown file in, its outline out: which heading is the name, which are sections, which entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from typeset.readers.draft.headings import kind
from typeset.readers.markdown.parsing import Definition, Thing, Title
from typeset.readers.outline.bodies import joined, plain
from typeset.readers.outline.contact import Contact
from typeset.readers.outline.shapes import Block, Entry, Line, Outline, Paragraph, Quote, Section
from typeset.source import Place, Scalar

_LONGEST_HEADING = 60


def outlined(things: Sequence[Thing], place: Place, title: Scalar | None) -> Outline:
    """Return the outline of a file; `title` is a name that stood in its front matter."""
    things = _with_headings(things)
    name, things = _name(things)
    level = _level(things)
    start = next((at for at, thing in enumerate(things) if isinstance(thing, Title) and _begins(thing, level)), None)
    head = things if start is None else things[:start]
    front = tuple(block for thing in head for block in _blocks(thing))
    sections = _sections(things[len(head) :], level)
    front, sections = _with_footer(front, sections)
    return Outline(place, name or title, front, tuple(sections))


def _with_headings(things: Sequence[Thing]) -> Sequence[Thing]:
    """Return things with short strong lines made headings, where no heading names a section."""
    if any(isinstance(thing, Title) and kind(plain(joined(thing.lines))) for thing in things):
        return things
    return [_heading(thing) or thing for thing in things]


def _heading(thing: Thing) -> Title | None:
    """Return a line that is loud and names a section as its heading."""
    match thing:
        case Paragraph((line,)):
            words = plain(line.text)
            is_loud = line.text.text.startswith(("*", "_")) or words.isupper()
            if is_loud and len(words) <= _LONGEST_HEADING and kind(words):
                return Title(2, (line,))
    return None


def _name(things: Sequence[Thing]) -> tuple[Scalar | None, Sequence[Thing]]:
    """Return the first heading, if it names no section, and the rest; other lines of it stay the first paragraph."""
    at = next((at for at, thing in enumerate(things) if isinstance(thing, Title)), None)
    if at is None or not isinstance(title := things[at], Title) or kind(plain(joined(title.lines))):
        return None, things
    first, *more = title.lines
    below = [Paragraph(tuple(more))] if more else []
    return first.text, [*things[:at], *below, *things[at + 1 :]]


def _level(things: Sequence[Thing]) -> int:
    """Return the level of the headings of sections: that of the first whose words are known, else the highest."""
    titles = [thing for thing in things if isinstance(thing, Title)]
    known = next((title.level for title in titles if kind(plain(joined(title.lines)))), None)
    return known or min((title.level for title in titles), default=6)


def _begins(title: Title, level: int) -> bool:
    """Whether a heading begins the first section: a higher one above it says what the person is."""
    return title.level == level or kind(plain(joined(title.lines))) is not None


def _sections(things: Sequence[Thing], level: int) -> list[Section]:
    made: list[Section] = []
    for thing in things:
        if isinstance(thing, Title) and thing.level <= level:
            made.append(Section(joined(thing.lines), thing.level))
        elif isinstance(thing, Title):
            made[-1] = replace(made[-1], entries=_nested(made[-1].entries, thing, level + 1))
        elif isinstance(thing, Definition):
            entry = Entry(tuple(line.text for line in thing.term), thing.blocks)
            made[-1] = replace(made[-1], entries=(*made[-1].entries, entry))
        else:
            made[-1] = _with_block(made[-1], thing)
    return made


def _nested(entries: tuple[Entry, ...], title: Title, level: int) -> tuple[Entry, ...]:
    """Return entries with one more, below the last one where its heading is lower."""
    if entries and title.level > level:
        last = entries[-1]
        return (*entries[:-1], replace(last, entries=_nested(last.entries, title, level + 1)))
    return (*entries, Entry(tuple(line.text for line in title.lines)))


def _with_block(section: Section, block: Block) -> Section:
    if not section.entries:
        return replace(section, body=(*section.body, block))
    return replace(section, entries=(*section.entries[:-1], _below(section.entries[-1], block)))


def _below(entry: Entry, block: Block) -> Entry:
    if entry.entries:
        return replace(entry, entries=(*entry.entries[:-1], _below(entry.entries[-1], block)))
    return replace(entry, blocks=(*entry.blocks, block))


def _blocks(thing: Thing) -> tuple[Block, ...]:
    """Return a thing before the first section as blocks."""
    match thing:
        case Title(_, lines):
            return (Paragraph((Line(joined(lines), ends=True),)),)
        case Definition(term, blocks):
            return (Paragraph(term), *blocks) if term else blocks
        case block:
            return (block,)


def _with_footer(front: tuple[Block, ...], sections: list[Section]) -> tuple[tuple[Block, ...], list[Section]]:
    """Return the quotation that ends a file among the first lines, when it says how to reach the person."""
    if not sections:
        return front, sections
    last = sections[-1]
    if last.body and not last.entries and isinstance(quote := last.body[-1], Quote) and Contact().gather(quote):
        return (*front, quote), [*sections[:-1], replace(last, body=last.body[:-1])]
    return front, sections
