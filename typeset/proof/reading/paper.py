"""A PDF in; its sheets, with what stands where on them, and the text that nobody would see, out. Knows PDFium."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from typeset.proof.finished import Stretch
from typeset.proof.reading.drawn import Drawn, texts
from typeset.proof.reading.images import images
from typeset.proof.reading.rows import rows
from typeset.proof.reading.sight import Sight, sights
from typeset.proof.reading.tags import in_order, marks, opened, tags
from typeset.proof.reading.windows import common
from typeset.proof.sheets import Box, Piece, Sheet
from typeset.proof.tags import Tag


@dataclass(frozen=True, slots=True)
class Paper:
    """What is on the pages of a PDF, what is there for programs alone, and what its tags say."""

    sheets: tuple[Sheet, ...]
    unseen: tuple[Stretch, ...]
    tags: tuple[Tag, ...]


def read(data: bytes) -> Paper:
    """Return what PDFium draws; raises what it raises for a file that is damaged."""
    from pypdfium2 import PdfDocument

    document: Any = PdfDocument(data)
    try:
        found = [_page(page, number) for number, page in enumerate(document, 1)]
    finally:
        document.close()
    return Paper(
        sheets=tuple(sheet for sheet, _, _ in found),
        unseen=tuple(stretch for _, unseen, _ in found for stretch in unseen),
        tags=in_order(tag for _, _, tagged in found for tag in tagged),
    )


def _page(page: Any, number: int) -> tuple[Sheet, list[Stretch], list[Tag]]:
    shown = page.get_bbox()
    left, bottom, _, _ = shown
    trim = _moved(common(page.get_trimbox(), shown), left, bottom)
    drawn = texts(page)
    with opened(page) as tree:
        tagged, known = tags(tree, number, drawn), marks(tree)
    looks = sights(page, drawn)
    pieces = [_piece(text, look, trim, known) for text, look in zip(drawn, looks, strict=True)]
    sheet = Sheet(
        number=number,
        width=trim[2] - trim[0],
        height=trim[3] - trim[1],
        rows=rows(pieces),
        painted=tuple(pieces),
        images=tuple(images(page, left + trim[0], bottom + trim[1])),
        room=_room(page, left + trim[0], bottom + trim[1]),
    )
    return sheet, list(_unseen(drawn, looks, trim, number)), tagged


def _moved(box: Box, left: float, bottom: float) -> Box:
    return box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom


def _room(page: Any, left: float, bottom: float) -> Box | None:
    """Return the extent of the page's content as its maker intends it (ISO 32000-2, 14.11.2: the ArtBox)."""
    box = page.get_artbox(fallback_ok=False)
    return _moved(box, left, bottom) if box else None


def _piece(text: Drawn, look: Sight, trim: Box, known: frozenset[int] | None) -> Piece:
    """Return a piece of text; what a structure tree does not know is an artifact, too, in a file that has one."""
    left, bottom, _, _ = trim
    color = text.colors[0][0] if text.colors else None
    return Piece(
        text=text.text,
        box=_moved(text.box, left, bottom),
        baseline=text.baseline - bottom,
        size=text.height,
        font=text.face.name,
        is_bold=text.face.is_bold,
        is_italic=text.face.is_italic,
        color=(round(color[0]), round(color[1]), round(color[2])) if color else None,
        contrast=look.declared,
        is_artifact=text.is_artifact or (known is not None and text.mark not in known),
        is_level=text.is_level,
        window=_moved(text.window, left, bottom) if text.window else None,
    )


def _unseen(drawn: list[Drawn], looks: list[Sight], trim: Box, number: int) -> Iterator[Stretch]:
    for text, look in zip(drawn, looks, strict=True):
        x, y = (text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2
        is_on_page = trim[0] <= x <= trim[2] and trim[1] <= y <= trim[3]
        stretch = Stretch(text.text.strip(), number, text.size, look.seen, is_on_page)
        if not stretch.is_seen:
            yield stretch
