"""The blocks of an advertisement in; its terms, the weightiest first, out. By rules alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from typeset.coverage.candidates import Candidate, Finder, Weight
from typeset.coverage.languages import Language
from typeset.coverage.posting.blocks import Block
from typeset.coverage.stems import keys
from typeset.coverage.words import words

MOST_TERMS = 40
_FOUNDATIONS = frozenset(["Apache", "Eclipse"])
"""Names that stand before that of a project as often as not."""


@dataclass(frozen=True, slots=True)
class Term:
    """What an advertisement asks for, in its own words; the lines that say it."""

    text: str
    weight: Weight
    lines: tuple[int, ...]
    keys: frozenset[str]


def terms(blocks: Sequence[Block], language: Language, without: Iterable[str] = ()) -> list[Term]:
    """Return the terms of an advertisement, by weight, then by how often, then by where they first stand.

    `without` are texts, such as the employer's name, whose words are none.
    """
    finder = Finder(language, frozenset(key for text in without for key in _keys_of(text, language)))
    groups: dict[str, list[Candidate]] = {}
    for candidate in finder.candidates(blocks):
        own = sorted(keys(candidate.texts, language))
        group = next((groups[key] for key in own if key in groups), [])
        group.append(candidate)
        for key in own:
            groups.setdefault(key, group)
    merged = {id(group): group for group in groups.values()}.values()
    found = [_term(group, language) for group in merged if _is_wanted(group)]
    return sorted(found, key=lambda term: (term.weight, -len(term.lines), term.lines[0]))


def _keys_of(text: str, language: Language) -> frozenset[str]:
    found = [word.text for word in words(text, 1)]
    return keys(found, language) | {key for word in found for key in keys([word], language)}


def _is_wanted(group: list[Candidate]) -> bool:
    """Whether candidates that are the same say something: any name, what is asked for, a phrase said twice."""
    weight = min(candidate.weight for candidate in group)
    return weight is Weight.NAME or any(each.is_asked for each in group) or (weight is Weight.PHRASE and len(group) > 1)


def _term(group: list[Candidate], language: Language) -> Term:
    first = min(group, key=lambda candidate: candidate.weight)
    texts = first.texts
    alike = keys(texts[1:], language) if texts[0] in _FOUNDATIONS and len(texts) > 1 else frozenset()
    lines = tuple(candidate.words[0].line for candidate in group)
    return Term(" ".join(texts), first.weight, tuple(dict.fromkeys(sorted(lines))), keys(texts, language) | alike)
