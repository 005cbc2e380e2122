"""Rows in; the rows before the first heading, and each heading with the rows below it, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from typeset.readers.draft.dates import periods
from typeset.readers.draft.headings import kind
from typeset.readers.outline.lines.marks import plain
from typeset.readers.outline.lines.row import Row

_LONGEST = 50
_LONGEST_UNKNOWN = 4
_OF_TERMS = ("skills", "languages", "interests")
_CONTACT = re.compile(r"@\w|\w/\w|https?:|\d{4}")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading without its decoration, and the rows below it."""

    heading: Row
    rows: tuple[Row, ...]

    @property
    def kind(self) -> str | None:
        """The section of content that the heading names; None for one of the person's own."""
        return kind(self.heading.text)


def parts(rows: Sequence[Row]) -> tuple[list[Row], list[Part]]:
    """Return the rows before the first heading, and the parts below the headings, in order.

    What a heading looks like is learnt from those whose words are known: a rule behind it or below it, large type,
    capitals, or nothing but its words.
    """
    rows = _without_rules(rows)
    looks = _looks(rows)
    front: list[Row] = []
    made: list[tuple[Row, list[Row]]] = []
    is_dated = False
    for number, row in enumerate(rows):
        is_closed = is_dated or (bool(made) and kind(made[-1][0].text) in _OF_TERMS)
        if _is_heading(rows, number, looks, is_dated=is_closed, is_front=not made):
            made.append((replace(row, text=plain(row.text).rstrip(" :")), []))
            is_dated = False
            continue
        (made[-1][1] if made else front).append(row)
        is_dated = is_dated or bool(periods(row.text))
    return front, [Part(heading, tuple(below)) for heading, below in made]


def _without_rules(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with what is underlined as headings, and without the lines that only draw."""
    made: list[Row] = []
    for row in rows:
        if not row.is_rule:
            made.append(row.unruled())
            continue
        below = made[-1] if made else None
        if below and not row.gap and abs(len(row.text) - len(below.text)) <= 3 and len(below.text) <= _LONGEST:
            made[-1] = replace(below, heading=True)
    return made


def _looks(rows: Sequence[Row]) -> str:
    """Return what tells headings apart in this text: "marked", "capitals" or "words"."""
    known = [row for row in rows if _could_be(row) and kind(plain(row.text))]
    if sum(row.heading is True for row in known) * 2 >= max(1, len(known)):
        return "marked"
    if sum(_is_capitals(row.text) for row in known) * 2 >= max(1, len(known)):
        return "capitals"
    return "words"


def _is_heading(rows: Sequence[Row], number: int, looks: str, *, is_dated: bool, is_front: bool) -> bool:
    row = rows[number]
    if row.heading is not None and looks == "marked":
        return row.heading and bool(row.text)
    if not number or not _could_be(row):
        return False
    is_known = bool(kind(plain(row.text)))
    stands_apart = row.gap or rows[number - 1].ends_sentence or not any(other.gap for other in rows)
    if looks == "marked":
        return row.heading is True
    if looks == "capitals":
        return _is_capitals(row.text) and (row.gap or (is_known and stands_apart))
    if is_known:
        return stands_apart and _begins_large(row)
    if is_dated:
        return False
    if not any(other.gap for other in rows):
        return _is_heading_without_gaps(rows, number, is_front=is_front)
    return not is_front and _is_unknown_heading(rows, number)


def _could_be(row: Row) -> bool:
    words = plain(row.text)
    return 2 < len(words) <= _LONGEST and not row.bullet and words[-1] not in ".,;!?" and not periods(words)


def _begins_large(row: Row) -> bool:
    first = plain(row.text)[:1]
    return first.isupper() or not first.isascii()


def _is_capitals(text: str) -> bool:
    letters = [sign for sign in plain(text) if sign.isalpha()]
    return len(letters) > 2 and all(sign.isupper() or not sign.islower() for sign in letters) and text.upper() == text


def _is_unknown_heading(rows: Sequence[Row], number: int) -> bool:
    """Whether a few words with capitals stand alone, and something other than a line like them follows."""
    row = rows[number]
    following = rows[number + 1] if number + 1 < len(rows) else None
    is_alone = row.gap and following is not None and following.gap
    return is_alone and _is_title(row) and bool(following and following.bullet)


def _is_heading_without_gaps(rows: Sequence[Row], number: int, *, is_front: bool) -> bool:
    """Whether a few words with capitals stand between a sentence and a list, or between addresses and a text."""
    before, row = rows[number - 1], rows[number]
    following = rows[number + 1] if number + 1 < len(rows) else row
    if is_front:
        return _is_title(row) and bool(_CONTACT.search(before.text)) and len(following.text) > _LONGEST
    return _is_title(row) and before.ends_sentence and bool(following.bullet)


def _is_title(row: Row) -> bool:
    words = plain(row.text).split()
    is_title = all(word[0].isupper() or len(word) < 4 for word in words) and words[0][0].isupper()
    return is_title and len(words) <= _LONGEST_UNKNOWN and not re.search(r"[()@:,|/\d]", row.text)
