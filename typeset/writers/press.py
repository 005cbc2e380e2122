"""Manuscript in, PDF for a print shop out: the pages of the PDF, with bleed, crop marks, and colours of ink.

Whatever laid out the pages, what is done to them is done to the finished file.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from typeset.document.shapes import Document
from typeset.theme.theme import Theme
from typeset.writers import CannotWrite, Manuscript, pdf
from typeset.writers.assets.photo import in_ink, pixels_in_ink
from typeset.writers.assets.profiles import COATED
from typeset.writers.page.templates import render
from typeset.writers.paper import archive, engine
from typeset.writers.paper.ink import Inks, inks, inks_of_lab

_MILLIMETRE = 72 / 25.4
BLEED = 3 * _MILLIMETRE
"""How far what touches the edge of the page goes on beyond it, in points."""
MARK = 5 * _MILLIMETRE
"""The length of a crop mark, beyond the bleed."""
ROOM = f"@page {{ bleed: {BLEED + MARK}pt }}"
"""The style sheet that makes room for both around the page."""

_KEPT = {"/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot"}
"""What the catalogue keeps: neither actions nor destinations, for nothing can be clicked."""
_REGISTRATION = b"[/Separation /All /DeviceCMYK <</FunctionType 2/Domain [0 1]/C0 [0 0 0 0]/C1 [1 1 1 1]/N 1>>]"
"""The ink of crop marks: they are on every plate (ISO 32000-2, 8.6.6.4)."""
_SCREEN: dict[str, Callable[..., Inks]] = {
    "rg": inks,
    "g": lambda grey: inks(grey, grey, grey),
    "sc": inks_of_lab,
    "scn": inks_of_lab,
}
"""How the operators that set a colour of a screen come to inks; those for strokes are the same in capitals."""
_LAB = ("/lab-d50", "/lab-d65")
"""What WeasyPrint calls its spaces of CIE L*a*b*, the only ones in which `scn` sets three numbers."""
_INKED = ("/Pattern", "/DeviceCMYK")
_PLAIN = ("/DeviceCMYK", "/DeviceGray")


def write(manuscript: Manuscript) -> bytes:
    """Return a PDF/X-4 file. The same manuscript gives the same bytes.

    It has no links: PDF/X allows none on a page. Raises `CannotWrite` for a theme that paints what has no ink.
    """
    return printed(_LAID_OUT[manuscript.theme.engine](manuscript), manuscript.document)


def printed(data: bytes, document: Document) -> bytes:
    """Return a tagged PDF, of which the document is the description, as PDF/X-4; raises `CannotWrite` as `write` does.

    The page is its TrimBox, or its MediaBox where it has none.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as file:
        _unlink(file)
        _into_inks(file)
        for page in file.pages:
            _trim(file, page)
        _declare(file, document, UUID(hashlib.md5(data, usedforsecurity=False).hexdigest(), version=4))
        out = io.BytesIO()
        disabled = pikepdf.ObjectStreamMode.disable
        file.save(out, force_version="1.6", deterministic_id=True, object_stream_mode=disabled)
    return out.getvalue()


def tools(theme: Theme) -> list[Path]:
    """Return the programs and libraries that make the PDF."""
    return pdf.tools(theme)


def _with_room(manuscript: Manuscript) -> bytes:
    """Return pages on larger sheets, so that what touches their edges goes on."""
    return engine.written(render(manuscript.document, manuscript.theme), manuscript.theme, sheet=ROOM)


def _as_pdf(manuscript: Manuscript) -> bytes:
    """Return the pages of the PDF; what is at their edges ends there."""
    return pdf.write(replace(manuscript, carries_source=False))


_LAID_OUT = {"weasyprint": _with_room, "latex": _as_pdf}
"""What lays out a theme's pages, by its `engine`."""


def _unlink(file: Any) -> None:
    """Take out links, what the structure says of them, and whatever leads from one place to another."""
    import pikepdf

    for key in set(file.Root.keys()) - _KEPT:
        del file.Root[key]
    for page in file.pages:
        for key in {"/Annots", "/Tabs"} & set(page.keys()):
            del page[key]
    for item in file.objects:
        if isinstance(item, pikepdf.Dictionary) and "/P" in item and "/K" in item:
            children = item.K.as_list() if isinstance(item.K, pikepdf.Array) else [item.K]
            item.K = pikepdf.Array([child for child in children if not _is_link(child)])


def _is_link(child: Any) -> bool:
    import pikepdf

    return isinstance(child, pikepdf.Dictionary) and child.get("/Type") == pikepdf.Name.OBJR


# Colours


def _into_inks(file: Any) -> None:
    """Set every colour in the inks of a press: of pages, of what is drawn once for many places, of pictures."""
    import pikepdf

    for page in file.pages:
        page.Contents = file.make_stream(_drawn(page, page.resources))
    for item in (item for item in file.objects if isinstance(item, pikepdf.Dictionary | pikepdf.Stream)):
        kind = item.get("/Subtype")
        if kind == pikepdf.Name.Image:
            _picture_into_inks(item)
        elif kind == pikepdf.Name.Form or (item.get("/PatternType") == 1 and isinstance(item, pikepdf.Stream)):
            item.write(_drawn(item, item.get("/Resources", pikepdf.Dictionary())))
        elif kind == pikepdf.Name.Type3:
            raise _without_ink("letters that are drawings", "with fonts of outlines")
        if "/Group" in item:
            item.Group.CS = pikepdf.Name.DeviceCMYK


