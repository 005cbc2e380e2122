"""The blocks of an advertisement in; words of it that may be terms out.

Names are told by their shape, or by a capital inside a sentence. What else is asked for is what stands between joining
words and the usual words of advertisements, in the points and sections that ask for something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache
from itertools import groupby

from typeset.coverage.languages import Language, is_unspaced
from typeset.coverage.posting.blocks import Block, Kind
from typeset.coverage.shapes import has_shape, is_capital, is_number
from typeset.coverage.stems import keys, stem
from typeset.coverage.words import Word, words

LONGEST = 4
"""Words of a name."""
_LONGEST_PHRASE = 3
_SHORTEST_WORD = 4
_DERIVED = ("ment", "ation", "ability", "ibility")
"""Endings that make another word and not another form: `development` is a term where `develop` is none."""
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")


class Weight(IntEnum):
    """What makes a term weigh, the most first."""

    NAME = 0
    PHRASE = 1
    WORD = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a term, and whether they stand where something is asked for."""

    words: tuple[Word, ...]
    weight: Weight
    is_asked: bool

    @property
    def texts(self) -> list[str]:
        """The words as written."""
        return [word.text for word in self.words]


@dataclass(frozen=True)
class Finder:
    """Goes through the blocks of one advertisement; what has the keys `without` is no part of any term."""

    language: Language
    without: frozenset[str]

    def candidates(self, blocks: Sequence[Block]) -> Iterator[Candidate]:
        """Yield what may be a term, in the order of the advertisement; a name known once is known everywhere."""
        sections = list(self.in_question(blocks))
        names = {word.text for block, _ in sections for word in self.words(block) if self.is_name(word, frozenset())}
        known = frozenset(names)
        for block, is_asked in sections:
            for run in self.runs(self.words(block)):
                yield from self.of_run(run, known, is_asked or block.kind in (Kind.POINT, Kind.TITLE))

    def words(self, block: Block) -> list[Word]:
        """Return the words of a block, of which the first `begins` only where that can be what its capital is for.

        In a title, in a point that is a name, and at the head of a list of names it is a name as the others are.
        """
        text = _SENTENCE.sub(self.without_phrases, block.text)
        found = [replace(word, text=self.bare(word.text)) for word in words(text, block.line, latin=self.is_latin)]
        is_title = len(found) > 1 and all(is_capital(word.text) for word in found)
        return [
            replace(word, begins=word.begins and not is_title and not self.is_listed(found[number : number + 3]))
            for number, word in enumerate(found)
        ]

    def without_phrases(self, sentence: re.Match[str]) -> str:
        """Return a sentence, or as many empty lines where it is one of those that every advertisement has."""
        is_phrase = self.language.phrases and self.language.phrases.search(sentence[0])
        return "\n" * sentence[0].count("\n") + " | " if is_phrase else sentence[0]

    def is_listed(self, found: Sequence[Word]) -> bool:
        """Whether the first of some words is parted from another with a capital by a comma, an `and` or an `or`."""
        first, *others = found
        if others and others[0].text in self.language.lists:
            others = [replace(word, follows=False) for word in others[1:]]
        is_parted = bool(others) and not (others[0].follows or others[0].begins)
        return is_parted and all(is_capital(word.text) and not self.is_idle(word) for word in (first, others[0]))

    @property
    def is_latin(self) -> bool:
        """Whether only words in Latin letters can be told apart."""
        return is_unspaced(self.language)

    def bare(self, word: str) -> str:
        """Return a name without what hangs on it: `Python` of `Python-Kenntnisse`, `SQL` of `SQL-based`."""
        head, _, tail = word.rpartition("-")
        is_hung = head and is_capital(head) and (tail in self.language.joining or self.is_usual(tail.lower()))
        return head if is_hung else word

    def in_question(self, blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
        """Yield the blocks that are about the work, each with whether it stands where something is asked for."""
        is_aside = is_asked = False
        for block in blocks:
            if block.kind is Kind.HEADING:
                is_aside, is_asked = _begins(self.language.aside, block), _begins(self.language.asked, block)
            elif block.kind is Kind.TITLE or not is_aside:
                yield block, is_asked

    def runs(self, found: Sequence[Word]) -> Iterator[list[Word]]:
        """Yield the words between joining words, usual words, numbers and punctuation."""
        run: list[Word] = []
        subject = ""
        for number, word in enumerate(found):
            is_idle = self.is_idle(word) and not self.is_paired(found, number) and not _is_number_of(run, word)
            if run and (is_idle or not word.follows):
                yield self.without_verb(run, subject)
                run, subject = [], ""
            if is_idle:
                subject = word.text.lower()
            else:
                run.append(word)
        if run:
            yield self.without_verb(run, subject)

    def without_verb(self, run: list[Word], before: str) -> list[Word]:
        """Return a run without the verb that it begins with behind a subject; `to` stands before nouns as well."""
        is_verb = before in self.language.subjects and not is_capital(run[0].text) and (len(run) == 1 or before != "to")
        return run[1:] if is_verb else run

    def is_paired(self, found: Sequence[Word], number: int) -> bool:
        """Whether a usual word makes a term together with the one before or after it."""
        pairs = [found[start : start + 2] for start in (number - 1, number) if start >= 0]
        return any(" ".join(word.text.lower() for word in pair) in self.language.pairs
                   for pair in pairs if len(pair) > 1 and pair[1].follows)  # fmt: skip

    def of_run(self, run: list[Word], known: frozenset[str], is_asked: bool) -> Iterator[Candidate]:
        """Yield the names of a run, and what ordinary words stand between them."""
        for is_name, group in groupby(run, lambda word: self.is_name(word, known)):
            found = list(group)
            yield from self.named(found) if is_name else self.phrase(found, is_asked)

    def named(self, found: list[Word]) -> Iterator[Candidate]:
        if all(self.is_usual(word.text.lower()) and not has_shape(word.text) for word in found):
            return
        for start in range(0, len(found), LONGEST):
            yield Candidate(tuple(found[start : start + LONGEST]), Weight.NAME, True)

    def phrase(self, found: list[Word], is_asked: bool) -> Iterator[Candidate]:
        if not self.language.knows_phrases:
            return
        if self.language.nouns_are_capital:
            found = _between_nouns(found)
        found = found[-_LONGEST_PHRASE:]
        if len(found) > 1:
            yield Candidate(tuple(found), Weight.PHRASE, is_asked)
        elif found and is_asked and not self.is_vague(found[0].text.lower()):
            yield Candidate(tuple(found), Weight.WORD, is_asked)

    def is_name(self, word: Word, known: frozenset[str]) -> bool:
        if has_shape(word.text) or word.text in known or word.text.isdecimal():
            return True
        is_plain = (word.begins and not self.is_latin) or self.language.nouns_are_capital or "/" in word.text
        return is_capital(word.text) and not is_plain and not self.is_idle(word)

    def is_idle(self, word: Word) -> bool:
        """Whether a word is no part of any term."""
        small = word.text.lower()
        if has_shape(word.text):
            return bool(keys([word.text], self.language) & self.without)
        if is_number(word.text) or len(small) == 1 or small in self.language.joining:
            return True
        is_part_of_name = is_capital(word.text) and not word.begins and not self.language.nouns_are_capital
        is_usual = self.is_usual(small) and not is_part_of_name
        return is_usual or bool(keys([word.text], self.language) & self.without)

    def is_vague(self, small: str) -> bool:
        """Whether a word is a term only beside others: one that is short, or that the language calls so."""
        return len(small) < _SHORTEST_WORD or stem(small, self.language) in _stems(self.language.vague, self.language)

    def is_usual(self, small: str) -> bool:
        """Whether a word is, in some form, one that every advertisement uses."""
        if small in self.language.usual:
            return True
        return not small.endswith(_DERIVED) and stem(small, self.language) in _stems(self.language.usual, self.language)


@cache
def _stems(found: frozenset[str], language: Language) -> frozenset[str]:
    return frozenset(stem(word, language) for word in found)


def _is_number_of(run: list[Word], word: Word) -> bool:
    """Whether a number belongs to the name before it: the 9001 of ISO 9001."""
    return bool(run) and word.follows and word.text.isdecimal() and len(word.text) > 2 and run[-1].text.isupper()


def _begins(pattern: re.Pattern[str] | None, block: Block) -> bool:
    text = " ".join(block.text.translate({0x2019: "'"}).split())
    return bool(pattern and pattern.search(text))


def _between_nouns(found: list[Word]) -> list[Word]:
    """Return what goes from an adjective, if there is one, to the last noun, where nouns begin with capitals."""
    nouns = [number for number, word in enumerate(found) if is_capital(word.text)]
    return found[: nouns[-1] + 1] if nouns else []
