"""A section's heading in, the key of content that it names out, in the languages that CVs are written in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from typeset.readers.draft.aliases import ALIASES

USUAL = {
    "en": {
        "summary": "Profile",
        "work": "Work Experience",
        "volunteer": "Volunteering",
        "education": "Education",
        "awards": "Awards",
        "certificates": "Certificates",
        "publications": "Publications",
        "skills": "Skills",
        "languages": "Languages",
        "interests": "Interests",
        "references": "References",
        "projects": "Projects",
        "supervisor": "Supervisor",
    }
}
"""The words that stand above a section when content names no others."""

_KINDS = {
    alias: kind for kind, languages in ALIASES.items() for words in languages.values() for alias in words.split("|")
}
_QUALIFIERS = re.compile(
    r"(?:professional|relevant|selected|earlier|previous|past|prior|additional|further|other|key|core|main|my|recent|"
    r"current|academic|technical|industry|industrial|research|teaching|military|international|general|special|"
    r"academic and professional|ausgewählte|weitere|sonstige|berufliche|bisherige|selected recent|notable|major) "
)
_AND = re.compile(r"\s*(?:[&/+,;|・、]|\b(?:and|und|et|y|e|en|och|og|i|и|ve)\b|[和与及與])\s*")
_ADORNED = re.compile(r"^(?:\d{1,2}(?:\.\d+)*[.)]|[IVX]+\.)\s+|^[^\w]+|[^\w)]+$")
_OWN = frozenset(["technical experience", "research interests", "professional service", "research experience"])
"""Headings that look like one of the table's, whose sections hold something else as often as not."""


def kind(heading: str) -> str | None:
    """Return the section that a heading names: a key of content, `summary`, `contact`, or None for one of its own.

    `heading` is plain text. "Technologies and Skills" names what its parts name, when they do not disagree.
    """
    words = _normal(heading)
    if len(words) > 60 or words in _OWN:
        return None
    if found := _known(words):
        return found
    kinds = {found for part in _AND.split(words) if (found := _known(part))}
    return kinds.pop() if len(kinds) == 1 else None


def is_usual(heading: str, section: str, language: str = "en") -> bool:
    """Whether a heading says what stands above a section anyway."""
    return _normal(heading) == USUAL.get(language, USUAL["en"]).get(section, "").casefold()


def language(headings: Iterable[str]) -> str | None:
    """Return the language that most of the headings are in; None when they are in several, or in none that is known."""
    votes: Counter[str] = Counter()
    for heading in headings:
        words = _normal(heading)
        votes.update({tag for tags in ALIASES.values() for tag, found in tags.items() if words in found.split("|")})
    best = votes.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def _known(words: str) -> str | None:
    while words:
        if found := _KINDS.get(words):
            return found
        shorter = _QUALIFIERS.sub("", words, count=1) if _QUALIFIERS.match(words) else ""
        words = shorter
    return None


def _normal(heading: str) -> str:
    words = " ".join(heading.split())
    for _ in range(3):
        words = _ADORNED.sub("", words).strip()
    return words.casefold().strip(" :：")