def _drawn(drawing: Any, resources: Any) -> bytes:
    """Return the operators of a drawing with inks for colours; the spaces of other colours are no more needed."""
    import pikepdf

    if any(pattern.get("/PatternType") == 2 for _, pattern in resources.get("/Pattern", pikepdf.Dictionary()).items()):
        raise _gradient()
    try:
        operators = list(_operators(pikepdf.parse_content_stream(drawing)))
    except (pikepdf.PdfError, IndexError, TypeError, ValueError):
        raise CannotWrite("the theme paints what cannot be read") from None
    if "/ColorSpace" in resources:
        del resources["/ColorSpace"]
    return pikepdf.unparse_content_stream(operators)


def _operators(instructions: Iterable[Any]) -> Iterator[Any]:
    import pikepdf

    for instruction in instructions:
        operands, name = instruction.operands, str(instruction.operator)
        if name == "sh":
            raise _gradient()
        if name == "INLINE IMAGE":
            raise _without_ink("a picture among the text", "in files of their own")
        if name in ("cs", "CS"):
            if (space := str(operands[0])) not in _INKED + _LAB:
                raise _without_ink(f"in the colour space `{space[1:]}`", "in RGB, CMYK or CIE L*a*b*")
            if space in _LAB:
                continue
        found = _mixed(name.lower(), operands)
        if found:
            amounts = [Decimal(amount) / 100 for amount in found]
            yield pikepdf.ContentStreamInstruction(amounts, pikepdf.Operator("K" if name.isupper() else "k"))
        else:
            yield instruction


def _mixed(name: str, operands: Any) -> Inks | None:
    """Return the inks of a colour of a screen that an operator sets; nothing for any other operator."""
    is_special = name in ("sc", "scn") and len(operands) != 3
    return None if name not in _SCREEN or is_special else _SCREEN[name](*map(float, operands))


def _picture_into_inks(stream: Any) -> None:
    import pikepdf

    space = stream.get("/ColorSpace")
    if space is None or str(space) in _PLAIN:
        return
    if space != pikepdf.Name.DeviceRGB or stream.get("/BitsPerComponent") != 8:
        raise _without_ink("a picture of an unusual kind", "in JPEG, or PNG of 8 bits")
    if stream.get("/Filter") == pikepdf.Name.DCTDecode:
        stream.write(in_ink(stream.read_raw_bytes()), filter=pikepdf.Name.DCTDecode)
        stream.Decode = pikepdf.Array([1, 0] * 4)
    else:
        stream.write(pixels_in_ink(stream.read_bytes(), int(stream.Width), int(stream.Height)))
    stream.ColorSpace = pikepdf.Name.DeviceCMYK


def _gradient() -> CannotWrite:
    return CannotWrite("the theme paints a gradient", hint="for a press it can use plain colours only")


def _without_ink(painted: str, instead: str) -> CannotWrite:
    return CannotWrite(f"the theme paints {painted}", hint=f"for a press it can paint {instead} only")


# Paper


def _trim(file: Any, page: Any) -> None:
    """Set the boxes of the sheet, keep what is painted within the bleed, and mark where the paper is cut."""
    import pikepdf

    left, bottom, right, top = map(float, page.trimbox)
    page.TrimBox, page.BleedBox, page.MediaBox = (
        pikepdf.Array([_rounded(left - by), _rounded(bottom - by), _rounded(right + by), _rounded(top + by)])
        for by in (0, BLEED, BLEED + MARK)
    )
    if "/ArtBox" in page:  # of the two, PDF/X-4 has the TrimBox
        del page.ArtBox
    page.resources.ColorSpace = pikepdf.Dictionary({"/All": pikepdf.Object.parse(_REGISTRATION)})
    corners = [(x, y, x_way, y_way) for x, x_way in ((left, -1), (right, 1)) for y, y_way in ((bottom, -1), (top, 1))]
    lines = [line for corner in corners for line in _crop_marks(*corner)]
    width, height = right - left + 2 * BLEED, top - bottom + 2 * BLEED
    clip = f"{left - BLEED:.3f} {bottom - BLEED:.3f} {width:.3f} {height:.3f} re W n"
    marks = "\n".join(["/Artifact BMC q /All CS 1 SCN 0.25 w", *lines, "S Q EMC", clip, ""])
    page.Contents = file.make_stream(marks.encode("ascii") + page.Contents.read_bytes())


def _crop_marks(x: float, y: float, x_way: int, y_way: int) -> Iterator[str]:
    """Yield the two lines that point at a corner of the page, each beginning where the bleed ends."""
    near, far = BLEED, BLEED + MARK
    yield f"{x + near * x_way:.3f} {y:.3f} m {x + far * x_way:.3f} {y:.3f} l"
    yield f"{x:.3f} {y + near * y_way:.3f} m {x:.3f} {y + far * y_way:.3f} l"


def _rounded(points: float) -> Decimal:
    return Decimal(f"{points:.3f}")


# Declarations


def _declare(file: Any, document: Document, identifier: UUID) -> None:
    """Make a file whose pages are ready PDF/X-4 (ISO 15930-7)."""
    import pikepdf

    producer = str(file.docinfo["/Producer"])
    about = archive.About(document.title, document.author, document.language, producer, document.keywords)
    packet = archive.for_press(about, str(identifier))
    file.Root.Metadata = file.make_stream(packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    file.docinfo["/Trapped"] = pikepdf.Name("/False")
    intent = {
        "/Type": pikepdf.Name.OutputIntent,
        "/S": pikepdf.Name.GTS_PDFX,
        "/OutputConditionIdentifier": "FOGRA39",
        "/Info": "FOGRA39",
        "/RegistryName": "http://www.color.org",
        "/DestOutputProfile": file.make_stream(COATED.read_bytes(), N=4),
    }
    file.Root.OutputIntents = pikepdf.Array([file.make_indirect(pikepdf.Dictionary(intent))])
