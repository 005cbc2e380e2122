"""How large a CV in Markdown may be: ten times the largest known, so that no file takes long to read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from typeset.source import Fault, Faults, Place, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

LONGEST = 150_000
"""Characters of a file."""
MOST_LINES = 6_000
LONGEST_WORD = 2_000
MOST_BLOCKS = 1_500
"""Paragraphs, points, headings and cells."""
LONGEST_BLOCK = 10_000
MOST_MARKS = 5_000
"""Characters of a file that Markdown looks at twice."""
MOST_MARKS_OF_BLOCK = 150
MOST_OPEN = 12
"""Brackets of a paragraph that are never closed: each is tried as the beginning of a link, to its end."""

_MARKS = re.compile(r"[*_`<!\[\]&\\]|://|@")
_LONG = re.compile(rf"[^\s\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]{{{LONGEST_WORD + 1},}}")


def check_text(source: Source) -> None:
    """Raise `Faults` for a file that is longer than any CV, or has a word that no one wrote."""
    lines = source.text.count("\n") + 1
    if len(source.text) > LONGEST:
        _refuse(f"the file has {len(source.text):,} characters; of Markdown {LONGEST:,} are read at most", source, 1)
    if lines > MOST_LINES:
        _refuse(f"the file has {lines:,} lines; of Markdown {MOST_LINES:,} are read at most", source, 1)
    if found := _LONG.search(source.text):
        line = source.text.count("\n", 0, found.start()) + 1
        _refuse(f"a word has more than {LONGEST_WORD:,} characters", source, line)


def check_tokens(tokens: Sequence[Token], source: Source, offset: int) -> None:
    """Raise `Faults` for more blocks, and for more marks in them, than any CV has.

    `tokens` are those of blocks, of a text that begins after line `offset`.
    """
    blocks = marks = 0
    for token in tokens:
        if token.nesting > 0 or token.type in ("fence", "code_block"):
            continue
        line = offset + (token.map[0] if token.map else 0) + 1
        blocks += token.type in ("inline", "html_block")
        here = sum(1 for _ in _MARKS.finditer(token.content))
        marks += here
        is_open = token.content.count("[") - token.content.count("]") > MOST_OPEN
        if blocks > MOST_BLOCKS:
            _refuse(f"the file has more than {MOST_BLOCKS:,} paragraphs, points and headings", source, line)
        if len(token.content) > LONGEST_BLOCK:
            _refuse(f"a paragraph has more than {LONGEST_BLOCK:,} characters", source, line)
        if marks > MOST_MARKS or here > MOST_MARKS_OF_BLOCK or is_open:
            _refuse("there are more marks of Markdown than words could need", source, line)


def _refuse(message: str, source: Source, line: int) -> None:
    raise Faults([Fault(message, Place(source, line, 1))])
