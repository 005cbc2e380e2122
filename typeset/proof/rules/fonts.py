"""The rule `fonts`: a file is set in the theme's fonts, which are inside."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault


def fonts(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Every font is the theme's, embedded, and says which characters its glyphs are."""
    for font in finished.fonts:
        if font.family not in claim.families:
            yield Finding("fonts", Fault(f"the font `{font.family or font.name}` is not the theme's"))
        if not font.is_embedded:
            yield Finding("fonts", Fault(f"the font `{font.name}` is not embedded"))
        if not font.has_unicode:
            yield Finding("fonts", Fault(f"the font `{font.name}` does not say what its glyphs mean"))
