"""The rule `fonts`: a file is set in the theme's fonts, which are inside, and say what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.document.shapes import Text
from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.fonts import EmbeddedFont, Gap
from typeset.source import Fault, Severity

_WHOLE_HINT = "let the theme's engine embed the glyphs in use alone; many licences allow no more"
_LEAST = 2
"""Characters around a gap that are enough to find it by."""


def fonts(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Every font is the theme's, is inside the file, in part, and says which character each glyph in use is.

    A font that is not inside is replaced by another on the reader's machine, and lines break elsewhere. A glyph without
    a character in the `ToUnicode` map (ISO 32000-2, 9.10) is seen and cannot be searched, copied or read aloud, and a
    parser of CVs loses it, or the text of the whole font. Pictures of letters (Type 3) look coarse and are lost to most
    of them. It usually comes from a font outside the theme, a font of icons, or a character that no font of the theme
    has: write that character otherwise, or add a font that has it to `fonts` in `theme.yaml`.
    """
    for font in finished.fonts:
        if font.is_drawn:
            message = f"the font `{font.name or 'without a name'}` is made of drawings or pictures (Type 3)"
            yield _finding(Fault(message, hint="set the text in a font of outlines", severity=Severity.WARNING))
        elif font.family not in claim.families:
            yield _finding(Fault(f"the font `{font.family or font.name}` is not the theme's"))
        if not font.is_embedded:
            yield _finding(Fault(f"the font `{font.name}` is not embedded"))
        elif not font.is_subset:
            fault = Fault(f"the whole of the font `{font.name}` is inside", hint=_WHOLE_HINT, severity=Severity.WARNING)
            yield _finding(fault)
        if not font.has_unicode:
            yield _finding(Fault(f"the font `{font.name}` does not say what its glyphs mean"))
        yield from (_gap(font, gap, claim) for gap in font.gaps)


def _finding(fault: Fault, page: int | None = None) -> Finding:
    return Finding("fonts", fault, page)


def _gap(font: EmbeddedFont, gap: Gap, claim: Claim) -> Finding:
    """Return the finding of a glyph without meaning, with the character that the document has in its place."""
    stands = _standing(gap, claim)
    where = f"after “{gap.before}”" if gap.before.strip() else f"before “{gap.after}”"
    hint = "write it otherwise, or choose a theme whose fonts have it"
    if gap.is_blank and stands:
        char, text = stands
        message = f"the font `{font.name}` has no glyph for U+{ord(char):04X} ({char})"
        return _finding(Fault(message, text.place.at(char) if text.place else None, hint), gap.page)
    if gap.is_blank:
        return _finding(Fault(f"the font `{font.name}` lacks the glyph {where}", hint=hint), gap.page)
    message = f"the font `{font.name}` does not say what the glyph {where} means"
    place = stands[1].place.at(stands[0]) if stands and stands[1].place else None
    return _finding(Fault(message, place), gap.page)


def _standing(gap: Gap, claim: Claim) -> tuple[str, Text] | None:
    """Return the character of the document that stands between what is around a gap, and its text."""
    before, after = gap.before, gap.after
    while len(before.strip()) + len(after.strip()) >= _LEAST:
        pattern = re.compile(re.escape(before) + "(.)" + re.escape(after))
        for text in texts(claim.document):
            if found := pattern.search(text.plain):
                return found[1], text
        before, after = (before[1:], after) if len(before) >= len(after) else (before, after[:-1])
    return None
