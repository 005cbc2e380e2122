"""BibTeX text in; its entries with the place of every value out, and what could not be read.

The grammar is BibTeX's own ("Designing BibTeX Styles", O. Patashnik, 1988), and forgiving: an entry that does not
end is told of, and the next one is looked for at the beginning of a line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

from typeset.readers.draft.descriptions import LONGEST
from typeset.readers.draft.notes import Fate, Note
from typeset.source import Fault, Faults, Place, Scalar, Source

Fields = list[tuple[str, Scalar]]

MOST = 3_000
"""Entries of a file."""

_MOST_FIELDS = 300

_ENTRY = re.compile(r"@[ \t]*(\w+)\s*([{(])")
_NEXT = re.compile(r"^[ \t]*@[ \t]*\w+\s*[{(]", re.MULTILINE)
_SPACE = re.compile(r"\s*")
_KEY = re.compile(r"[^\s,{}()\"=#%]*[^\s,{}\"=#%]*")
_NAME = re.compile(r"([^\s,{}()\"=#%@]+)\s*=\s*")
_BARE = re.compile(r"[^\s,{}()\"=#%]+")
_DELIMITER = re.compile(r"[{}]|^[ \t]*@[ \t]*\w+\s*[{(]", re.MULTILINE)
_QUOTE = re.compile(r"[{}\"]|^[ \t]*@[ \t]*\w+\s*[{(]", re.MULTILINE)

_MONTHS = "january february march april may june july august september october november december"
MONTHS = {name[:3]: name for name in _MONTHS.split()}
"""What every style file defines (`jan` is `January`)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One `@kind{key, fields}`; kind and names of fields in small letters, values without their delimiters."""

    kind: Scalar
    key: Scalar
    fields: Fields


class _Damaged(Exception):
    """Where an entry could not be read, and why."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def scan(source: Source) -> tuple[list[Entry], list[Note]]:
    """Return the entries of a file, and a note for each damaged one and for what is none.

    Raises `Faults` for more than `MOST` of them, damaged ones included.
    """
    scanner = _Scanner(source, source.text)
    found: list[Entry] = []
    for entry in scanner.entries():
        found.append(entry)
        scanner.bound(len(found))
    return found, scanner.notes


