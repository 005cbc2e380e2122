"""A finished file and what it claims to be in; findings out. A rule is a function and a row of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from typeset.proof import rules
from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished, read_back
from typeset.proof.words import words
from typeset.source import Fault

Rule = Callable[[Finished, Claim], Iterable[Finding]]

RULES: dict[str, tuple[Rule, frozenset[str]]] = {
    "words": (words, frozenset(["pdf", "html", "txt"])),
    "pages": (rules.pages, frozenset(["pdf"])),
    "characters": (rules.characters, frozenset(["pdf", "html", "txt"])),
    "fonts": (rules.fonts, frozenset(["pdf"])),
    "links": (rules.links, frozenset(["pdf", "html"])),
    "description": (rules.description, frozenset(["pdf", "html"])),
}
"""Each rule's name, what it runs, and the formats it speaks of."""


def prove(data: bytes, format_name: str, claim: Claim) -> tuple[Finished, list[Finding]]:
    """Return the file as it reads back, and every finding of every rule that speaks of its format.

    A damaged file can make a reader raise anything; that is a finding too.
    """
    try:
        finished = read_back(data, format_name)
    except Exception as error:
        fault = Fault(f"the file cannot be read back: {type(error).__name__}: {error}", hint="build it again")
        return Finished(()), [Finding("file", fault)]
    return finished, [
        finding for rule, formats in RULES.values() if format_name in formats for finding in rule(finished, claim)
    ]


__all__ = ["RULES", "Claim", "Finding", "Finished", "prove"]
