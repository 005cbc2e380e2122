"""The objects of a PDF in; its outline, the labels of its pages and its links, with where each leads, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from typeset.proof.navigation import Anchor, Bookmark
from typeset.proof.reading.objects import Objects, number_of, text_of
from typeset.proof.sheets import Box, Sheet

_MOST = 10_000
_LEAST = 1.0
"""Points, the least width and height of what can be clicked."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What can be gone to within a file: its pages by their objects' numbers, and the places that have a name."""

    objects: Objects
    pages: dict[int, int]
    named: dict[str, Any]

    def page(self, destination: Any) -> int | None:
        """Return the page that a destination is on, from 1 (ISO 32000-2, 12.3.2); None where there is none."""
        found = self.objects.at(destination)
        if isinstance(found, str):
            found = self.objects.at(self.named.get(text_of(found) or found))
        if isinstance(found, dict):
            found = self.objects.at(found.get("/D"))
        if not isinstance(found, list) or not found:
            return None
        number = number_of(found[0])
        return None if number is None else self.pages.get(number)

    def page_of(self, item: dict[str, Any]) -> int | None:
        """Return the page that an entry or a link leads to, by its destination or by its action."""
        action = self.objects.dictionary(item.get("/A"))
        return self.page(item.get("/Dest") or (action.get("/D") if action.get("/S") == "/GoTo" else None))


def targets(objects: Objects) -> Targets:
    """Return what can be gone to within a file."""
    names = objects.dictionary(objects.root.get("/Names"))
    named = {text_of(name) or str(name): place for name, place in objects.leaves(names.get("/Dests"))}
    older = objects.dictionary(objects.root.get("/Dests"))
    return Targets(objects, {number: at for at, number in enumerate(objects.pages, 1)}, named | older)


def outline(targets: Targets) -> Iterator[Bookmark]:
    """Yield the entries of the outline from the first to the last (ISO 32000-2, 12.3.3)."""
    objects = targets.objects
    waiting = [(objects.dictionary(objects.root.get("/Outlines")).get("/First"), 1)]
    met: set[Any] = set()
    while waiting and len(met) < _MOST:
        reference, level = waiting.pop()
        item = objects.dictionary(reference)
        if not item or str(reference) in met:
            continue
        met.add(str(reference))
        yield Bookmark(text_of(objects.at(item.get("/Title"))) or "", targets.page_of(item), level)
        waiting += [(item.get("/Next"), level), (item.get("/First"), level + 1)]


def label_starts(objects: Objects) -> tuple[int, ...]:
    """Return the numbers of the pages, from 1, at which their labels begin anew (ISO 32000-2, 12.4.2)."""
    return tuple(start + 1 for start, _ in objects.leaves(objects.root.get("/PageLabels"), "/Nums"))


def links(targets: Targets, sheets: Sequence[Sheet]) -> Iterator[Anchor]:
    """Yield what can be clicked on the pages, with the words on `sheets` that it lies on."""
    objects = targets.objects
    for number, at in targets.pages.items():
        media, crop = (_box(objects.inherited(number, key)) for key in ("/MediaBox", "/CropBox"))
        for reference in objects.members(objects.dictionary(f"{number} 0 R").get("/Annots")):
            annotation = objects.dictionary(reference)
            if annotation.get("/Subtype") == "/Link":
                box = _box(objects.at(annotation.get("/Rect")))
                said = _said(box, sheets[at - 1]) if at <= len(sheets) and media[:2] == (0, 0) else None
                within_reach = _overlap(box, crop if any(crop) else media)
                yield _anchor(targets, annotation, Anchor("", at, said, is_within_reach=within_reach))


def _said(box: Box, sheet: Sheet) -> str:
    """Return what the pieces say whose middles are in a box."""
    left, bottom, right, top = box
    middles = ((piece, (piece.box[0] + piece.box[2]) / 2, (piece.box[1] + piece.box[3]) / 2) for piece in sheet.painted)
    return "".join(piece.text for piece, x, y in middles if left <= x <= right and bottom <= y <= top)


def addresses(objects: Objects) -> Iterator[str]:
    """Yield every address that the file leads to, from wherever in it."""
    for _, found in objects.dictionaries():
        if found.get("/S") == "/URI":
            yield text_of(objects.at(found.get("/URI"))) or ""


def _anchor(targets: Targets, annotation: dict[str, Any], anchor: Anchor) -> Anchor:
    """Return an anchor with where an annotation leads."""
    objects = targets.objects
    action = objects.dictionary(annotation.get("/A"))
    kind = action.get("/S")
    address = text_of(objects.at(action.get("/URI"))) or "" if kind == "/URI" else ""
    is_within = "/Dest" in annotation or kind in (None, "/GoTo")
    return replace(anchor, address=address, is_dead=is_within and targets.page_of(annotation) is None)


def _box(value: Any) -> Box:
    """Return a rectangle with its corners in order (ISO 32000-2, 7.9.5); an empty one for what is none."""
    if not isinstance(value, list) or len(value) != 4 or not all(isinstance(edge, int | float) for edge in value):
        return 0, 0, 0, 0
    left, bottom, right, top = value
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _overlap(box: Box, sheet: Box) -> bool:
    """Whether enough of a box to click on is on a sheet."""
    width = min(box[2], sheet[2]) - max(box[0], sheet[0])
    height = min(box[3], sheet[3]) - max(box[1], sheet[1])
    return width >= _LEAST and height >= _LEAST
