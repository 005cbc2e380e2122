"""The rule `duplicates`: nothing is said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from typeset.lint.subject import Subject
from typeset.lint.telling import advice
from typeset.lint.texts import lists
from typeset.resume.text import Text
from typeset.source.findings import Finding

FEWEST = 4
"""Words from which a point says something of its own."""
LIKE = 0.85
"""The share of words in their order that two points have in common when they say the same."""
_WORD = re.compile(r"[^\W_]+(?:['’.+#-][^\W_]+)*[+#]*")


@dataclass(frozen=True, slots=True)
class _Point:
    text: Text
    words: tuple[str, ...]
    known: frozenset[str]


def duplicates(subject: Subject) -> Iterator[Finding]:
    """No two points of all lists say the same, or nearly the same.

    A reader who meets a sentence for the second time stops reading closely. Case, punctuation and one word in seven may
    differ, but not numbers or names: “taught 20 students in Jena” and “taught 30 students in Kiel” are two facts. It
    comes from entries made by copying another one. Keep the point where it weighs most.
    """
    seen: list[_Point] = []
    for found in lists(subject):
        for point in found.points:
            this = _point(point.text)
            if len(this.words) < FEWEST:
                continue
            if same := next((other for other in seen if _say_the_same(this, other)), None):
                yield _told(this, same)
            else:
                seen.append(this)


def _point(text: Text) -> _Point:
    words = tuple(_WORD.findall(text.plain))
    return _Point(text, words, frozenset(word.casefold() for word in words))


def _say_the_same(one: _Point, other: _Point) -> bool:
    """Compare the sets of words first, which is quick; then the words in their order."""
    if len(one.known & other.known) < LIKE * max(len(one.known), len(other.known)) - 1:
        return False
    pair = [[word.casefold() for word in point.words] for point in (one, other)]
    if pair[0] == pair[1]:
        return True
    matcher = SequenceMatcher(None, pair[0], pair[1], autojunk=False)
    return matcher.ratio() >= LIKE and not any(
        _is_fact(word, at)
        for tag, *ends in matcher.get_opcodes()
        if tag != "equal"
        for point, first, last in ((one, ends[0], ends[1]), (other, ends[2], ends[3]))
        for at, word in enumerate(point.words[first:last], first)
    )


def _is_fact(word: str, at: int) -> bool:
    """Whether a word is a number or a name, which make one point another."""
    return any(char.isdigit() for char in word) or (at > 0 and word != word.lower())


def _told(this: _Point, same: _Point) -> Finding:
    is_same = [word.casefold() for word in this.words] == [word.casefold() for word in same.words]
    how = "the same" if is_same else "nearly the same"
    here, there = this.text.place, same.text.place
    where = str(there) if there and here and there.line != here.line else "another one"
    return advice("duplicates", f"this point says {how} as {where}", here, "keep the one that weighs more")
