"""What has to be known of a language to tell its terms from its other words."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its tag (BCP 47) and its English name.

    `joining` words begin and end no term, and tell the language from others; `lists` are those that join the members
    of a list; behind `subjects` a verb comes first. `usual` are words, by any of their forms, of which advertisements
    are made and which are no terms, but for the `pairs` of them that are; `vague` ones are terms only beside others.

    Headings that match `aside` begin what is not about the work, those that match `asked` what is asked for; sentences
    that match `phrases` stand in every advertisement. Where `nouns_are_capital`, a capital does not make a name.
    `spellings` are letters that are written in two ways, and the one of them that words are compared in.
    """

    tag: str
    name: str
    stemmer: str
    joining: frozenset[str]
    usual: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    aside: re.Pattern[str] | None = None
    asked: re.Pattern[str] | None = None
    phrases: re.Pattern[str] | None = None
    nouns_are_capital: bool = False
    spellings: tuple[tuple[re.Pattern[str], str], ...] = ()

    @property
    def knows_phrases(self) -> bool:
        """Whether enough is known of it to tell terms of ordinary words; names are told in every language."""
        return bool(self.usual)


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def lines(text: str) -> frozenset[str]:
    """Return the lines of a text, without the space around them."""
    return frozenset(line.strip() for line in text.strip().splitlines())


def beginning(text: str) -> re.Pattern[str]:
    """Return the pattern of a text in which some word begins one of these phrases, a line each."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(lines(text))))})", re.IGNORECASE)
