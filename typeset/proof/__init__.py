"""A finished file and what it claims to be in; findings out. A rule is a function and a row of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from typeset.proof import rules
from typeset.proof.card import card
from typeset.proof.claim import Claim
from typeset.proof.content import content
from typeset.proof.findings import Finding
from typeset.proof.finished import READERS, Finished, read_back
from typeset.proof.hidden import hidden
from typeset.proof.pictures import pictures
from typeset.proof.said import said
from typeset.proof.window import window
from typeset.proof.withheld import withheld
from typeset.proof.words import words
from typeset.source import Fault

Rule = Callable[[Finished, Claim], Iterable[Finding]]

RULES: dict[str, Rule] = {
    "words": words,
    "pages": rules.pages,
    "characters": rules.characters,
    "fonts": rules.fonts,
    "hidden": hidden,
    "links": rules.links,
    "description": rules.description,
    "source": rules.source,
    "archive": rules.archive,
    "content": content,
    "said": said,
    "pictures": pictures,
    "card": card,
    "withheld": withheld,
    "window": window,
}
"""Each rule's name and what it runs."""


def prove(files: Sequence[bytes], format_name: str, claim: Claim) -> tuple[Finished, list[Finding]]:
    """Return the files of a format as they read back, and every finding of every rule that speaks of it.

    A damaged file can make a reader raise anything; that is a finding too.
    """
    try:
        finished = read_back(files, format_name)
    except Exception as error:
        fault = Fault(f"the file cannot be read back: {type(error).__name__}: {error}", hint="build it again")
        return Finished(()), [Finding("file", fault)]
    spoken = READERS[format_name].rules
    return finished, [finding for name, rule in RULES.items() if name in spoken for finding in rule(finished, claim)]


__all__ = ["RULES", "Claim", "Finding", "Finished", "prove"]
