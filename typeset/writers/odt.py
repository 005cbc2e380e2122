"""Manuscript in, OpenDocument text out: the same paragraphs as a Word file's, in the other word processors' format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from typeset.document.shapes import Document, Photo
from typeset.resume.links import Url
from typeset.theme.office import Office
from typeset.theme.theme import Theme
from typeset.writers import Manuscript
from typeset.writers.assets import fonts, photo
from typeset.writers.office.bundle import bundle
from typeset.writers.office.flow import MASTHEAD, PHOTO, is_short, lines, shown_photo
from typeset.writers.office.letters import losses
from typeset.writers.office.line import Line
from typeset.writers.office.open_styles import WORDS, namespaces, style_name, styles
from typeset.writers.office.paragraphs import OUTLINE
from typeset.writers.office.pieces import Piece
from typeset.writers.office.xml import part, said, tag

__all__ = ["losses", "write"]

TYPE = "application/vnd.oasis.opendocument.text"
PICTURE = "Pictures/photo.jpg"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_TYPES = {".xml": "text/xml", ".jpg": "image/jpeg", ".ttf": "application/x-font-ttf", ".otf": "application/x-font-otf"}
_SPACES = re.compile(r"^ | $|(?<= ) |[\t\n]")
"""White space that the format would join or drop (OpenDocument 1.3, part 3, 6.1.2)."""


def write(manuscript: Manuscript) -> bytes:
    """Return an .odt file. The same document and theme give the same bytes; raises `CannotWrite` for a bad photo."""
    document, theme = manuscript.document, manuscript.theme
    drawn, shown = lines(document, theme), shown_photo(document, theme)
    characters = frozenset(char for line in drawn for piece in line.pieces for char in piece.text) - fonts.LETTERS
    embedded = fonts.embedded(theme, characters)
    files = {
        "content.xml": _content(drawn, theme, shown),
        "styles.xml": styles(theme, embedded, document.language, document.author),
        "meta.xml": _meta(document),
    }
    for font in embedded:
        files[f"Fonts/{font.name}{font.face.file.suffix}"] = font.data
    if shown:
        width, height = _size(theme)
        files[PICTURE] = photo.cut(photo.jpeg(shown.file), width / height)
    return _packed(files)


def _packed(files: dict[str, bytes]) -> bytes:
    """Return the package: its type first and uncompressed, then its contents' list (OpenDocument 1.3, part 2, 3.3)."""
    rows = [("/", TYPE), *((name, _TYPES[name[name.rindex(".") :]]) for name in files)]
    entries = (tag("manifest:file-entry", manifest_full_path=path, manifest_media_type=kind) for path, kind in rows)
    listed = part(tag("manifest:manifest", *entries, xmlns_manifest=_MANIFEST, manifest_version="1.3"))
    return bundle({"mimetype": TYPE.encode(), "META-INF/manifest.xml": listed, **files}, stored=["mimetype"])


def _meta(document: Document) -> bytes:
    label = document.masthead.label
    about = (
        tag("dc:title", said(document.title)),
        tag("dc:subject", said(label.plain)) if label else "",
        tag("meta:initial-creator", said(document.author)),
        tag("dc:creator", said(document.author)),
        *(tag("meta:keyword", said(keyword)) for keyword in document.keywords),
        tag("dc:language", said(document.language)),
    )
    return part(tag("office:document-meta", tag("office:meta", *about), **namespaces()))


def _content(drawn: tuple[Line, ...], theme: Theme, shown: Photo | None) -> bytes:
    kinds = dict.fromkeys(map(_kind, drawn))
    picture = _picture(shown, theme) if shown else ""
    clears = bool(shown) and is_short(drawn, theme, _size(theme)[1])
    heads = [line for line in drawn if line.style in MASTHEAD]
    masthead = (
        _paragraph(
            line, theme.office, picture if line is heads[0] else "", clears and line is heads[-1], line is heads[0]
        )
        for line in heads
    )
    body = (*masthead, *_blocks(list(drawn[len(heads) :]), 1, theme.office))
    root = tag(
        "office:document-content",
        tag("office:automatic-styles", *(_automatic(*kind) for kind in kinds), _FIRST, _BESIDE),
        tag("office:body", tag("office:text", *body)),
        **namespaces(),
    )
    return part(root)


_FIRST = tag(
    "style:style",
    style_name="Opening",
    style_family="paragraph",
    style_parent_style_name="Title",
    style_master_page_name="First",
)
"""The style of the first paragraph, which begins the first page."""

_BESIDE = tag(
    "style:style",
    tag(
        "style:graphic-properties",
        style_wrap="left",
        style_horizontal_pos="right",
        style_horizontal_rel="page-content",
        style_vertical_pos="top",
        style_vertical_rel="page-content",
        fo_margin_left="5mm",
        fo_margin_bottom="2.5mm",
    ),
    style_name="Photo",
    style_family="graphic",
)
"""The style of the photo: at the right end of the masthead, with text to its left."""

