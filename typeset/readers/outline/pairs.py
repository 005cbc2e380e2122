"""Blocks of a section of skills and the like in; the lines that name something, with what belongs to it, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from typeset.readers.outline.bodies import parted, plain, written
from typeset.readers.outline.pieces import Piece, piece_of
from typeset.readers.outline.shapes import Block, Line, List, Paragraph
from typeset.source import Scalar

COLON = re.compile(r"\s*[:：]\s+|：")
_COMMA = re.compile(r"[,，;；、]\s*")
_LONGEST_NAME = 60
LONGEST_KEYWORD = 60
MOST_KEYWORDS = 80
_MOST_WORDS = 3
"""Words of a keyword in a list that a full stop ends; with more it is a sentence."""
_LEVEL = re.compile(
    r"\s*\((expert|advanced|proficient|intermediate|beginner|basics?|novice|familiar|good|very good|excellent|master|"
    r"Expert(?:e|in)|fortgeschritten|gut|sehr gut|Grundkenntnisse|\d+\+? (?:years?|Jahre))\)",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:and|und|et|y|or|oder)\b|[a-z]+ing\b")
_SENTENCE = re.compile(r"[.!?。](?:\s|$)")


@dataclass(slots=True)
class Pair:
    """A line "Name: what belongs to it", and the blocks below it."""

    line: Scalar
    below: list[Block]


def grouped(blocks: Sequence[Block]) -> Iterator[Block | Pair]:
    """Yield blocks; what stands below a line that names something, up to the next such line, with that line."""
    pair: Pair | None = None
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        if isinstance(following, List) and isinstance(block, Paragraph) and _is_name(block):
            yield from [pair] if pair else []
            pair = Pair(block.lines[0].text, [])
        elif isinstance(block, Paragraph) and any(map(pair_of, said := parted(block.lines))):
            for row in said:
                if pair_of(row):
                    yield from [pair] if pair else []
                    pair = Pair(row, [])
                elif pair:
                    pair.below.append(Paragraph((Line(row, ends=True),)))
                else:
                    yield Paragraph((Line(row, ends=True),))
        elif pair and not (isinstance(block, Paragraph) and all(map(is_list, parted(block.lines)))):
            pair.below.append(block)
        else:
            yield from [pair] if pair else []
            pair = None
            yield block
    yield from [pair] if pair else []


def _is_name(block: Paragraph) -> bool:
    """Whether a paragraph is a few words in bold, and nothing else."""
    runs = piece_of(block.lines[0].text).runs
    is_bold = len(block.lines) == 1 and all(run.strong for run in runs if run.text.strip())
    return is_bold and len(plain(block.lines[0].text)) <= _LONGEST_NAME


def pair_of(line: Scalar) -> tuple[Piece, Piece] | None:
    """Return the halves of "Name: what belongs to it", or of the same with the name in bold and no colon."""
    piece = piece_of(line)
    found = COLON.search(piece.plain)
    if found and 0 < found.start() <= _LONGEST_NAME and not piece.plain.endswith((":", "：")):
        return piece.cut(0, found.start()), _after(piece, found.end())
    bold = len("".join(run.text for run in takewhile(lambda run: run.strong, piece.runs)))
    level = _LEVEL.match(piece.plain, bold)
    rest = _after(piece, level.end() if level else bold)
    is_one = not any(run.strong for run in rest.runs) and not re.match(r"[^\w“\"„]", rest.plain.strip() or "-")
    if not 0 < bold <= _LONGEST_NAME or not is_one or _AND.match(rest.plain):
        return None
    return piece.cut(0, level.end() if level else bold), rest


def and_level(name: Piece, kind: str) -> tuple[Piece, Scalar | None]:
    """Return a skill without what is said in brackets about how well it is known, and that."""
    found = _LEVEL.search(name.plain) if kind == "skills" else None
    if not found:
        return name, None
    return name.cut(0, found.start()), written(name.cut(found.start(1), found.end(1)))


def is_list(line: Scalar) -> bool:
    """Whether a line is a few words with commas between them, and no sentence."""
    piece = piece_of(line)
    return is_list_of_keywords(piece, keywords(piece))


def is_list_of_keywords(piece: Piece, words: list[Piece]) -> bool:
    """Whether the `words` that commas part in a piece are keywords: each short, and all of them no sentence."""
    is_sentence = bool(_SENTENCE.search(piece.plain.rstrip(" .")))
    is_sentence |= piece.plain.rstrip().endswith(".") and any(len(word.plain.split()) > _MOST_WORDS for word in words)
    return bool(words) and not is_sentence and all(len(word.plain) <= LONGEST_KEYWORD for word in words)


def keywords(piece: Piece) -> list[Piece]:
    """Return what the commas of a piece part, outside of brackets; the piece itself where they are too many."""
    made, start = [], 0
    if piece.plain.count(",") > MOST_KEYWORDS:
        return [piece]
    for found in _COMMA.finditer(piece.plain):
        if piece.plain.count("(", 0, found.start()) == piece.plain.count(")", 0, found.start()):
            made.append(piece.cut(start, found.start()))
            start = found.end()
    return [word for word in (*made, piece.cut(start)) if word]


def _after(piece: Piece, start: int) -> Piece:
    return Piece(piece.cut(start).runs, piece.place)
