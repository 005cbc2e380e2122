"""A line of an entry's head in; pieces of it that keep their styles, their links and their place out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from typeset.resume.markdown import inline
from typeset.resume.text import Run, Text, parse
from typeset.source import Place, Scalar
from typeset.source.place import NOWHERE

_PUNCTUATION = " \t\n,;:·|•–—―-"
_LISTING = re.compile(r"\t+|\s{3,}|\s*[|·•▪◦]\s*")
_DASH = re.compile(r"\s+(?:[-–—―]|--)\s+")
_COMMA = re.compile(r",\s+|，\s*|、")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line. `plain` is what it says, without marks."""

    runs: tuple[Run, ...]
    place: Place

    @property
    def plain(self) -> str:
        """The characters alone, as long as the runs are."""
        return "".join(run.text for run in self.runs)

    def __bool__(self) -> bool:
        return bool(self.plain.strip(_PUNCTUATION + "()[].*"))

    @property
    def link(self) -> str | None:
        """The one address that all of it leads to."""
        links = {run.link for run in self.runs if run.text.strip()}
        return links.pop() if len(links) == 1 else None

    @property
    def is_styled(self) -> bool:
        """Whether all of it is strong or emphasised."""
        return all(run.strong or run.emphasis for run in self.runs if run.text.strip())

    def cut(self, start: int, end: int | None = None) -> Piece:
        """Return the characters from `start` to `end`, without what only separates them from others."""
        plain = self.plain
        end = len(plain) if end is None else end
        while start < end and plain[start] in _PUNCTUATION:
            start += 1
        while end > start and plain[end - 1] in _PUNCTUATION:
            end -= 1
        place = self.place.at(plain[start : start + 16]) if start else self.place
        return Piece(tuple(_between(self.runs, start, end)), place)

    def bare(self) -> Piece:
        """Return it without brackets or a full stop around it, where they only end a line."""
        made = self.cut(0)
        plain = made.plain
        if plain[:1] == "(" and plain[-1:] == ")" and plain.count("(") == 1:
            return made.cut(1, len(plain) - 1)
        if plain.endswith(".") and not re.search(r"(?:\b\w|\b[A-Z][a-z]{0,4})\.$", plain):
            return made.cut(0, len(plain) - 1)
        return made

    def node(self) -> Scalar:
        """Return it as Markdown; a style or a link of all of it belongs to the head and not to the words."""
        runs = self.runs
        if self.is_styled:
            strong = all(run.strong for run in runs if run.text.strip())
            runs = tuple(
                replace(run, strong=run.strong and not strong, emphasis=run.emphasis and strong) for run in runs
            )
            if Piece(runs, self.place).is_styled:
                runs = tuple(replace(run, strong=False, emphasis=False) for run in runs)
        if self.link:
            runs = tuple(replace(run, link=None) for run in runs)
        return Scalar(inline(Text(runs)), self.place)

    @property
    def is_listed(self) -> bool:
        """Whether signs that stand in no sentence part it: "|", "·", tabs, wide gaps."""
        return len(self._parted(_LISTING)) > 1

    def cells(self, *, dashes: bool = True) -> list[Piece]:
        """Return what "|", "·", tabs and wide gaps part, or else, with `dashes`, " - "; nothing within brackets."""
        made = self._parted(_LISTING)
        return self._parted(_DASH) if dashes and len(made) < 2 else made

    def commas(self) -> list[Piece]:
        """Return what its commas part, itself at least; what a comma only joins on, ", Inc.", stays with the name."""
        return self._parted(_COMMA) or [self]

    def after_commas(self, count: int) -> Piece:
        """Return what stands behind the first `count` parts that commas make."""
        ends = self._ends(_COMMA)
        return self.cut(ends[count][0]) if count < len(ends) else Piece((), self.place)

    def _ends(self, separator: re.Pattern[str]) -> list[tuple[int, int]]:
        plain, start = self.plain, 0
        made = []
        for found in separator.finditer(plain):
            joins = separator is _COMMA and _BELONGS.match(plain, found.end())
            if not joins and not is_within_brackets(plain, found.start()):
                made.append((start, found.start()))
                start = found.end()
        return [ends for ends in [*made, (start, len(plain))] if self.cut(*ends)]

    def _parted(self, separator: re.Pattern[str]) -> list[Piece]:
        return [self.cut(*ends) for ends in self._ends(separator)]

    def styled_and_rest(self) -> list[Piece]:
        """Return the styled words that it begins with, and what a comma parts from them; itself where it is not so."""
        styled = len("".join(run.text for run in takewhile(lambda run: run.strong or run.emphasis, self.runs)))
        is_parted = 0 < styled < len(self.plain) and _COMMA.match(self.plain, styled)
        return [self.cut(0, styled), self.cut(styled)] if is_parted else [self]

    def styles(self) -> list[Piece]:
        """Return what changes of style part: a plain piece, an emphasised one, a plain one."""
        made, start, at = [], 0, 0
        for before, run in zip(self.runs, self.runs[1:], strict=False):
            at += len(before.text)
            differs = (before.strong, before.emphasis) != (run.strong, run.emphasis)
            if differs and before.text.strip() and run.text.strip():
                made.append(self.cut(start, at))
                start = at
        return [piece for piece in (*made, self.cut(start)) if piece]


_BELONGS = re.compile(
    r"(?:Inc|Ltd|LLC|L\.L\.C|LLP|Corp|Co|Cie|PLC|plc|GmbH|AG|KG|SE|SA|S\.A|SAS|S\.L|SL|B\.V|BV|N\.V|AB|AS|A/S|Oy|"
    r"Limited|Jr|Sr|Ph\.?D|MD|MBA)\b\.?"
)


def piece_of(line: Scalar) -> Piece:
    """Return a whole line; its hard breaks are wide gaps."""
    runs = tuple(replace(run, text="   ") if run.text == "\n" else run for run in runs_of(line.text))
    return Piece(runs, line.place)


@lru_cache(maxsize=4096)
def runs_of(markdown: str) -> tuple[Run, ...]:
    """Return the runs of inline Markdown, which is asked for them many times."""
    return parse(markdown, NOWHERE)[0].runs


def is_within_brackets(text: str, at: int) -> bool:
    """Whether a bracket before `at` is still open there."""
    before = text[:at]
    return before.count("(") > before.count(")") or before.count("[") > before.count("]")


def _between(runs: tuple[Run, ...], start: int, end: int) -> list[Run]:
    made, at = [], 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        if text:
            made.append(replace(run, text=text))
        at += len(run.text)
    return made
