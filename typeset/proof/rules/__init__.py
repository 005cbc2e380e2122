"""A finished file and what it claims to be in; findings out. A rule is a function, and a module of its own name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.rules.archive import archive
from typeset.proof.rules.card import card
from typeset.proof.rules.characters import characters
from typeset.proof.rules.content import content
from typeset.proof.rules.description import description
from typeset.proof.rules.fonts import fonts
from typeset.proof.rules.hidden import hidden
from typeset.proof.rules.links import links
from typeset.proof.rules.pages import pages
from typeset.proof.rules.pictures import pictures
from typeset.proof.rules.said import said
from typeset.proof.rules.source import source
from typeset.proof.rules.window import window
from typeset.proof.rules.withheld import withheld
from typeset.proof.rules.words import words

Rule = Callable[[Finished, Claim], Iterable[Finding]]

RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        words,
        pages,
        characters,
        fonts,
        hidden,
        links,
        description,
        source,
        archive,
        content,
        said,
        pictures,
        card,
        withheld,
        window,
    )
}
"""Every rule by its name, in the order in which their findings are told."""
