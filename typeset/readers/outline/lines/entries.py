"""Rows of a section in; the rows before its first entry, and each entry's head and the rows below it, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from typeset.readers.draft.dates import moment, period, periods
from typeset.readers.outline.heads import head
from typeset.readers.outline.lines.marks import plain, scalar
from typeset.readers.outline.lines.row import Row
from typeset.readers.outline.lines.wraps import Wraps
from typeset.readers.outline.vocabulary import names_company, names_role, names_school
from typeset.readers.outline.when import DURATION
from typeset.source import Scalar

_LONGEST_HEAD = 100
_LONGEST_DATED = 170
_MOST_BEFORE = 3
_MOST_ABOVE = 2
"""Lines above the line with the date that a head has in a text that has no gaps."""
_MOST_WORDS = 10
"""Words of a head that a full stop may end."""
_LABELLED = re.compile(r"\*\*[^*]{1,40}\*\* {3,}\S")
_MOST_IN_UNIT = 3
_MOST_WORDS_OF_ROLE = 5
"""Words of a role that no word tells to be one."""
_NEEDED = {"work": ("position", "name"), "volunteer": ("position", "organization"), "education": ("institution",)}
_DETAILED = ("projects", "sections")
_ISSUED = ("awards", "certificates")
_NO_ENTRIES = ("summary", "contact", "languages")
_TERMS = ("skills", "interests")
_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|St|Dr|Jr|Sr|[A-Z])\.$")
_PLACE_AT_END = re.compile(r"\([^()]{2,60}\)\.?$")
_NOW = re.compile(r"(?:now|heute) [A-Z]")
_PARTING = tuple(",;:|·•–—-")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry's head and what stands below it."""

    head: tuple[Row, ...]
    rows: tuple[Row, ...]


