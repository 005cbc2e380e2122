"""Text in; its words, each with its line and with what parts it from the one before, out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"\.?\w+(?:[-.&'/]\w+|(?:\+\+?|\#)(?!\w))*")
_LATIN_WORD = re.compile(_WORD.pattern, re.ASCII)
_NO_WORDS = re.compile(
    r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,255}"  # addresses
    r"|\b(?:e\.\s?g|i\.\s?e|etc|z\.\s?B|u\.\s?a|d\.\s?h|bzw|inkl|ca|vs)\."  # abbreviations
    r"|\(\s*(?:[mwdfxi]\s*[/|]\s*)+[mwdfxi]\s*\)|\(all genders\)"
    r"|(?<=[a-zäöüß])(?:[:*_]|/-?)in(?:nen)?\b|\(in(?:nen)?\)"  # both genders, in German
    r"|(?<!\w)\d{1,4}\+(?!\w)|(?<!\w)[$€£]\s?[\d.,]+k?",  # amounts
    re.IGNORECASE,
)
_HYPHENATED = re.compile(r"-[ \t]*\n[ \t]*")
_ENDS_A_SENTENCE = re.compile(r"[.!?;•]")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " "})
_MOST_IN_SLASHES = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, and its line; whether only white space parts it from the one before; whether it is first."""

    text: str
    line: int
    follows: bool
    begins: bool


def words(text: str, line: int, *, latin: bool = False) -> Iterator[Word]:
    """Yield the words of a text that begins on `line`; of `latin` letters alone where it has no spaces between words.

    Addresses, amounts and abbreviations are none. `C++`, `.NET`, `Node.js`, `CI/CD` and `time-series` are one each;
    `Go/Rust` are two.
    """
    text = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    text = _NO_WORDS.sub(lambda found: _blank(found[0]), text)
    end, begins = 0, True
    for match in (_LATIN_WORD if latin else _WORD).finditer(text):
        between = text[end : match.start()]
        parted = _parts_words(between)
        begins = begins or bool(_ENDS_A_SENTENCE.search(between))
        line += text.count("\n", end, match.start())
        for part in _parts(match[0].removesuffix("'s")):
            yield Word(part, line, not parted and end > 0, begins)
            parted, begins, end = part != match[0], False, match.end()


def _parts_words(between: str) -> bool:
    """Whether something stands between two words, other than space, an apostrophe, or a hyphen at a line's end."""
    is_more = between.replace("'", "").strip() and not _HYPHENATED.fullmatch(between)
    return bool(is_more) or "\n\n" in between


def _blank(gone: str) -> str:
    """Return a mark that parts words, as long as what it stands for, with its lines."""
    return "".join(char if char == "\n" else "|" for char in gone)


def _parts(word: str) -> list[str]:
    """Return the words between slashes; `CI/CD` and `A/B` stay whole."""
    parts = word.split("/")
    if len(parts) > 1 and all(part.isupper() and len(part) <= _MOST_IN_SLASHES for part in parts):
        return [word]
    return [part for part in parts if part]
