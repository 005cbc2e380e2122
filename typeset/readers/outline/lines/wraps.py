"""Which line goes on in the next: lines in, texts joined over the ends of lines and of pages out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from typeset.readers.outline.lines.row import Row

_LONG = 120
"""Characters of a line that no editor or page wrapped."""

_GOING_ON = re.compile(
    r"(?:^|\s)(?:a|an|the|and|or|of|for|to|in|on|at|by|with|from|as|that|which|this|into|per|via|über|und|oder|der|die|das|"
    r"des|dem|den|mit|von|für|zu|im|et|ou|de|du|des|la|le|les|à|en|y|o|el|los|las|con|para|por|our|my|their|its|his|her)$|"
    r"[,&]$|\s/$",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"[^\W\d_]{2,}[-\u00ad\u2010]$")
_COMPOUND = re.compile(r"(?:\w-\w+|\b[A-Z]{2,})-$")
"""What ends a line within a compound, which is broken at its own hyphens only: "peer-to-", "JMX-"."""
_SECOND_HALVES = (
    "based",
    "driven",
    "oriented",
    "aware",
    "specific",
    "friendly",
    "free",
    "like",
    "level",
    "time",
    "wide",
)
"""What stands behind a hyphen in compounds, and is the end of no broken word."""
_LABEL = re.compile(r"\*{0,2}[A-Z][\w &/-]{2,40}:\*{0,2} \S")


@dataclass(frozen=True)
class Wraps:
    """How the lines of a whole text are wrapped."""

    rows: tuple[Row, ...]

    @cached_property
    def width(self) -> int:
        """The column that lines are wrapped at; 0 where most are as long as what they say."""
        lengths = sorted(row.indent + len(row.text) for row in self.rows if len(row.text) > 30)
        if not lengths or sum(length > _LONG + 30 for length in lengths) > len(lengths) / 8:
            return 0
        return lengths[int(len(lengths) * 0.92)]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the text, to tell a broken word from a compound."""
        return frozenset(word for row in self.rows for word in re.findall(r"[\w-]+", row.text.casefold()))

    @cached_property
    def has_gaps(self) -> bool:
        """Whether empty lines, or room between lines, tell what stands apart."""
        return any(row.gap for row in self.rows)

    def goes_on(self, before: str, row: Row, last: Row) -> bool:
        """Whether a text that has come to `last` goes on in `row`."""
        if row.bullet or row.is_rule or row.heading or last.is_address or row.is_address:
            return False
        if last.ends_sentence and _LABEL.match(row.text):
            return False
        begins_small = bool(re.match(r"[\"'“(*]*[a-zà-öø-ÿа-яα-ω]", row.text)) or row.text[:1] in ",;.)&"
        if begins_small:
            return not re.search(r"[.!?][\"”)]*$", before) or bool(re.search(r"(?:e\.g|i\.e|etc|vs|al)\.$", before))
        if _GOING_ON.search(before) or _HYPHEN.search(before):
            return True
        if row.gap:
            return False
        if last.fills is not None:
            return last.fills
        return bool(self.width) and self._is_full(row, last) and not (last.ends_sentence and last.text.endswith(":"))

    def _is_full(self, row: Row, last: Row) -> bool:
        length = last.indent + len(last.text)
        word = row.text.split(maxsplit=1)[0] if row.text else ""
        slack = 0.97 if last.ends_sentence else 0.9
        return length > 40 and length + 1 + len(word) > self.width * slack

    def joined(self, before: str, row: Row) -> str:
        """Return a text with a row behind it; a word that a hyphen broke is whole again."""
        if not self.is_broken(before, row):
            return (
                f"{before} {row.text}"
                if not before.endswith(("-", "\u00ad")) or row.text[:1].isupper()
                else before + row.text
            )
        return before[:-1] + row.text

    def is_broken(self, before: str, row: Row) -> bool:
        """Whether the end of a line broke a word, and no compound that stands elsewhere with its hyphen."""
        if not _HYPHEN.search(before) or not row.text[:1].islower():
            return False
        if _COMPOUND.search(before) or re.match(r"\w+-\w", row.text):
            return False
        first = re.findall(r"[\w-]+$", before[:-1])
        rest = re.match(r"[\w-]+", row.text)
        halves = [first[0].casefold(), rest[0].casefold()] if first and rest else []
        if halves and (self.words.issuperset(halves) or halves[1] in _SECOND_HALVES):
            return "".join(halves) in self.words
        compound = "-".join(halves)
        return not (before.endswith("-") and compound in self.words and compound.replace("-", "") not in self.words)
