"""The labels of bullets: marked ones, and those whose dash was lost when the text was taken from a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from typeset.readers.outline.lines.marks import plain
from typeset.readers.outline.vocabulary import is_action

_COLON = re.compile(r"(?P<label>(?:\*{1,2})?[^\s.!?:,;*][^.!?:;*]{0,58}?)\s?(?:\*{1,2}:|:\*{1,2}|:)\s+(?=\S)")
_STYLED = re.compile(r"\*{1,2}(?P<label>[^\s*][^*]{0,60}?)[.:]?\*{1,2}\s*[-–—:.]\s+(?=\S)")
_STYLED_VERB = re.compile(r"\*{1,2}(?P<label>[^\s*][^*]{0,60}?)\*{1,2}\s+(?=(?P<verb>[A-Z][\w-]+))")
_STOP = re.compile(r"(?P<label>[A-Z][^.!?:,;]{2,38})\.\s+(?=[A-Z])")
_ABBREVIATED = frozenset([*ascii_uppercase, "Prof", "Dr", "Mr", "Mrs", "Ms", "St", "Inc", "Ltd", "Corp", "Dept"])
_WORD = re.compile(r"\S+")
_MOST_WORDS = 6
_FARTHEST = 12
"""Words among which a lost dash is looked for."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A bullet's text from `start` on, and the label before it; `guessed` when no mark told."""

    label: str
    start: int
    guessed: bool = False


def labels(texts: Sequence[str]) -> list[Labelled | None]:
    """Return the label of each bullet of one list, or None.

    Where some bullets have a label that a verb's capital tells ("Data Engineering Helped the team"), the others may
    have one that capitals alone tell ("Data Strategy multiple engagements").
    """
    found = [_marked(text) or _by_verb(text) or _by_stop(text) for text in texts]
    told = sum(bool(_by_verb(text) or _has_lost_dash(text)) for text in texts)
    if told < 2:
        return found
    return [label or _by_capitals(text) for text, label in zip(texts, found, strict=True)]


def _marked(text: str) -> Labelled | None:
    for pattern in (_STYLED, _COLON):
        found = pattern.match(text)
        if found and len(found["label"].split()) <= _MOST_WORDS + 2 and "http" not in found["label"]:
            return Labelled(found["label"].strip("* "), found.end())
    found = _STYLED_VERB.match(text)
    if found and is_action(found["verb"]):
        return Labelled(found["label"].strip("* "), found.end(), guessed=True)
    return None


def _by_verb(text: str) -> Labelled | None:
    """A label ends where a verb begins with a capital: "Engineering Built images"; or where capitals end at a verb."""
    words = [*_WORD.finditer(text)][: _MOST_WORDS + 1]
    for number, word in enumerate(words):
        if number and is_action(word[0]) and not re.search(r"[.!?:;,]\s*$", text[: word.start()]):
            capital = word[0][:1].isupper()
            before = [other[0] for other in words[:number]]
            if capital and not any(map(_is_sentence_word, before)) and not is_action(before[0]):
                return Labelled(text[: word.start()].strip(), word.start(), guessed=True)
            titled = number > 1 and all(other[:1].isupper() or other in "&/-" for other in before)
            if not capital and titled and not any(map(is_action, before)):
                return Labelled(text[: word.start()].strip(), word.start(), guessed=True)
            return None
    return None


def _has_lost_dash(text: str) -> bool:
    """Whether a verb with a capital stands among the first words, and no sentence ends before it."""
    words = text.split()[:_FARTHEST]
    verb = next((number for number, word in enumerate(words) if number and word[0].isupper() and is_action(word)), 0)
    return bool(verb) and not any(word[-1] in ".!?:;," for word in words[:verb])


def _by_capitals(text: str) -> Labelled | None:
    end = 0
    for number, word in enumerate(_WORD.finditer(text)):
        is_title = word[0][:1].isupper() or word[0] in ("&", "/", "-")
        if not is_title:
            return Labelled(text[:end].strip(), word.start(), guessed=True) if number else None
        if is_action(word[0]) or word[0][-1] in ".,:;" or number >= _MOST_WORDS:
            return None
        end = word.end()
    return None


def _by_stop(text: str) -> Labelled | None:
    """A label is a first sentence of a few words without a verb, before a longer one."""
    found = _STOP.match(text)
    if not found or len(plain(text)) < 2 * found.end():
        return None
    words = found["label"].split()
    if len(words) > 4 or is_action(words[0]) or any(map(_is_sentence_word, words)) or words[-1] in _ABBREVIATED:
        return None
    return Labelled(found["label"], found.end(), guessed=True)


def _is_sentence_word(word: str) -> bool:
    return word.lower() in {
        "i",
        "we",
        "my",
        "our",
        "the",
        "a",
        "an",
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "that",
        "who",
    }