Kind = tuple[str, bool, bool]
"""The style of a paragraph, whether it keeps with the next, whether it begins at the right."""


def _kind(line: Line) -> Kind:
    return style_name(line.style, line.level), line.keeps and line.style not in OUTLINE, line.runs_leftwards


def _called(kind: Kind) -> str:
    style, keeps, leftwards = kind
    return style + ("-kept" if keeps else "") + ("-leftwards" if leftwards else "")


def _automatic(style: str, keeps: bool, leftwards: bool) -> str:
    """Return the style of paragraphs that differ from a named one in where a page or a line begins."""
    name = _called((style, keeps, leftwards))
    if name == style:
        return ""
    properties = tag(
        "style:paragraph-properties",
        fo_keep_with_next="always" if keeps else None,
        style_writing_mode="rl-tb" if leftwards else None,
        fo_text_align="start" if leftwards else None,
    )
    return tag("style:style", properties, style_name=name, style_family="paragraph", style_parent_style_name=style)


def _blocks(drawn: list[Line], level: int, office: Office) -> Iterator[str]:
    """Yield paragraphs, and lists that hold what stands deeper."""
    while drawn:
        first, *others = drawn
        if not _is_point(first) or first.level < level:
            yield _paragraph(first, office)
            drawn = others
            continue
        end = next((place for place, line in enumerate(drawn) if not _belongs(line, first)), len(drawn))
        yield _list(drawn[:end], first, office)
        drawn = drawn[end:]


def _is_point(line: Line) -> bool:
    return line.style in ("bullet", "number")


def _belongs(line: Line, first: Line) -> bool:
    """Whether a line is part of the list that another begins."""
    if _is_point(line) and line.level == first.level:
        return (line.style, line.number) == (first.style, first.number)
    return line.level >= first.level


def _list(drawn: list[Line], first: Line, office: Office) -> str:
    starts = [place for place, line in enumerate(drawn) if _is_point(line) and line.level == first.level]
    ends = [*starts[1:], len(drawn)]
    points = [drawn[start:end] for start, end in zip(starts, ends, strict=True)]
    items = (
        tag("text:list-item", _paragraph(point, office), *_blocks(below, first.level + 1, office))
        for point, *below in points
    )
    return tag("text:list", *items, text_style_name="Numbers" if first.number else "Bullets")


def _paragraph(line: Line, office: Office, picture: str = "", clears: bool = False, opens: bool = False) -> str:
    words = []
    for link, pieces in groupby(line.pieces, key=lambda piece: piece.link):
        drawn = list(pieces)
        words.append(_link(link, drawn, office) if link else "".join(_words(piece, office) for piece in drawn))
    if clears:
        words.append(tag("text:line-break", loext_clear="all"))
    style = {"text_style_name": "Opening" if opens else _called(_kind(line))}
    if line.style in OUTLINE:
        return tag("text:h", picture, *words, **style, text_outline_level=OUTLINE.index(line.style) + 1)
    return tag("text:p", picture, *words, **style)


def _link(address: Url, pieces: list[Piece], office: Office) -> str:
    kind = WORDS["link" if pieces[0].style == "link" else "plain"]
    look = {"text_style_name": kind, "text_visited_style_name": kind}
    return tag("text:a", *(_words(piece, office) for piece in pieces), xlink_type="simple", xlink_href=address, **look)


def _words(piece: Piece, office: Office) -> str:
    """Return words in a span for each thing that they are."""
    marked = _SPACES.sub(lambda found: f"\0{found[0]}\0", piece.text).split("\0")
    drawn = "".join(_WHITE.get(characters) or said(characters) for characters in marked)
    stressed = "upright" if office.style(piece.style).italic else "emphasis"
    kinds = (("strong", piece.strong), (stressed, piece.emphasis), (piece.style, piece.style not in ("", "link")))
    for kind, holds in kinds:
        drawn = tag("text:span", drawn, text_style_name=WORDS[kind]) if holds else drawn
    return drawn


_WHITE = {" ": tag("text:s"), "\t": tag("text:tab"), "\n": tag("text:line-break")}


def _size(theme: Theme) -> tuple[int, int]:
    return PHOTO[dict(theme.values).get("photo", "portrait")]


def _picture(shown: Photo, theme: Theme) -> str:
    width, height = _size(theme)
    image = tag("draw:image", xlink_href=PICTURE, xlink_type="simple")
    size = {"svg_width": f"{width}mm", "svg_height": f"{height}mm", "text_anchor_type": "paragraph"}
    return tag("draw:frame", image, tag("svg:desc", said(shown.description)), draw_style_name="Photo", **size)
