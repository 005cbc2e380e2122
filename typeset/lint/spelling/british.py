"""A word in; how Americans may write it out, for dictionaries that know those alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

_RULES = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"is(e[drs]?|ers|ing|ations?|ational|able)$", r"iz\1"),
        (r"ys(e[drs]?|ing)$", r"yz\1"),
        (r"our", "or"),
        (r"(?<=[aeiou])ll(ed|ing|ers?)$", r"l\1"),
        (r"(?<=[aeiou])l(ful|fully|ment|ments)$", r"ll\1"),
        (r"(?<=[bt])re(d|s)?$", r"er\1"),
        (r"ogue(s|d)?$", r"og\1"),
        (r"ence(s)?$", r"ense\1"),
        (r"ae|oe", "e"),
        (r"mme(s)?$", r"m\1"),
        (r"gement(s)?$", r"gment\1"),
        (r"^grey", "gray"),
    )
)


def american(word: str) -> Iterator[str]:
    """Yield what Americans may write for a British word, by one rule or by two: `organisation`, `colourise`."""
    for pattern, instead in _RULES:
        once = pattern.sub(instead, word)
        if once != word:
            yield once
            yield from (twice for other, by in _RULES if (twice := other.sub(by, once)) != once)
