"""A page's structure tree and its text objects in; what the tags say, in their own order, out. Knows PDFium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from typeset.proof.reading.drawn import Drawn
from typeset.proof.tags import Tag

DEEPEST = 60
"""Elements within one another that are followed."""


def tags(tree: Any, number: int, drawn: Sequence[Drawn]) -> list[Tag]:
    """Return the texts of page `number` as elements of its open structure tree hold them; none where it has no tree.

    What an element says instead of its content, its `ActualText` (ISO 32000-2, 14.9.4), stands for it.
    """
    return list(_Reader(number, _marked(drawn)).below(tree)) if tree else []


def marks(tree: Any) -> frozenset[int] | None:
    """Return the MCIDs of a page that elements of its open structure tree hold; None where it has no tree."""
    import pypdfium2.raw as pdfium

    if not tree:
        return None
    children = (pdfium.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(_count(tree)))
    return frozenset(mark for child in children if child for mark in _marks(child, 0))


def _count(tree: Any) -> int:
    import pypdfium2.raw as pdfium

    return int(max(pdfium.FPDF_StructTree_CountChildren(tree), 0))


def _marks(element: Any, depth: int) -> Iterator[int]:
    import pypdfium2.raw as pdfium

    for index in range(max(pdfium.FPDF_StructElement_CountChildren(element), 0)):
        mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if mark >= 0:
            yield mark
        elif depth < DEEPEST and (child := pdfium.FPDF_StructElement_GetChildAtIndex(element, index)):
            yield from _marks(child, depth + 1)


def in_order(found: Iterable[Tag]) -> tuple[Tag, ...]:
    """Return the texts of all pages in the order of the tree, each once, however many pages its element is on."""
    return tuple({tag.path: tag for tag in sorted(found, key=lambda tag: tag.path)}.values())


def _marked(drawn: Sequence[Drawn]) -> dict[int, str]:
    """Return what is painted under each mark (ISO 32000-2, 14.7.5.2), by its MCID."""
    said = dict[int, str]()
    for text in drawn:
        said[text.mark] = said.get(text.mark, "") + text.text
    return said


@contextmanager
def opened(page: Any) -> Iterator[Any]:
    """Hand out the structure tree of a page while it is needed; None where there is none."""
    import pypdfium2.raw as pdfium

    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    try:
        yield tree
    finally:
        if tree:
            pdfium.FPDF_StructTree_Close(tree)


class _Reader:
    """Goes through the elements of one page; those of other pages are counted, and not there."""

    def __init__(self, number: int, marked: Mapping[int, str]) -> None:
        self.number, self.marked = number, marked
        self.buffer = ctypes.create_string_buffer(64)

    def below(self, tree: Any) -> Iterator[Tag]:
        import pypdfium2.raw as pdfium

        for index in range(_count(tree)):
            if child := pdfium.FPDF_StructTree_GetChildAtIndex(tree, index):
                yield from self.element(child, (index,), ())

    def element(self, element: Any, path: tuple[int, ...], outer: tuple[str, ...]) -> Iterator[Tag]:
        """Yield what an element says, and those in it."""
        import pypdfium2.raw as pdfium

        roles = (*outer, self.role(element))
        if instead := _instead(element):
            yield Tag(instead, self.number, path, roles)
            return
        for index in range(max(pdfium.FPDF_StructElement_CountChildren(element), 0)):
            mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if mark >= 0:
                if said := self.marked.get(mark):
                    yield Tag(said, self.number, (*path, index), roles)
            elif len(path) < DEEPEST and (child := pdfium.FPDF_StructElement_GetChildAtIndex(element, index)):
                yield from self.element(child, (*path, index), roles)

    def role(self, element: Any) -> str:
        import pypdfium2.raw as pdfium

        size = pdfium.FPDF_StructElement_GetType(element, self.buffer, len(self.buffer))
        return self.buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")


def _instead(element: Any) -> str:
    import pypdfium2.raw as pdfium

    size = pdfium.FPDF_StructElement_GetActualText(element, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetActualText(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