def entries(rows: Sequence[Row], kind: str | None, wraps: Wraps) -> tuple[tuple[Row, ...], list[Found]]:
    """Return the rows before the first entry, and the entries, of a section; `kind` is None for the person's own."""
    if kind in _NO_ENTRIES or not rows:
        return tuple(rows), []
    finder = _Finder(tuple(rows), kind or "sections", wraps)
    heads = finder.heads()
    if not heads:
        return tuple(rows), []
    ends = [start for start, _ in heads[1:]] + [len(rows)]
    found = [Found(tuple(rows[a:b]), tuple(rows[b:end])) for (a, b), end in zip(heads, ends, strict=True)]
    return tuple(rows[: heads[0][0]]), found


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds heads among the rows of one section."""

    rows: tuple[Row, ...]
    kind: str
    wraps: Wraps

    def heads(self) -> list[tuple[int, int]]:
        """Return where each head begins, and where what is below it does."""
        if self.kind in _TERMS:
            return self.named()
        dated = [number for number in range(len(self.rows)) if self.is_dated(number)]
        lines = dated[0] if dated and not self.wraps.has_gaps and self.kind in _NEEDED else 0
        leads = bool(dated) and self.leads(dated)
        made: list[tuple[int, int]] = []
        above: tuple[int, int] = (0, 0)
        for number in dated:
            after = made[-1][1] if made else 0
            start = number if leads or self.begins_dated(number) else self.start(number, made)
            if made and 0 < lines <= _MOST_ABOVE and start == number:
                start = self.start_like_the_first(number, lines, after)
            is_remark = (
                start == number and _is_when(self.rows[number]) and not self.rows[number].gap and number and not leads
            )
            if number >= after and not is_remark:
                end = self.end(start, number + 1, leads=leads)
                is_inner = start == number and self.is_role_below(above, number)
                made.append((start, end + (is_inner and self.is_unit_and_place(end))))
                above = above if is_inner else made[-1]
        if leads and self.kind == "sections":
            made = sorted(made + self.labelled(made))
        if not leads and (self.kind not in _NEEDED or not dated):
            made = sorted(made + self.undated(made))
        return made

    def is_dated(self, number: int) -> bool:
        """Whether a row has a date where heads have theirs: at its beginning, at its end, or in brackets."""
        row = self.rows[number]
        words = plain(row.text)
        if row.bullet or len(words) > _LONGEST_DATED or (row.ends_sentence and len(words) > _LONGEST_HEAD):
            return False
        begins = self.begins_dated(number)
        before = self.rows[number - 1] if number else None
        is_year = not any(end for _, end, _ in periods(words)[:1])
        if before and not row.gap and (is_year or not begins) and self.wraps.goes_on(before.text, row, before):
            return False
        if row.ends_sentence and not begins:
            return any(words[start] in "([" for _, _, (start, _) in periods(words))
        return any(_is_in_place(words, end, span) for _, end, span in periods(words))

    def begins_dated(self, number: int) -> bool:
        """Whether a row begins with a date, and says more."""
        words = plain(self.rows[number].text)
        found = periods(words)
        if _is_when(self.rows[number]):
            return False
        rest = words[found[0][2][1] :].lstrip() if found else ""
        is_sentence = self.rows[number].ends_sentence and (len(words.split()) > _MOST_WORDS or rest[:1].islower())
        return bool(found) and found[0][2][0] < 2 and found[0][2][1] < len(words) - 2 and not is_sentence

    def leads(self, dated: Sequence[int]) -> bool:
        """Whether dates stand before what they date: on most rows, or alone on the first row of all."""
        if not dated[0] and _is_when(self.rows[0]):
            return True
        return sum(map(self.begins_dated, dated)) * 2 > len(dated)

    def start(self, number: int, made: Sequence[tuple[int, int]]) -> int:
        """Return the first of the lines that belong to the date on row `number`, behind the heads that are made."""
        after = made[-1][1] if made else 0
        if made and self.is_role_below(made[-1], number):
            return number
        first = number
        for earlier in range(number - 1, max(after, number - _MOST_BEFORE - 1) - 1, -1):
            is_apart = self.rows[earlier + 1].gap
            if (is_apart and not (_is_when(self.rows[number]) and first == number)) or not self.is_headlike(earlier):
                break
            first = earlier
        is_block = first in (0, number, after) or self.rows[first].gap
        return first if is_block or _is_when(self.rows[number]) else number

    def start_like_the_first(self, number: int, lines: int, after: int) -> int:
        """Return the first of as many lines above the date on row `number` as the section's first date has above it."""
        first = number - lines
        is_head = first > after - 1 and all(map(self.is_headlike, range(first, number)))
        before = self.rows[first - 1] if is_head else None
        goes_on = before and not before.ends_sentence and self.wraps.goes_on(before.text, self.rows[first], before)
        return first if is_head and not goes_on else number

    def is_role_below(self, above: tuple[int, int], number: int) -> bool:
        """Whether row `number` is a role whose employer is the head above it, with no role of its own."""
        row = self.rows[number]
        if self.kind != "work" or above == (0, 0) or row.gap or not names_role(plain(row.text)):
            return False
        made = dict(head(map(_line, self.rows[slice(*above)]), self.kind).fields)
        return "name" in made and "position" not in made

    def is_unit_and_place(self, number: int) -> bool:
        """Whether a row is a unit and a place, a comma between them: what a role below its employer has besides."""
        if number >= len(self.rows) or not self.is_headlike(number) or self.is_dated(number):
            return False
        parts = self.rows[number].text.split(", ")
        return len(parts) == 2 and all(part[:1].isalpha() and len(part.split()) <= _MOST_IN_UNIT for part in parts)

    def labelled(self, made: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return rows behind the first head that have a label where other rows have their dates."""
        taken = {number for start, end in made for number in range(start, end)}
        return [
            (number, number + 1)
            for number in range(made[0][0] if made else 0, len(self.rows))
            if number not in taken and self.rows[number].gap and _LABELLED.match(self.rows[number].text)
        ]

    def end(self, start: int, end: int, *, leads: bool) -> int:
        """Return where the head that has come to `end` ends: it goes on while something is missing."""
        while end < len(self.rows) and self.is_headlike(end) and not self.is_dated(end):
            text = plain(self.rows[end].text)
            is_own = (self.kind == "work" and bool(_NOW.match(text))) or text.startswith("http")
            if not is_own and not self.is_wanted(start, end, leads=leads):
                break
            end += 1
        return end

    def is_wanted(self, start: int, end: int, *, leads: bool) -> bool:
        """Whether a head lacks something that row `end` can be."""
        row = self.rows[end]
        words = plain(row.text)
        made = dict(head(map(_line, self.rows[start:end]), self.kind).fields)
        says = {"position", "name", "organization", "institution", "studyType", "area", "title"} & made.keys()
        if not says:
            return leads or not row.gap
        if self.kind not in _NEEDED:
            return end == start + 1 and not row.ends_sentence and self.is_detail(start, end, leads=leads)
        missing = [name for name in _NEEDED.get(self.kind, ()) if name not in made]
        if self.kind == "work" and self.is_titled(start, end):
            missing = ["name"]
        if missing == ["position"] and len(words.split()) > _MOST_WORDS_OF_ROLE and not names_role(words):
            return False
        looks = bool(_PLACE_AT_END.search(words)) or "   " in words or names_company(words) or names_school(words)
        if not missing and "location" not in made and _PLACE_AT_END.search(words):
            return True
        return bool(missing) and (looks or (leads and self.kind != "education")) and not row.ends_sentence

    def is_titled(self, start: int, end: int) -> bool:
        """Whether row `start` is a role with a comma, all in one style, and row `end` in two parts the rest."""
        found = re.match(r"\*+[^*]+, [^*]+\*+(?:   |$)", self.rows[start].text)
        return end == start + 1 and bool(found) and "   " in self.rows[end].text

    def is_detail(self, start: int, end: int, *, leads: bool) -> bool:
        """Whether row `end` says of whom and where what row `start` names: it has a wide gap, or a name or two."""
        text = self.rows[end].text
        if "   " in text:
            return self.kind in _DETAILED
        names = plain(text).split(", ")
        is_named = text[:1].isupper() and all(len(name.split()) <= _MOST_WORDS_OF_ROLE for name in names)
        is_short = (len(names) == 1 and self.kind in _ISSUED) or (len(names) == 2 and self.kind in _DETAILED)
        return leads and "**" in self.rows[start].text and is_named and is_short and "*" not in text

    def is_headlike(self, number: int) -> bool:
        """Whether a row could be a line of a head: short, no sentence, no point of a list."""
        row = self.rows[number]
        is_sentence = row.ends_sentence and not _ABBREVIATED.search(row.text) and not _PLACE_AT_END.search(row.text)
        return not row.bullet and not is_sentence and len(plain(row.text)) <= _LONGEST_HEAD

    def named(self) -> list[tuple[int, int]]:
        """Return heads of a section of terms: names with prose or lists below, and not lines that say both at once."""
        heads = self.undated(())
        told = [start for start, end in heads if end < len(self.rows) and not self.rows[end].gap]
        names = [self.rows[start].text for start in told]
        is_plain = sum(":" not in name and "   " not in name for name in names) * 2 > len(told)
        return heads if told and is_plain else []

    def undated(self, dated: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return heads without dates: the first line of a block of lines, where blocks are what entries are."""
        taken = {number for start, end in dated for number in range(start, end)}
        firsts = [number for number, row in enumerate(self.rows) if not number or row.gap]
        blocks = list(zip(firsts, [*firsts[1:], len(self.rows)], strict=True))
        heads = [
            (a, b) for a, b in blocks if a not in taken and self.is_headlike(a) and not self.rows[a].text.endswith(":")
        ]
        lone = [a for a, b in heads if b == a + 1]
        if not dated and len(heads) - len(lone) < 2:
            return []
        return [
            (a, self.end(a, a + 1, leads=False)) for a, b in heads if b > a + 1 or dated or len(lone) < len(heads) / 2
        ]


def _line(row: Row) -> Scalar:
    return scalar(row.text, row.place)


def _is_when(row: Row) -> bool:
    """Whether a row says when, and nothing else."""
    words = plain(row.text)
    if period(words) or moment(words):
        return True
    found = periods(words)
    rest = words[: found[0][2][0]] + words[found[0][2][1] :] if found else words
    return len(found) == 1 and len(DURATION.sub("", rest).strip()) < 3


def _is_in_place(words: str, end: str | None, span: tuple[int, int]) -> bool:
    start, stop = span
    before, after = words[:start].strip(" *_"), DURATION.sub("", words[stop:]).strip(" *_.")
    if words[start] in "([" and len(after) < 30:
        return True
    if before[-1:] in _PARTING and after[:1] in _PARTING:
        return True
    if not before:
        return bool(not after or end or not after[0].islower())
    return not after and (bool(end) or before[-1] in _PARTING or "   " in words[:start] or stop - start > 4)
