"""What the rules on content look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from typeset.document.shapes import Letter
from typeset.lint.spelling.dictionary import Dictionary
from typeset.resume.dates import PartialDate
from typeset.resume.languages import in_language
from typeset.resume.model import Resume

DEFAULT_LANGUAGE = "en"

Shelf = Callable[[str], tuple[Dictionary, ...]]
"""The dictionaries of a language (BCP 47), of which a word has to be in one; none where there are none."""


def empty_shelf(language: str) -> tuple[Dictionary, ...]:  # noqa: ARG001  # a shelf is asked for a language
    """Return no dictionary."""
    return ()


@dataclass(frozen=True, slots=True)
class Subject:
    """A tailored résumé with every text in one language, the letter that goes with it, and the day they are read on.

    `language` is that of the texts that name none, `reader` that of the letter; `words` are right for this project, in
    small letters.
    """

    resume: Resume
    language: str
    reader: str
    today: PartialDate
    letter: Letter | None = None
    shelf: Shelf = empty_shelf
    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, resume: Resume, reader: str, today: PartialDate, letter: Letter | None = None) -> Subject:
        """Return a résumé and its letter as somebody gets them who reads the language `reader`, without dictionaries.

        What is written in no language by name is in the content's; in the reader's kind of it where they read it, too.
        """
        own = resume.meta.language or DEFAULT_LANGUAGE
        is_kin = reader.partition("-")[0] == own.partition("-")[0]
        return cls(in_language(resume, reader), reader if is_kin else own, reader, today, letter)

    def spelled(self, shelf: Shelf, words: frozenset[str]) -> Subject:
        """Return the same with dictionaries, and the words that are right besides."""
        return replace(self, shelf=shelf, words=words)