@dataclass(slots=True)
class _Scanner:
    """Each method takes the offset where its part starts and returns it with the offset where it ends."""

    source: Source
    text: str
    notes: list[Note] = field(default_factory=list)
    macros: dict[str, str] = field(default_factory=lambda: dict(MONTHS))
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def bound(self, entries: int) -> None:
        """Raise `Faults` for more than a person can have written."""
        if entries + len(self.notes) > MOST:
            message = f"more than {MOST:,} entries, or as many that cannot be read"
            raise Faults([Fault(message, Place(self.source, 1, 1))])

    def place(self, offset: int, length: int = 1) -> Place:
        line = bisect_right(self.starts, offset)
        return Place(self.source, line, offset - self.starts[line - 1] + 1, length)

    def entries(self) -> Iterator[Entry]:
        at, outside = 0, list[Place]()
        while match := _ENTRY.search(self.text, at):
            outside += self.comments(at, match.start())
            kind = Scalar(match[1].lower(), self.place(match.start(1), len(match[1])))
            try:
                entry, at = self.block(kind, match.end(), ")" if match[2] == "(" else "}")
            except _Damaged as damage:
                message = f"`@{match[1]}` on line {kind.place.line}, which cannot be read: {damage}"
                self.notes.append(Note(Fate.DROPPED, message, self.place(damage.at)))
                self.bound(0)
                following = _NEXT.search(self.text, max(match.end(), damage.at))
                at = following.start() if following else len(self.text)
            else:
                if entry:
                    yield entry
        outside += self.comments(at, len(self.text))
        if outside:
            self.notes.append(Note(Fate.DROPPED, "what stands between the entries: remarks to BibTeX", outside[0]))

    def comments(self, start: int, end: int) -> list[Place]:
        said = re.compile(r"[^\s%][^\n]*").search(self.text, start, end)
        return [self.place(said.start())] if said else []

    def block(self, kind: Scalar, at: int, closing: str) -> tuple[Entry | None, int]:
        if kind.text in ("comment", "preamble"):
            end = self.braced(at) if closing == "}" else self.text.find(")", at) + 1 or len(self.text)
            self.notes.append(Note(Fate.DROPPED, f"`@{kind.text}`, which is no entry", kind.place))
            return None, end
        if kind.text == "string":
            fields, at = self.fields(self.skip(at), closing)
            self.macros |= {name: value.text for name, value in fields}
            self.bound(len(self.macros))
            return None, at
        start = self.skip(at)
        end = _end(_KEY, self.text, start)
        key = Scalar(self.text[start:end], self.place(start, max(1, end - start)))
        at = self.skip(end)
        if self.text[at : at + 1] == ",":
            at = self.skip(at + 1)
        elif self.text[at : at + 1] != closing:
            self.fail("a comma must stand behind its key", at)
        fields, at = self.fields(at, closing)
        return Entry(kind, key, fields), at

    def fields(self, at: int, closing: str) -> tuple[Fields, int]:
        found: Fields = []
        while self.text[at : at + 1] != closing:
            name = _NAME.match(self.text, at)
            if not name:
                self.fail(f"`name = value` must stand here, or `{closing}`", at)
            value, at = self.value(name.end())
            found.append((name[1].lower(), value))
            if len(found) > _MOST_FIELDS:
                self.fail(f"it has more than {_MOST_FIELDS} fields", at)
            at = self.skip(at)
            if self.text[at : at + 1] == ",":
                at = self.skip(at + 1)
            elif self.text[at : at + 1] != closing:
                self.fail(f"a comma or `{closing}` must stand behind `{name[1]}`", at)
        return found, at + 1

    def value(self, at: int) -> tuple[Scalar, int]:
        """Return a value; `#` joins its parts."""
        parts: list[str] = []
        size = 0
        place = self.place(at)
        while True:
            part, at = self.part(at)
            parts.append(part)
            size += len(part)
            if size > LONGEST:
                self.fail(f"a value has more than {LONGEST:,} characters", at)
            following = self.skip(at)
            if self.text[following : following + 1] != "#":
                return Scalar("".join(parts).strip(), place), at
            at = self.skip(following + 1)

    def part(self, at: int) -> tuple[str, int]:
        match self.text[at : at + 1]:
            case "{":
                end = self.braced(at + 1)
                return self.text[at + 1 : end - 1], end
            case '"':
                end = self.quoted(at + 1)
                return self.text[at + 1 : end - 1], end
        if not (bare := _BARE.match(self.text, at)):
            self.fail("a value must stand here", at)
        return self.meant(bare[0], at), bare.end()

    def meant(self, bare: str, at: int) -> str:
        """Return a number as it is, and what a name stands for."""
        if bare.isdigit():
            return bare
        if bare.lower() in self.macros:
            return self.macros[bare.lower()]
        self.bound(0)
        self.notes.append(Note(Fate.GUESSED, f"`{bare}`, which no `@string` defines, means itself", self.place(at)))
        return bare

    def braced(self, at: int) -> int:
        return self.delimited(_DELIMITER, "}", at)

    def quoted(self, at: int) -> int:
        return self.delimited(_QUOTE, '"', at)

    def delimited(self, marks: re.Pattern[str], closing: str, at: int) -> int:
        """Return the offset behind the mark that closes; braces between must balance."""
        depth = 0
        for mark in marks.finditer(self.text, at):
            if mark[0] == closing and not depth:
                return mark.end()
            if mark[0] in "{}":
                depth += 1 if mark[0] == "{" else -1
                if depth < 0:
                    self.fail(f"a brace closes where `{closing}` must stand", mark.start())
            elif len(mark[0]) > 1:
                self.fail(f"the next entry begins where `{closing}` must stand", mark.start())
        return self.fail(f"the file ends where `{closing}` must stand", len(self.text))

    def skip(self, at: int) -> int:
        return _end(_SPACE, self.text, at)

    def fail(self, message: str, at: int) -> NoReturn:
        raise _Damaged(message, at)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
