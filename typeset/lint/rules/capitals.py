"""The rule `capitals`: products are written as they write themselves."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.lint.products import mended
from typeset.lint.subject import Subject
from typeset.lint.telling import advice, at_word
from typeset.lint.texts import texts
from typeset.lint.tokens import NAME, tokens
from typeset.source.findings import Finding


def capitals(subject: Subject) -> Iterator[Finding]:
    """Products have their capitals where they have them themselves: GitHub, JavaScript, PostgreSQL, macOS.

    A specialist who reads “Javascript” or “Github” doubts the rest of the line, and some search programs tell capitals
    apart. About two hundred names are known; those that are common words as well are left out, and so is whatever
    stands in code, in an address or in capitals throughout. Each is told once, where it stands first.
    """
    told = set[str]()
    for said in texts(subject):
        for token in tokens(said.text, NAME):
            right = mended(token.word, begins=token.begins)
            if right and token.word not in told and token.after not in ("-", "/", "_", "@"):
                told.add(token.word)
                place = at_word(said.text.place, token.word)
                yield advice("capitals", f"`{token.word}` writes itself `{right}`", place)
