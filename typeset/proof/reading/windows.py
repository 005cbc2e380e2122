"""An object on a page of a PDF in; the boxes within which it is shown out. Knows PDFium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from typeset.proof.sheets import Box

_NOWHERE = (0.0, 0.0, 0.0, 0.0)


def windows(text: Any) -> list[Box]:
    """Return the box of each path that cuts an object, or a form that it stands in."""
    boxes: list[Box] = []
    drawing = text
    while drawing:
        boxes += _cuts(drawing)
        drawing = drawing.container
        if drawing and boxes:
            outer = drawing.get_matrix()
            boxes = [outer.on_rect(*box) for box in boxes]
    return boxes


def _cuts(drawing: Any) -> Iterator[Box]:
    import pypdfium2.raw as pdfium

    clip = pdfium.FPDFPageObj_GetClipPath(drawing.raw)
    for number in range(max(pdfium.FPDFClipPath_CountPaths(clip), 0) if clip else 0):
        yield _path(clip, number) or _NOWHERE


def _path(clip: Any, number: int) -> Box | None:
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for index in range(pdfium.FPDFClipPath_CountPathSegments(clip, number)):
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, number, index)
        if pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            points.append((x.value, y.value))
    if not points:
        return None
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def common(one: Box, other: Box) -> Box:
    """Return what two boxes have in common; one that ends before it begins where they have nothing."""
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
