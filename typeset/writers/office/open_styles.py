"""A theme in, the styles, lists and sheets of an OpenDocument text out: `styles.xml` (OpenDocument 1.3, part 3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from typeset.theme.office import Style
from typeset.theme.theme import Theme
from typeset.writers.assets.fonts import Embedded, asian_family
from typeset.writers.office.paragraphs import DEEPEST, ENDED, INLINE, OUTLINE, TIGHT, indents, list_indents
from typeset.writers.office.sheet import HEADER_AT, Sheet, sheet
from typeset.writers.office.xml import part, said, tag

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"

NAMESPACES = {
    **{name: f"{_OASIS}:{name}:1.0" for name in ("office", "style", "text", "meta")},
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}

PARAGRAPHS = {
    "name": "Title",
    "label": "Subtitle",
    "contacts": "Contact",
    "section": "Heading_20_1",
    "head": "Heading_20_2",
    "subhead": "Heading_20_3",
    "below": "Where",
    "lead": "Lead",
    "short": "Short_20_Entry",
    "reference": "Bibliography",
    "text": "Text_20_body",
    "quote": "Quotations",
    "terms": "Terms",
    "group": "Group",
    "links": "Links",
    "address": "Letter_20_Address",
    "apart": "Letter_20_Part",
    "subject": "Letter_20_Subject",
    "letter": "Letter_20_Text",
    "signed": "Signature",
    "running": "Header",
}
"""What word processors of this format call the theme's paragraphs."""

LISTS = {"bullet": "List_20_Bullet", "number": "List_20_Number", "continued": "List_20_Continue"}
"""What they call a list's, on the first level; on others a number follows."""

WORDS = {
    "title": "Entry_20_Title",
    "role": "Role_20_Title",
    "employer": "Employer",
    "organization": "Organization",
    "venue": "Venue",
    "place": "Place",
    "period": "Dates",
    "note": "Note",
    "term": "Term",
    "topic": "Topic",
    "link": "Internet_20_link",
    "emphasis": "Emphasis",
    "strong": "Strong_20_Emphasis",
    "both": "Intense_20_Emphasis",
    "code": "Source_20_Text",
    "plain": "Plain_20_Link",
    "upright": "Upright",
}
"""What they call kinds of words; `plain` is a link that looks like none, `upright` what stands out of italics."""

SCRIPT = 4
"""Letters of the code of a script (BCP 47, 2.2.3)."""


def namespaces() -> dict[str, str]:
    """Return the attributes that name every prefix."""
    return {f"xmlns_{name}": address for name, address in NAMESPACES.items()} | {"office_version": "1.3"}


def language_of(code: str) -> dict[str, str | None]:
    """Return a BCP 47 tag as the attributes that say it."""
    language, *others = code.split("-")
    script = next((other for other in others if len(other) == SCRIPT), None)
    country = next((other for other in others if len(other) != SCRIPT), "none")
    return {"fo_language": language, "fo_script": script, "fo_country": country}


def styles(theme: Theme, embedded: list[Embedded], language: str, head: str) -> bytes:
    """Return `styles.xml`; `head` is what runs over the pages from the second."""
    page, office = sheet(theme), theme.office
    lists = office.style("list")
    named = (
        _default(theme, page, language),
        _style("Standard", "paragraph"),
        *(_paragraph(name, office.style(name), page) for name in PARAGRAPHS),
        *(_listed(kind, level, lists, page) for kind in LISTS for level in range(1, DEEPEST + 1)),
        *(_words(name, INLINE.get(name) or office.style(name), page) for name in WORDS),
        *_list_styles(lists, page),
    )
    root = tag(
        "office:document-styles",
        tag("office:font-face-decls", *_fonts(theme, embedded)),
        tag("office:styles", *(_in_asian_too(style, theme) for style in named)),
        tag("office:automatic-styles", *_layouts(page)),
        tag("office:master-styles", *_masters(head)),
        **namespaces(),
    )
    return part(root)


