"""A line of text with what its looks tell, for every reader that has nothing but lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from typeset.readers.draft.dates import periods
from typeset.source import Place

_BULLET = re.compile(
    r"(?P<mark>[-–—*•▪◦●○■□‣⁃·»►➢✓✔❖➤⦁\u25aa\u2013]|\((?:\d{1,2}|[a-z])\)|\d{1,2}[.)])(?:\s+|$)(?=\S|$)"
)
_RULE = re.compile(r"\W*(?:[-=_*~─━–—•.]\s?){4,}\W*")
_RULED = re.compile(r"(?P<words>\S.*?)\s*[-=_─━–—]{4,}")
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?|(?:[a-z\d-]+\.){1,3}[a-z]{2,}/\S+")
_ENDING = re.compile(r"[.!?:;。！？：][\"'”’»)\]*]*$")


@dataclass(frozen=True, slots=True)
class Row:
    """One line.

    `text` has no white space around it, and may hold the marks that `lines.marks` reads. `indent` counts columns;
    `gap` tells that an empty line or more stands before. `heading` is what a rule or the size of the type say, `fills`
    whether the next word had no room at its end; both are None where nothing tells.
    """

    text: str
    place: Place
    indent: int = 0
    gap: bool = False
    heading: bool | None = None
    fills: bool | None = None

    @property
    def bullet(self) -> re.Match[str] | None:
        """What begins a point of a list; a number is one only when more follows, and no day of a month."""
        found = _BULLET.match(self.text)
        is_day = found and found["mark"].endswith(".") and any(not start for _, _, (start, _) in periods(self.text))
        return None if is_day else found

    @property
    def is_numbered(self) -> bool:
        """Whether its mark counts."""
        found = self.bullet
        return bool(found and re.search(r"[\da-z]", found["mark"]))

    @property
    def content(self) -> str:
        """What it says, behind the mark of a list."""
        found = self.bullet
        return self.text[found.end() :] if found else self.text

    @property
    def is_rule(self) -> bool:
        """Whether it only draws a line."""
        return bool(_RULE.fullmatch(self.text))

    @property
    def is_address(self) -> bool:
        """Whether it is the address of a page, and nothing else."""
        return bool(_ADDRESS.fullmatch(self.text))

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends with it."""
        return bool(_ENDING.search(self.text))

    def unruled(self) -> Row:
        """Return a heading without the line that is drawn behind it."""
        found = _RULED.fullmatch(self.text)
        return replace(self, text=found["words"], heading=True) if found else self
