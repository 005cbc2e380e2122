"""The rule `brevity`: a point of a list is short."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from typeset.lint.subject import Subject
from typeset.lint.telling import advice
from typeset.lint.texts import Bullet, lists
from typeset.source.findings import Finding

LONGEST = 300
"""Characters that go into three lines: a line of the shipped themes holds about a hundred."""


def brevity(subject: Subject) -> Iterator[Finding]:
    """A point of a list has no more than 300 characters, which is three lines on most pages.

    A CV is first looked at for seconds, and a bullet that fills a paragraph is passed over whole. Characters are
    counted, not lines, since a theme decides how many go into one; Chinese, Japanese and Korean signs count twice, as
    they are twice as wide. Keep what was done and what came of it, move the circumstances into the `summary` of the
    entry, or make two points of it.
    """
    for found in lists(subject):
        for point in found.points:
            if (length := _length(point)) > LONGEST:
                message = f"this point has {length} characters, which is more than three lines on most pages"
                hint = "keep what was done and what came of it, or make two of it"
                yield advice("brevity", message, point.text.place, hint)


def _length(point: Bullet) -> int:
    said = f"{point.label.plain}: {point.text.plain}" if point.label else point.text.plain
    if len(said) * 2 <= LONGEST or said.isascii():
        return len(said)
    return len(said) + sum(unicodedata.east_asian_width(char) in "WF" for char in said)