def style_name(style: str, level: int = 0) -> str:
    """Return the name of the style that a paragraph is set in."""
    return LISTS[style] + (f"_20_{level}" if level > 1 else "") if style in LISTS else PARAGRAPHS[style]


def _style(name: str, family: str, *properties: str, parent: str | None = None) -> str:
    shown = name.replace("_20_", " ")
    return tag(
        "style:style",
        *properties,
        style_name=name,
        style_display_name=shown,
        style_family=family,
        style_parent_style_name=parent,
    )


def _default(theme: Theme, page: Sheet, language: str) -> str:
    lines = tag("style:paragraph-properties", fo_orphans=2, fo_widows=2, style_line_height_at_least=_pt(page.line(1)))
    letters = {"style_font_name": theme.fonts[0].family if theme.fonts else theme.office.fallback}
    look = {"fo_font_size": _pt(page.size), "fo_color": page.color("ink"), **language_of(language)}
    return tag("style:default-style", lines, tag("style:text-properties", **letters, **look), style_family="paragraph")


def _paragraph(name: str, style: Style, page: Sheet) -> str:
    indent = indents(name, style)
    stop = tag("style:tab-stop", style_type="right", style_position=_pt(page.measure))
    keeps = {"fo_keep_with_next": "always", "fo_keep_together": "always"} if name in OUTLINE else {}
    properties = tag(
        "style:paragraph-properties",
        tag("style:tab-stops", stop) if name in ENDED else "",
        **_spacing(style, page),
        **_indent(page, *indent),
        **_rule(style, page),
        **keeps,
        fo_text_align="center" if style.align == "centre" else None,
        style_contextual_spacing="true" if name in TIGHT else None,
    )
    return _style(PARAGRAPHS[name], "paragraph", properties, _look(style, page), parent="Standard")


def _listed(kind: str, level: int, style: Style, page: Sheet) -> str:
    indent = _indent(page, *list_indents(kind, level, style)) if kind == "continued" else {}
    properties = tag("style:paragraph-properties", **_spacing(style, page), **indent)
    return _style(style_name(kind, level), "paragraph", properties, _look(style, page), parent="Standard")


def _words(name: str, style: Style, page: Sheet) -> str:
    line = {"style_text_underline_style": "solid", "style_text_underline_color": page.color("rule")}
    plain = {"fo_font_style": "normal"} if name == "upright" else {}
    return _style(WORDS[name], "text", _look(style, page, line if name == "link" else plain))


def _look(style: Style, page: Sheet, others: Mapping[str, str] | None = None) -> str:
    look = {
        "fo_font_weight": "bold" if style.bold else None,
        "fo_font_style": "italic" if style.italic else None,
        "fo_text_transform": "uppercase" if style.capitals else None,
        "fo_letter_spacing": _pt(page.size * style.size * style.tracking) if style.tracking else None,
        "fo_color": page.color(style.color) if style.color != "ink" else None,
        "fo_font_size": _pt(page.size * style.size) if style.size != 1 else None,
    }
    return tag("style:text-properties", **look | dict(others or {}))


def _spacing(style: Style, page: Sheet) -> dict[str, str]:
    return {
        "fo_margin_top": _pt(page.gap * style.above),
        "fo_margin_bottom": _pt(page.gap * style.below),
        "style_line_height_at_least": _pt(page.line(style.size)),
    }


def _indent(page: Sheet, left: float, right: float, hanging: float) -> dict[str, str]:
    sizes = {"fo_margin_left": left, "fo_margin_right": right, "fo_text_indent": -hanging}
    return {name: _pt(page.size * size) for name, size in sizes.items()}


def _rule(style: Style, page: Sheet) -> dict[str, str]:
    if style.rule == "none":
        return {}
    side, space = ("top", 4) if style.rule == "above" else ("bottom", 1)
    color = page.color("rule" if style.ruled == "quiet" else style.ruled)
    return {f"fo_border_{side}": f"0.5pt solid {color}", f"fo_padding_{side}": _pt(space)}


