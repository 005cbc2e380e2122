"""Manuscript in, Word file out: styles, lists and links that are real. The only room that knows python-docx."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from typeset.document.shapes import Document, Photo
from typeset.resume.links import Url
from typeset.theme.office import Office
from typeset.theme.theme import Theme
from typeset.writers import Manuscript
from typeset.writers.assets import photo
from typeset.writers.assets.fonts import LETTERS
from typeset.writers.office.bundle import bundle
from typeset.writers.office.flow import MASTHEAD, PHOTO, is_short, lines, shown_photo
from typeset.writers.office.letters import losses
from typeset.writers.office.line import Line, runs_leftwards
from typeset.writers.office.paragraphs import OUTLINE
from typeset.writers.office.pieces import Piece
from typeset.writers.office.word_package import CORE, RELATION, core_properties, package
from typeset.writers.office.word_styles import NUMBERS, style_id
from typeset.writers.office.xml import legal

__all__ = ["losses", "write"]

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

EMU = 36000
"""English metric units to the millimetre (ECMA-376-1, 20.1.2.1)."""

OUTLINES = {"portrait": "rect", "round": "ellipse"}
"""What Word calls the outlines of a photo."""

_ANCHOR = """
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
  xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<wp:anchor distT="0" distB="90000" distL="180000" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"
  layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
<wp:positionV relativeFrom="margin"><wp:align>top</wp:align></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="left"/>
<wp:docPr id="1" name="Photo"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="1" name="Photo"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="{outline}"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>
</a:graphicData></a:graphic></wp:anchor></w:drawing>
"""
"""A picture at the right end of the masthead, with text to its left (ECMA-376-1, 20.4.2.3)."""


def write(manuscript: Manuscript) -> bytes:
    """Return a .docx file. The same document and theme give the same bytes; raises `CannotWrite` for a bad photo."""
    import docx

    document, theme = manuscript.document, manuscript.theme
    drawn = lines(document, theme)
    characters = frozenset(char for line in drawn for piece in line.pieces for char in piece.text) - LETTERS
    word = docx.Document(io.BytesIO(package(theme, document.language, characters)))
    word.sections[0].header.paragraphs[0].runs[0].text = legal(document.author)
    writer = _Writer(word, theme.office)
    for line in drawn:
        writer.line(line)
    if shown := shown_photo(document, theme):
        _set_beside(word, drawn, shown, theme)
    return _packed(word, document)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes lines into a Word document, one after another."""

    word: WordDocument
    office: Office
    lists: dict[int, int] = field(default_factory=dict)

    def line(self, line: Line) -> None:
        """Add a paragraph."""
        paragraph = self.word.add_paragraph()
        shape: Any = paragraph.paragraph_format.element
        shape.style = style_id(line.style, line.level)
        if line.keeps != (line.style in OUTLINE):
            paragraph.paragraph_format.keep_with_next = line.keeps
        if line.number:
            listed = shape.pPr.get_or_add_numPr()
            listed.get_or_add_ilvl().val, listed.get_or_add_numId().val = line.level - 1, self.list_of(line)
        if line.runs_leftwards:
            shape.pPr.append(_element("w:bidi"))
        for link, pieces in groupby(line.pieces, key=lambda piece: piece.link):
            runs = [self.run(paragraph, piece) for piece in pieces]
            if link:
                self.link(link, runs)

    def run(self, paragraph: Paragraph, piece: Piece) -> Run:
        """Add words of one style; stressed ones stand upright where all others are italic."""
        run = paragraph.add_run(piece.text)
        shape: Any = run.element
        shape.style = style_id(piece.style) if piece.style else None
        run.bold = piece.strong or None
        run.italic = not self.office.style(piece.style).italic if piece.emphasis else None
        if runs_leftwards(piece.text):
            shape.get_or_add_rPr().append(_element("w:rtl"))
        return run

    def list_of(self, line: Line) -> int:
        """Return the id of the numbered list that a line belongs to; each begins at 1 on its own level."""
        if line.number not in self.lists:
            numbering: Any = self.word.part.numbering_part.element
            found = numbering.add_num(NUMBERS)
            found.add_lvlOverride(line.level - 1).add_startOverride(1)
            self.lists[line.number] = found.numId
        return self.lists[line.number]

    def link(self, address: Url, runs: list[Run]) -> None:
        """Put runs into a link to an address."""
        hyperlink = _element("w:hyperlink")
        hyperlink.set(_name("r:id"), self.word.part.relate_to(address, f"{RELATION}/hyperlink", is_external=True))
        runs[0].element.addprevious(hyperlink)
        for run in runs:
            hyperlink.append(run.element)


def _set_beside(word: WordDocument, drawn: tuple[Line, ...], shown: Photo, theme: Theme) -> None:
    """Set the photo at the right end of the masthead; what follows begins below it."""
    from docx.oxml import parse_xml

    cut = dict(theme.values).get("photo", "portrait")
    width, height = PHOTO[cut]
    picture = photo.cut(photo.jpeg(shown.file), width / height)  # LibreOffice shows none that is round and cropped
    relation, _ = word.part.get_or_add_image(io.BytesIO(picture))
    drawing: Any = parse_xml(
        _ANCHOR.format(width=width * EMU, height=height * EMU, outline=OUTLINES[cut], relation=relation)
    )
    for properties in drawing.iter(_name("wp:docPr"), _name("pic:cNvPr")):
        properties.set("descr", legal(shown.description))
    first, last = word.paragraphs[0], word.paragraphs[sum(line.style in MASTHEAD for line in drawn) - 1]
    run = first.add_run()
    run.element.append(drawing)
    first.runs[0].element.addprevious(run.element)
    if is_short(drawn, theme, height):
        _begin_below(last)


def _begin_below(paragraph: Paragraph) -> None:
    """Let what follows a paragraph begin below the picture at its side."""
    from docx.enum.text import WD_BREAK

    paragraph.add_run().add_break(WD_BREAK.LINE_CLEAR_ALL)


def _element(name: str) -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement(name)


def _name(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)


def _packed(word: WordDocument, document: Document) -> bytes:
    """Return the file, its times and order fixed. What it says of itself may be longer than python-docx lets it be."""
    saved = io.BytesIO()
    word.save(saved)
    with ZipFile(saved) as made:
        files = {name: made.read(name) for name in made.namelist()}
    return bundle(files | {CORE: core_properties(document)})
