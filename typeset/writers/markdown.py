"""Document in, Markdown as GitHub reads it out: for a README or a profile page. No HTML, nothing but the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from typeset.document.shapes import (
    Block,
    Contact,
    Entry,
    Group,
    Letter,
    List,
    ListItem,
    Masthead,
    Paragraph,
    Part,
    Prose,
    Quote,
    Run,
    Section,
    Text,
)
from typeset.resume.markdown import Dialect, blocks, inline, labelled, listed
from typeset.writers import Manuscript

_DOT = " · "
_LAST_SIGNS = re.compile(r"(?<= )#+$")
_FEW = 2


def write(manuscript: Manuscript) -> bytes:
    """Return the text in UTF-8, ending in one line feed; a theme has no say in it."""
    document = manuscript.document
    chunks = [*_masthead(document.masthead), *(_letter(document.letter) if document.letter else ())]
    for section in document.sections:
        chunks += _section(section)
    return ("\n\n".join(chunk for chunk in chunks if chunk) + "\n").encode()


def _masthead(masthead: Masthead) -> Iterator[str]:
    yield _heading(1, masthead.name)
    if masthead.label:
        yield _line(_strong(masthead.label))
    yield _line(listed(map(_contact, masthead.contacts), _DOT))


def _letter(letter: Letter) -> Iterator[str]:
    """Yield a letter's paragraphs; lines that belong together end in a hard break."""
    yield _together(letter.recipient)
    yield _together(text for text in (letter.reference, letter.date.text) if text)
    if letter.subject:
        yield _heading(2, letter.subject)
    if letter.salutation:
        yield _line(letter.salutation)
    yield _blocks(letter.body)
    yield _line(letter.closing)
    yield _line(letter.name)
    if letter.enclosed:
        yield _line(_strong(letter.enclosed))
        yield _blocks([List(tuple(ListItem(text) for text in letter.enclosures))])


def _together(lines: Iterable[Text]) -> str:
    """Return lines of one paragraph."""
    runs = [run for line in lines for run in (*line.runs, Run("\n"))]
    return _line(Text(tuple(runs[:-1])))


def _contact(contact: Contact) -> Text:
    return Text((*contact.text.runs, *_in_brackets(contact.note)))


def _in_brackets(note: Text | None) -> tuple[Run, ...]:
    return (Run(" ("), *note.runs, Run(")")) if note else ()


def _section(section: Section) -> Iterator[str]:
    yield _heading(2, section.title)
    is_short = all(_is_short(part) for part in section.parts if isinstance(part, Entry))
    for is_point, parts in groupby(section.parts, lambda part: _is_point(part, is_short)):
        if is_point:
            yield _blocks([List(tuple(point for part in parts for point in _points(part)))])
        else:
            for part in parts:
                yield from _part(part)


def _is_short(entry: Entry) -> bool:
    """Whether an entry can be a point of a list: a few lines, such as a publication's or an award's."""
    below = entry.body
    return (
        not (entry.entries or entry.remark) and len(below) < _FEW and not any(isinstance(each, List) for each in below)
    )


def _is_point(part: Part, is_short: bool) -> bool:
    match part:
        case Group():
            return bool(part.label)
        case Entry():
            return is_short
        case Prose():
            return all(isinstance(block, List) and not block.ordered for block in part.blocks)


def _part(part: Part) -> Iterator[str]:
    match part:
        case Entry():
            yield from _entry(part, 3)
        case Group():
            yield _line(listed(part.items))
            yield _blocks(part.body)
        case Prose():
            yield _blocks(part.blocks)


# Entries


def _entry(entry: Entry, level: int) -> Iterator[str]:
    """Yield what the entry is called, a line on where and when, and what there is to say."""
    names = [text for text in (entry.title, entry.organization) if text]
    period = entry.period.text if entry.period else None
    facts = [text for text in (entry.subtitle, entry.place, period, entry.remark) if text]
    if names:
        yield _heading(level, listed(names, _DOT))
    if facts:
        yield _line(_emphasized(listed(facts, _DOT)))
    if entry.lead:
        yield _line(entry.lead)
    yield _blocks(entry.body)
    yield _line(listed(entry.links, _DOT))
    for nested in entry.entries:
        yield from _entry(nested, level + 1)


# Points


def _points(part: Part) -> tuple[ListItem, ...]:
    match part:
        case Group():
            return (_group_point(part),)
        case Entry():
            return (_entry_point(part),)
        case Prose():
            return tuple(item for block in part.blocks if isinstance(block, List) for item in block.items)


def _group_point(group: Group) -> ListItem:
    """Return a label and what belongs to it: terms on its line or, where there are none, the first paragraph."""
    label = Text((*_runs(group.label), *_in_brackets(group.note)))
    items, body = listed(group.items), group.body
    if not items and body and isinstance(body[0], Paragraph):
        items, body = body[0].text, body[1:]
    return ListItem(labelled(label, items), blocks=body)


def _entry_point(entry: Entry) -> ListItem:
    period = entry.period.text if entry.period else None
    title = _strong(entry.title) if entry.title else None
    head = [text for text in (title, entry.subtitle, entry.organization, entry.place, period) if text]
    below: list[Block] = [*([Paragraph(entry.lead)] if entry.lead else []), *entry.body]
    if not below:
        return ListItem(listed([listed(head), *entry.links], _DOT))
    links = listed(entry.links, _DOT)
    if links and isinstance(below[-1], Quote):
        below.append(Paragraph(links))
    elif links and isinstance(below[-1], Paragraph):
        below[-1] = Paragraph(listed([below[-1].text, links], _DOT))
    elif links:
        below.append(Paragraph(links))
    return ListItem(listed(head), blocks=tuple(below))


# Lines


def _heading(level: int, text: Text) -> str:
    said = inline(_on_one_line(text), Dialect.GITHUB)
    return f"{'#' * level} {_LAST_SIGNS.sub(lambda found: chr(92) + found[0], said)}"


def _line(text: Text) -> str:
    return inline(text, Dialect.GITHUB)


def _blocks(body: Iterable[Block]) -> str:
    return blocks(body, Dialect.GITHUB)


def _runs(text: Text | None) -> tuple[Run, ...]:
    return text.runs if text else ()


def _on_one_line(text: Text) -> Text:
    return replace(text, runs=tuple(Run(" ") if run.text == "\n" else run for run in text.runs))


def _strong(text: Text) -> Text:
    return replace(text, runs=tuple(replace(run, strong=run.text != "\n") for run in text.runs))


def _emphasized(text: Text) -> Text:
    return replace(text, runs=tuple(replace(run, emphasis=run.text != "\n") for run in text.runs))
