"""A text as it was pasted in, its headings, points and paragraphs out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.coverage.posting.blocks import Block, Kind
from typeset.source.place import Source

_POINT = re.compile(r"\s*(?:[-*•·–—‣▪◦●○■➢✓✔]|\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_RULE = re.compile(r"\s*[=\-_*~]{3,}\s*")
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:.!?\n]{1,38}):\s+(?=\S)")
_ENDS_A_SENTENCE = (".", "!", "?", ",", ";")
_LONGEST_HEADING = 60
_MOST_HEADING_WORDS = 7


@dataclass(slots=True)
class _Gathered:
    """A block as its lines come in."""

    kind: Kind
    lines: list[str]
    first: int


def blocks(source: Source) -> list[Block]:
    """Return the blocks of a text; a label at the start of a paragraph ("Requirements: …") is its heading."""
    lines = source.lines
    found: list[_Gathered] = []
    is_open = False
    for number, line in enumerate(lines, 1):
        if not line.strip() or _RULE.fullmatch(line):
            is_open = False
        elif point := _POINT.match(line):
            found.append(_Gathered(Kind.POINT, [" " * point.end() + line[point.end() :]], number))
            is_open = True
        elif _is_heading(lines, number - 1, is_first=not found):
            found.append(_Gathered(Kind.HEADING if found else Kind.TITLE, [line], number))
            is_open = False
        elif is_open:
            found[-1].lines.append(line)
        else:
            found.append(_Gathered(Kind.TEXT, [line], number))
            is_open = True
    return [block for each in found for block in labelled(Block(each.kind, "\n".join(each.lines), each.first))]


def labelled(block: Block) -> list[Block]:
    """Return a paragraph as the heading that it begins with and the rest, or alone."""
    label = _LABEL.match(block.text) if block.kind is Kind.TEXT else None
    if not label or len(label["label"].split()) > _MOST_HEADING_WORDS:
        return [block]
    return [Block(Kind.HEADING, label["label"], block.line), Block(Kind.TEXT, block.text[label.end() :], block.line)]


def _is_heading(lines: list[str], index: int, *, is_first: bool) -> bool:
    """Whether a line stands alone, short, without the end of a sentence; or ends in a colon."""
    line = lines[index].strip()
    before = lines[index - 1].strip() if index else ""
    after = lines[index + 1] if index + 1 < len(lines) else ""
    if len(line) > _LONGEST_HEADING or len(line.split()) > _MOST_HEADING_WORDS + is_first * 3:
        return False
    if line.endswith(":"):
        return True
    is_apart = not before or bool(_RULE.fullmatch(before))
    has_room = not after.strip() or bool(_POINT.match(after)) or bool(_RULE.fullmatch(after)) or line.isupper()
    return is_apart and has_room and not line.endswith(_ENDS_A_SENTENCE)
