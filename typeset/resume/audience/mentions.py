"""Texts in; the same texts without what must not be in them out: other words, or a gap, where it stood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from typeset.resume.audience.secrets import Kind, Said, Secret, Withheld, folded, says, telling_words
from typeset.resume.languages import nearest_version
from typeset.resume.text import Run, Text

GAP = "[…]"
_ADDRESS = re.compile(r"[^\s<>()\[\],;“”„\"]*(?:@|://|\w[./_]\w)[^\s<>()\[\],;“”„\"]*(?<![.:!?’'])")
_BETWEEN = r"(?:,?\s+|[-·・'’])?"


@dataclass(frozen=True)
class Mention:
    """A value that has other words in its place."""

    secret: Secret
    instead: Text

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds it; of a name also with initials, titles and in another order: "Lindqvist, A."."""
        value = self.secret.value.strip()
        if self.secret.kind is not Kind.NAME:
            bounds = (r"(?<!\w)", r"(?!\w)") if _is_spaced(value) else ("", "")
            return re.compile(re.escape(value).join(bounds))
        words = re.findall(r"[^\W_]+", value)
        initials = {word[0] for word in words if word[0].isupper()}
        spelled = (variant for word in words for variant in dict.fromkeys((word, folded(word), word.upper())))
        tokens = [rf"{re.escape(word)}{_ending(word)}" for word in spelled]
        tokens += [rf"{re.escape(initial)}(?:\.|(?!\w))" for initial in sorted(initials)]
        token = f"(?:{'|'.join(sorted(tokens, key=len, reverse=True))})"
        start = r"(?<!\w)" if all(map(_is_spaced, words)) else ""
        return re.compile(rf"{start}{token}(?:{_BETWEEN}{token})*")

    def is_meant(self, said: str) -> bool:
        """Whether what was found names the person, and is not an initial or a particle alone."""
        return says(Said(said), self.secret)

    def without(self, said: str, language: str) -> str:
        """Return a text with the other words wherever this stood."""
        instead = nearest_version(self.instead, language).plain
        return self.pattern.sub(lambda found: instead if self.is_meant(found[0]) else found[0], said)


@dataclass(frozen=True, slots=True)
class Scrubber:
    """Takes out of texts what is withheld: links to it, addresses that hold it, and whatever has other words.

    A text that does not say its language is in that of the reader.
    """

    withheld: Withheld
    mentions: tuple[Mention, ...]
    language: str

    def is_clean(self, characters: str) -> bool:
        """Whether nothing in some characters is withheld."""
        return not self.withheld.said_in(characters)

    def text(self, text: Text) -> Text:
        """Return a text, in all its languages, without what is withheld."""
        versions = tuple(map(self.text, text.versions))
        runs = _joined(self.run(run, text.language or self.language) for run in text.runs)
        return text if (runs, versions) == (text.runs, text.versions) else replace(text, runs=runs, versions=versions)

    def run(self, run: Run, language: str) -> Run:
        if run.link and not self.is_clean(run.link):
            is_address = bool(_ADDRESS.fullmatch(run.text.strip()))
            run = replace(run, link=None, text=GAP if is_address else run.text)
        said = _ADDRESS.sub(lambda found: found[0] if self.is_clean(found[0]) else GAP, run.text)
        for mention in self.mentions:
            said = mention.without(said, language)
        return run if said == run.text else replace(run, text=said)


def _is_spaced(word: str) -> bool:
    """Whether a word is of a script that sets spaces between words: one with small letters and capitals."""
    return word.lower() != word.upper() or not word.isalpha()


def _ending(word: str) -> str:
    """Return what may end a word: a full stop only a title, such as "Dr."; that of a sentence is not the name's."""
    if not _is_spaced(word):
        return ""
    return r"(?!\w)" if telling_words(word) else r"\.?(?!\w)"


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs, neighbours of one style as one, as they are when they are read."""
    found: list[Run] = []
    for run in runs:
        is_same = found and "\n" not in (run.text, found[-1].text)
        if is_same and replace(found[-1], text="") == replace(run, text=""):
            found[-1] = replace(run, text=found[-1].text + run.text)
        else:
            found.append(run)
    return tuple(found)
