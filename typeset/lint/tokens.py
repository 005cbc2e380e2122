"""A text in; the words of it that are somebody's own writing, not code, addresses or file names, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from typeset.resume.text import Run, Text

_NO_WORDS = re.compile(
    r"\S*(?:://|@|\\)\S*|(?<!\S)[(\[]?(?:www\.|[~.]{0,2}/)\S+"  # addresses and paths
    r"|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|edu|gov|ch|de|uk|fr|eu|dev|app|co|ai|me|info|tv)\b(?:/\S*)?"
    r"|(?<!\S)[#@]\w\S*|(?<!\w)\.\w+|\w+\.(?:py|rb|rs|exe|html?|php|txt|pdf|md|tex|ya?ml|json)\b",
    re.IGNORECASE,
)
_MAY_HAVE_SOME = re.compile(r"[/@\\#]|\.\w")
_GAP = "\u2400"
"""What stands for characters that are no words."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NAME = re.compile(r"[^\W_]+(?:\.[^\W_]+)*(?:\+\+|#)?")
_ENDS_A_SENTENCE = re.compile(r"[.!?:;•]\s|\n|[\"“„«(\[]$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, what stands right before and after it, and whether it may be the first of a sentence."""

    word: str
    before: str
    after: str
    begins: bool


def tokens(text: Text, pattern: re.Pattern[str] = WORD) -> Iterator[Token]:
    """Yield what matches `pattern` in a text: words, or the names of products."""
    said = "".join(map(_said, text.runs))
    if _MAY_HAVE_SOME.search(said):
        said = _NO_WORDS.sub(lambda found: _GAP * len(found[0]), said)
    end, begins = 0, True
    for match in pattern.finditer(said):
        between = said[end : match.start()]
        begins = end == 0 or bool(_ENDS_A_SENTENCE.search(between))
        end = match.end()
        yield Token(match[0], said[match.start() - 1 : match.start()], said[end : end + 1], begins)


def _said(run: Run) -> str:
    is_address = run.link is not None and run.text.strip("/") in run.link
    return _GAP * len(run.text) if run.code or is_address else run.text