def _list_styles(style: Style, page: Sheet) -> Iterator[str]:
    for kind, name in (("bullet", "Bullets"), ("number", "Numbers")):
        levels = (_level(kind, level, style, page) for level in range(1, DEEPEST + 1))
        yield tag("text:list-style", *levels, style_name=name, style_display_name=name)


def _level(kind: str, level: int, style: Style, page: Sheet) -> str:
    left, _, hang = (page.size * size for size in list_indents(kind, level, style))
    place = {"text_list_tab_stop_position": _pt(left), "fo_text_indent": _pt(-hang), "fo_margin_left": _pt(left)}
    alignment = tag("style:list-level-label-alignment", text_label_followed_by="listtab", **place)
    mode = {"text_list_level_position_and_space_mode": "label-alignment"}
    properties = tag("style:list-level-properties", alignment, **mode)
    mark = {"text_bullet_char": "•" if level == 1 else "–"}
    if kind == "number":
        mark = {"style_num_format": "1", "style_num_suffix": "."}
    return tag(f"text:list-level-style-{kind}", properties, text_level=level, **mark)


def _fonts(theme: Theme, embedded: list[Embedded]) -> Iterator[str]:
    """Yield the theme's family, and that of its fallbacks, and where in the package their faces are."""
    faces: dict[str, list[str]] = {theme.fonts[0].family if theme.fonts else theme.office.fallback: []}
    for font in embedded:
        suffix = font.face.file.suffix
        file = tag(
            "svg:font-face-uri",
            tag("svg:font-face-format", svg_string="opentype" if suffix == ".otf" else "truetype"),
            xlink_href=f"Fonts/{font.name}{suffix}",
            xlink_type="simple",
            loext_font_style=font.face.style,
            loext_font_weight="bold" if font.called.startswith("Bold") else "normal",
        )
        faces.setdefault(font.face.family, []).append(file)
    for family, uris in faces.items():
        look = {"style_name": family, "svg_font_family": f"'{family}'", "style_font_pitch": "variable"}
        yield tag("style:font-face", tag("svg:font-face-src", *uris), **look)


def _in_asian_too(style: str, theme: Theme) -> str:
    """Return a style that says of Chinese characters, which have properties of their own, what it says of letters."""
    family = asian_family(theme)
    if not family:
        return style
    named = re.sub(r'style:font-name="[^"]*"', rf'\g<0> style:font-name-asian="{family}"', style)
    return re.sub(r'fo:(font-size|font-weight|language|country)="([^"]*)"', r'\g<0> style:\1-asian="\2"', named)


def _layouts(page: Sheet) -> Iterable[str]:
    """Return the layouts of the first page, and of the others with their running head."""
    head = tag("style:header-footer-properties", fo_min_height=_pt(page.top - HEADER_AT), fo_margin_bottom=_pt(8))
    for name, top, header in (
        ("FirstLayout", page.top, ""),
        ("OtherLayout", HEADER_AT, tag("style:header-style", head)),
    ):
        size = {"fo_page_width": _pt(page.width), "fo_page_height": _pt(page.height)}
        sides = {"fo_margin_left": _pt(page.side), "fo_margin_right": _pt(page.side)}
        ends = {"fo_margin_top": _pt(top), "fo_margin_bottom": _pt(page.bottom)}
        properties = tag("style:page-layout-properties", **size, **sides, **ends)
        yield tag("style:page-layout", properties, header, style_name=name)


def _masters(head: str) -> Iterable[str]:
    numbers = tag("text:page-number", "2", text_select_page="current") + " / " + tag("text:page-count", "2")
    line = tag("text:p", said(head), tag("text:tab"), numbers, text_style_name=PARAGRAPHS["running"])
    others = {"style_name": "Standard", "style_page_layout_name": "OtherLayout"}
    first = {"style_name": "First", "style_page_layout_name": "FirstLayout", "style_next_style_name": "Standard"}
    return tag("style:master-page", tag("style:header", line), **others), tag("style:master-page", **first)


def _pt(points: float) -> str:
    return f"{points:.2f}pt"
