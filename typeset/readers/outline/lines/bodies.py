"""Passages in, the blocks of an outline out: paragraphs, lists with what belongs to their points, quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from typeset.readers.draft.notes import Fate, Note
from typeset.readers.outline.lines.labels import Labelled, labels
from typeset.readers.outline.lines.marks import plain, scalar
from typeset.readers.outline.lines.texts import Passage
from typeset.readers.outline.shapes import Block, Item, Line, List, Paragraph, Quote
from typeset.source import Place, Scalar

_LONGEST_LINE = 90


@dataclass(slots=True)
class _Point:
    """A point that gathers what stands below it."""

    passage: Passage
    points: list[_Point] = field(default_factory=list)
    quotes: list[Passage] = field(default_factory=list)


def blocks(passages: Sequence[Passage], notes: list[Note] | None) -> tuple[Block, ...]:
    """Return passages as blocks; labels that no mark tells go to `notes` as guesses, and are not looked for without."""
    made: list[Block] = []
    points: list[_Point] = []
    lines: list[Passage] = []

    def end_list() -> None:
        if points:
            made.append(_list(points, notes))
            points.clear()

    def end_lines() -> None:
        if lines:
            made.append(Paragraph(tuple(Line(_scalar(line), ends=True) for line in lines)))
            lines.clear()

    for passage in passages:
        if passage.is_point:
            end_lines()
            if (
                points
                and points[-1].passage.first.is_numbered != passage.first.is_numbered
                and not _deeper(points, passage)
            ):
                end_list()
            _add(points, passage)
        elif points and _belongs(points, passage):
            _last(points).quotes.append(passage)
        else:
            end_list()
            if passage.first.gap or not _is_short(passage) or (lines and not _is_short(lines[-1])):
                end_lines()
            lines.append(passage)
    end_list()
    end_lines()
    return tuple(made)


def _is_short(passage: Passage) -> bool:
    return len(passage.text) <= _LONGEST_LINE and not passage.last.ends_sentence


def _belongs(points: list[_Point], passage: Passage) -> bool:
    """Whether what stands below a point is its own: somebody's words after a colon, or what is set farther in."""
    last = _last(points).passage
    if passage.is_quoted and (last.text.rstrip().endswith(":") or passage.first.indent > last.first.indent):
        return True
    return passage.first.indent > last.first.indent + 1


def _deeper(points: list[_Point], passage: Passage) -> bool:
    return passage.first.indent > points[-1].passage.first.indent + 1


def _last(points: list[_Point]) -> _Point:
    point = points[-1]
    while point.points:
        point = point.points[-1]
    return point


def _add(points: list[_Point], passage: Passage) -> None:
    """Put a point below the last one that stands less far in, or beside it."""
    if points and _deeper(points, passage):
        _add(points[-1].points, passage)
    else:
        points.append(_Point(passage))


def _list(points: Sequence[_Point], notes: list[Note] | None) -> List:
    found = labels([point.passage.text for point in points]) if notes is not None else [None] * len(points)
    items = [_item(point, label, notes) for point, label in zip(points, found, strict=True)]
    return List(tuple(items), ordered=points[0].passage.first.is_numbered)


def _item(point: _Point, label: Labelled | None, notes: list[Note] | None) -> Item:
    text, place = point.passage.text, point.passage.first.place
    if label:
        if label.guessed and notes is not None:
            notes.append(Note(Fate.GUESSED, f"“{plain(label.label)}” is the label of a point", place))
        text = f"**{plain(label.label).replace('*', '')}:** {text[label.start :]}"
    return Item((Line(scalar(text, place)),), tuple(_below(point, notes)))


def _below(point: _Point, notes: list[Note] | None) -> Iterator[Block]:
    for passage in point.quotes:
        paragraph = Paragraph((Line(_scalar(passage)),))
        yield Quote((paragraph,)) if passage.is_quoted else paragraph
    if point.points:
        yield _list(point.points, notes)


def _scalar(passage: Passage) -> Scalar:
    place: Place = passage.first.place
    return scalar(passage.text, place)
