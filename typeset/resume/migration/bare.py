"""A YAML file in; the lines that say something, without comments, and where comments and blank lines stand, out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.source import Source
from typeset.source.rewrite import comments
from typeset.source.yaml import spans


class Bare:
    """The bare lines of a file: their texts, the numbers of their own lines and of those in their gaps, all from 0.

    `gaps` has one more, for what stands below the last of them.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        found = list(comments(source))
        self.behind = {comment.line - 1: comment for comment in found if not comment.is_alone}
        self.alone = {comment.line - 1: comment for comment in found if comment.is_alone}
        self.numbers: list[int] = []
        self.gaps: list[list[int]] = [[]]
        inside = set(_inside_scalars(source))
        for number, line in enumerate(source.text.removesuffix("\n").split("\n")):
            if number in inside or (line.strip() and number not in self.alone):
                self.numbers.append(number)
                self.gaps.append([])
            else:
                self.gaps[-1].append(number)
        self.texts = [self._without_comment(number) for number in self.numbers]

    def _without_comment(self, number: int) -> str:
        line = self.source.lines[number]
        return line[: self.behind[number].column - 1].rstrip() if number in self.behind else line

    @property
    def text(self) -> str:
        """The bare lines as one text, which ends as the file does: a block scalar's last line may have no end."""
        is_cut_short = self.numbers[-1:] == [len(self.source.lines) - 1]
        return "\n".join(self.texts) + ("" if is_cut_short else "\n")

    @property
    def is_airy(self) -> bool:
        """Whether a blank line stands somewhere between keys at the top."""
        tops = filter(self.is_top, range(1, len(self.texts)))
        return any(not self.source.lines[number].strip() for at in tops for number in self.gaps[at])

    def is_top(self, at: int) -> bool:
        """Whether a bare line begins an entry at the top."""
        return is_top(self.texts[at])


def _inside_scalars(source: Source) -> Iterator[int]:
    """Yield the lines that a scalar takes up; blank ones at the end of a block scalar only where `+` keeps them."""
    for (first, start), (last, end), is_block in spans(source):
        numbers = list(range(first, last + 1 if end else max(last, first + 1)))
        keeps = is_block and re.match(r"[|>]\d?\+", source.lines[first][start:])
        while is_block and not keeps and not source.line(numbers[-1] + 1).strip():
            numbers.pop()
        yield from numbers


def is_top(line: str) -> bool:
    """Whether a line begins an entry at the top of a file."""
    return bool(line[:1].strip(" -"))
