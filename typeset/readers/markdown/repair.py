"""Markdown as people write it in, Markdown that a parser reads as they see it out: as many lines, each at its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from typeset.readers.draft.notes import Fate, Note
from typeset.source import Place, Source

_DEFINES = re.compile(r"^( *)[:~]( +)(?=\S)")
_GLUED = re.compile(r"^(#{1,6})(?=[^\s#!\d])")
_BULLET = re.compile(r"^(\s*)[•▪▫‣◦●○∙·■□◆➢►▸]\s*(?=\S)")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_ATTRIBUTES = re.compile(r"\s*\{:?\s*[#.][^{}]*\}\s*$")
_LAYOUT = re.compile(
    r"^\s*(?:\{%[^{}]*%\}|\{:[^{}]*\}|\\(?:newpage|pagebreak|clearpage|noindent|[vh](?:space|fill|skip)\*?"
    r"(?:\{[^{}]*\})?)|:::+.*)\s*$"
)
_PICTURE = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=]+")
_TITLE_BLOCK = re.compile(r"^%\s+(?=\S)")


@dataclass(slots=True)
class _Repair:
    """The lines of a file, and what was done to them."""

    source: Source
    lines: list[str]
    notes: list[Note] = field(default_factory=list)

    def note(self, fate: Fate, message: str, number: int) -> None:
        written = self.source.line(number + 1)
        column = len(written) - len(written.lstrip()) + 1
        self.notes.append(Note(fate, message, Place(self.source, number + 1, column, max(1, len(written.strip())))))


def repaired(source: Source) -> tuple[Source, list[Note]]:
    """Return the text with its lines put right, and a note for each that a parser would have read otherwise."""
    repair = _Repair(source, source.text.replace("\f", "\n").expandtabs(4).split("\n")[: len(source.lines)])
    fenced = _fenced(repair.lines)
    for number, line in enumerate(repair.lines):
        if number not in fenced:
            for mend in _MENDS:
                line = mend(line, number, repair)
            repair.lines[number] = line
    _definitions(repair, fenced)
    return Source(source.name, "\n".join(repair.lines), source.data), repair.notes


def _fenced(lines: list[str]) -> set[int]:
    """Return the numbers of the lines that are code between fences."""
    inside, fence = set[int](), ""
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if fence:
            inside.add(number)
            if found and found[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif found:
            inside.add(number)
            fence = found[1]
    return inside


def _without_layout(line: str, number: int, repair: _Repair) -> str:
    if not _LAYOUT.match(line):
        return line
    repair.note(Fate.DROPPED, f"`{line.strip()}`, which is an instruction to another program", number)
    return ""


def _without_pictures(line: str, number: int, repair: _Repair) -> str:
    """Take out pictures that stand in the file itself; their descriptions stay."""
    if not _PICTURE.search(line):
        return line
    repair.note(Fate.DROPPED, "a picture in the file itself; save it beside the content and name it as `image`", number)
    return _PICTURE.sub("data:", line)


def _with_title(line: str, number: int, repair: _Repair) -> str:
    """Make headings and lines of pandoc's title block, which stands at the very top."""
    if not _TITLE_BLOCK.match(line) or not all(map(_TITLE_BLOCK.match, repair.source.lines[:number])):
        return line
    return _TITLE_BLOCK.sub("# " if not number else "", line) + "  "


def _with_space(line: str, number: int, repair: _Repair) -> str:
    if not _GLUED.match(line):
        return line
    repair.note(Fate.REPAIRED, "a heading whose `#` touches its words", number)
    return _GLUED.sub(r"\1 ", line)


def _with_bullet(line: str, number: int, repair: _Repair) -> str:
    if not _BULLET.match(line):
        return line
    repair.note(Fate.REPAIRED, "a bullet that Markdown does not know", number)
    return _BULLET.sub(r"\1- ", line)


def _without_attributes(line: str, number: int, repair: _Repair) -> str:
    """Take pandoc's attributes off a heading; they name it for links and style sheets."""
    below = repair.lines[number + 1] if number + 1 < len(repair.lines) else ""
    is_heading = line.lstrip().startswith("#") or (line.strip() and re.fullmatch(r"(?:=+|-+)\s*", below))
    return _ATTRIBUTES.sub("", line) if is_heading else line


_MENDS: tuple[Callable[[str, int, _Repair], str], ...] = (
    _without_layout,
    _without_pictures,
    _with_title,
    _with_space,
    _with_bullet,
    _without_attributes,
)


def _definitions(repair: _Repair, fenced: set[int]) -> None:
    """Let a definition begin no farther right than what stands below it, so that it is below it.

    `:    text` with five columns before the text and a list at four is what pandoc of 2014 read as one definition, and
    what every parser of today reads as a definition and a block of code.
    """
    number = 0
    while number < len(repair.lines):
        found = _DEFINES.match(repair.lines[number]) if number not in fenced else None
        if not found:
            number += 1
            continue
        end = _end(repair.lines, number, len(found[1]))
        starts = _starts(repair.lines, number + 1, end)
        column = min((_indent(repair.lines[start]) for start in starts), default=found.end())
        if len(found[1]) + 2 <= column < found.end():
            short = next(start for start in starts if _indent(repair.lines[start]) < found.end())
            repair.note(Fate.REPAIRED, "indented less than its definition: read as a part of it", short)
            spaces = " " * (column - len(found[1]) - 1)
            repair.lines[number] = f"{found[1]}:{spaces}{repair.lines[number][found.end() :]}"
        number += 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _end(lines: list[str], start: int, indent: int) -> int:
    """Return the number of the line after a definition: the next one, or what is not indented after a blank line."""
    for number in range(start + 1, len(lines)):
        is_new = lines[number].strip() and not lines[number - 1].strip() and _indent(lines[number]) <= indent
        if is_new or _DEFINES.match(lines[number]):
            return number
    return len(lines)


def _starts(lines: list[str], start: int, end: int) -> list[int]:
    """Return the numbers of the lines that begin a block after a blank line."""
    return [number for number in range(start, end) if lines[number].strip() and not lines[number - 1].strip()]
