"""What a finished file is held to: the document it was made of, the theme's fonts, the page budget."""

from __future__ import annotations

from dataclasses import dataclass

from typeset.document.shapes import Document
from typeset.resume.model import Resume
from typeset.source import Place


@dataclass(frozen=True, slots=True)
class Claim:
    """The document that must be on the pages, the only font families allowed there, and the most pages allowed.

    `attached` is the résumé whose source a file must carry inside it; None where it may carry nothing.
    """

    document: Document
    families: frozenset[str] = frozenset()
    most_pages: int | None = None
    budget_place: Place | None = None
    attached: Resume | None = None
