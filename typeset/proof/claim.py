"""What a finished file is held to: the document it was made of, the theme's fonts, the page budget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from typeset.document.shapes import Document
from typeset.proof.levels import Levels
from typeset.proof.machine import UNKNOWN, Machine
from typeset.proof.sheets import Color
from typeset.resume.audience.secrets import NOTHING, Withheld
from typeset.resume.model import Resume
from typeset.source import Place


@dataclass(frozen=True, slots=True)
class Claim:
    """The document that must be on the pages, the only font families allowed there, and how many pages are allowed.

    `attached` is the résumé whose source a file must carry inside it; None where it may carry nothing.
    `kept_back` may be in no corner of it, nor in the `names` of its files; nothing that tells of the `machine`, either.
    `levels` are what findings weigh where the application has them weigh something else than usual. On paper there are
    at least so many `pictures`; of `colors` that the application sets each has the name of its option, and where that
    is.
    """

    document: Document
    families: frozenset[str] = frozenset()
    most_pages: int | None = None
    fewest_pages: int | None = None
    budget_place: Place | None = None
    attached: Resume | None = None
    kept_back: Withheld = NOTHING
    names: tuple[str, ...] = ()
    machine: Machine = UNKNOWN
    levels: Levels = field(default_factory=dict)
    pictures: int = 0
    colors: Mapping[Color, tuple[str, Place]] = field(default_factory=dict)
