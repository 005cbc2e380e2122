"""What every kind of advertisement comes to: blocks of text in their order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a block is: the title of the job, a heading, a point of a list, or running text."""

    TITLE = auto()
    HEADING = auto()
    POINT = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """Text whose lines stand in the file from `line` on, one after the other."""

    kind: Kind
    text: str
    line: int
