"""The fonts of a finished PDF, and what they fail to say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A glyph on a page of which the file does not say what character it is, and what stands before and after it.

    `is_blank` is the glyph of those that a font does not have, a box or nothing.
    """

    before: str
    after: str
    page: int
    is_blank: bool


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A font of a PDF: its family, whether its program is inside, the characters that it has no glyph for.

    `is_subset` where only the glyphs in use are inside, `is_drawn` where each is a drawing or a picture of its own
    (Type 3; ISO 32000-2, 9.6.4); `gaps` are glyphs in use that mean nothing.
    """

    name: str
    family: str
    is_embedded: bool
    has_unicode: bool
    missing: tuple[str, ...]
    is_subset: bool = True
    is_drawn: bool = False
    gaps: tuple[Gap, ...] = ()
