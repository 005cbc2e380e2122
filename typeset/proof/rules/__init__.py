"""A finished file and what it claims to be in; findings out. A rule is a function, and a module of its own name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.rules.active import active
from typeset.proof.rules.archive import archive
from typeset.proof.rules.blank import blank
from typeset.proof.rules.breaks import breaks
from typeset.proof.rules.bullets import bullets
from typeset.proof.rules.card import card
from typeset.proof.rules.characters import characters
from typeset.proof.rules.clipped import clipped
from typeset.proof.rules.contact import contact
from typeset.proof.rules.content import content
from typeset.proof.rules.contrast import contrast
from typeset.proof.rules.description import description
from typeset.proof.rules.edges import edges
from typeset.proof.rules.ending import ending
from typeset.proof.rules.entries import entries
from typeset.proof.rules.fonts import fonts
from typeset.proof.rules.headings import headings
from typeset.proof.rules.hidden import hidden
from typeset.proof.rules.images import images
from typeset.proof.rules.joins import joins
from typeset.proof.rules.leaks import leaks
from typeset.proof.rules.links import links
from typeset.proof.rules.margins import margins
from typeset.proof.rules.name import name
from typeset.proof.rules.order import order
from typeset.proof.rules.outline import outline
from typeset.proof.rules.overlap import overlap
from typeset.proof.rules.pages import pages
from typeset.proof.rules.pictures import pictures
from typeset.proof.rules.said import said
from typeset.proof.rules.small import small
from typeset.proof.rules.source import source
from typeset.proof.rules.stranded import stranded
from typeset.proof.rules.structure import structure
from typeset.proof.rules.widows import widows
from typeset.proof.rules.window import window
from typeset.proof.rules.withheld import withheld
from typeset.proof.rules.words import words
from typeset.source import Severity

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
        edges,
        margins,
        clipped,
        overlap,
        small,
        contrast,
        stranded,
        widows,
        ending,
        blank,
        images,
        leaks,
        active,
        outline,
        order,
        name,
        contact,
        entries,
        bullets,
        headings,
        structure,
        breaks,
        joins,
    )
}
"""Every rule by its name, in the order in which their findings are told."""

LEVELS: dict[str, Severity] = {
    "window": Severity.WARNING,
    "margins": Severity.WARNING,
    "small": Severity.WARNING,
    "contrast": Severity.WARNING,
    "stranded": Severity.WARNING,
    "widows": Severity.WARNING,
    "ending": Severity.WARNING,
    "name": Severity.WARNING,
    "contact": Severity.WARNING,
    "entries": Severity.WARNING,
    "bullets": Severity.WARNING,
    "headings": Severity.ADVICE,
    "structure": Severity.WARNING,
}
"""What the gravest findings of a rule weigh, where they are no errors."""
