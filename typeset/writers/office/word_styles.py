"""A theme in, the styles and lists of a Word file out: `styles.xml` and `numbering.xml` (ECMA-376-1, 17.7 and 17.9).

Styles that Word brings keep its names and ids, so that its navigation, and templates of others, know them. Children
stand in the order of the standard's schema; in another, Word calls a file damaged.
"""

from __future__ import annotations

from collections.abc import Iterator

from typeset.theme.office import Style
from typeset.theme.theme import Theme
from typeset.writers.assets.fonts import asian_family
from typeset.writers.office.paragraphs import DEEPEST, ENDED, INLINE, OUTLINE, TIGHT, indents, list_indents
from typeset.writers.office.sheet import Sheet, sheet
from typeset.writers.office.xml import part, tag

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

PARAGRAPHS = {
    "name": "Title",
    "label": "Subtitle",
    "contacts": "Contact",
    "section": "heading 1",
    "head": "heading 2",
    "subhead": "heading 3",
    "below": "Where",
    "lead": "Lead",
    "short": "Short Entry",
    "reference": "Bibliography",
    "text": "Body Text",
    "quote": "Quote",
    "terms": "Terms",
    "group": "Group",
    "links": "Links",
    "address": "Letter Address",
    "apart": "Letter Part",
    "subject": "Letter Subject",
    "letter": "Letter Text",
    "signed": "Signature",
    "running": "header",
}
"""What Word calls the theme's paragraphs."""

LISTS = {"bullet": "List Bullet", "number": "List Number", "continued": "List Continue"}
"""What it calls a list's, on the first level; on others a number follows."""

WORDS = {
    "title": "Entry Title",
    "role": "Role Title",
    "employer": "Employer",
    "organization": "Organization",
    "venue": "Venue",
    "place": "Place",
    "period": "Dates",
    "note": "Note",
    "term": "Term",
    "topic": "Topic",
    "link": "Hyperlink",
    "emphasis": "Emphasis",
    "strong": "Strong",
    "both": "Intense Emphasis",
    "code": "HTML Code",
}
"""What it calls kinds of words."""

OWN = {"contacts", "below", "lead", "short", "terms", "group", "links"} | {
    *("address", "apart", "subject", "letter"),
    *("title", "role", "employer", "organization", "venue", "place", "period", "note", "term", "topic"),
}
"""Those that Word does not bring."""

DEFAULTS = {"paragraph": "Normal", "character": "Default Paragraph Font", "numbering": "No List"}
"""What everything is based on."""

LATENT = {"defLockedState": 0, "defUIPriority": 99, "defSemiHidden": 1, "defUnhideWhenUsed": 1, "defQFormat": 0}
"""How Word offers the styles that it brings and this file does not define: hidden until used."""

BULLETS, NUMBERS = 1, 2
"""The two lists that the styles stand for, by their ids."""


def w(name: str, /, *children: str, **attributes: object) -> str:
    """Return an element of WordprocessingML; its attributes have its prefix."""
    return tag(f"w:{name}", *children, **{f"w_{key}": value for key, value in attributes.items()})


def _root(name: str, *children: str) -> bytes:
    return part(tag(f"w:{name}", *children, xmlns_w=NAMESPACE))


def style_id(style: str, level: int = 0) -> str:
    """Return the id of the style that a paragraph or words are set in."""
    name = (PARAGRAPHS | LISTS | WORDS)[style].title() if style != "code" else WORDS[style]
    return name.replace(" ", "") + (f"{level}" if style in LISTS and level > 1 else "")


def styles(theme: Theme, language: str) -> bytes:
    """Return `styles.xml`."""
    page, office = sheet(theme), theme.office
    paragraphs = (_paragraph(style, office.style(style), page) for style in PARAGRAPHS)
    words = (_words(style, INLINE.get(style) or office.style(style), page) for style in WORDS)
    return _root(
        "styles",
        _defaults(theme, page, language),
        w("latentStyles", **LATENT),
        *(
            w("style", w("name", val=named), w("qFormat"), type=kind, default=1, styleId=named.title().replace(" ", ""))
            for kind, named in DEFAULTS.items()
        ),
        *paragraphs,
        *_lists(office.style("list"), page),
        *words,
    )


def _defaults(theme: Theme, page: Sheet, language: str) -> str:
    family = theme.fonts[0].family if theme.fonts else theme.office.fallback
    look = (
        w("rFonts", ascii=family, hAnsi=family, eastAsia=asian_family(theme) or family, cs=family),
        w("color", val=_hex(page, "ink")),
        w("sz", val=round(2 * page.size)),
        w("szCs", val=round(2 * page.size)),
        w("lang", val=language, eastAsia=language, bidi=language),
    )
    spacing = w("spacing", before=0, after=0, line=_twips(page.line(1)), lineRule="atLeast")
    paragraph = w("pPr", w("widowControl"), spacing)
    return w("docDefaults", w("rPrDefault", w("rPr", *look)), w("pPrDefault", paragraph))


def _paragraph(name: str, style: Style, page: Sheet) -> str:
    following = style_id("text") if name != "text" else None
    ahead = (
        w("name", val=PARAGRAPHS[name]),
        w("basedOn", val="Normal"),
        w("next", val=following) if following else "",
        w("uiPriority", val=1),
        w("qFormat"),
    )
    level = OUTLINE.index(name) if name in OUTLINE else None
    indent = indents(name, style)
    properties = w(
        "pPr",
        w("keepNext") + w("keepLines") if level is not None else "",
        _rule(style, page),
        w("tabs", w("tab", val="right", pos=_twips(page.measure))) if name in ENDED else "",
        _spacing(style, page),
        _indent(page, *indent) if any(indent) else "",
        w("contextualSpacing") if name in TIGHT else "",
        w("jc", val="center") if style.align == "centre" else "",
        w("outlineLvl", val=level) if level is not None else "",
    )
    return w(
        "style",
        *ahead,
        properties,
        _look(style, page),
        type="paragraph",
        styleId=style_id(name),
        customStyle=1 if name in OWN else None,
    )


def _lists(style: Style, page: Sheet) -> Iterator[str]:
    for kind, word in LISTS.items():
        for level in range(1, DEEPEST + 1):
            number = {"bullet": BULLETS, "number": NUMBERS}.get(kind)
            listed = w("numPr", w("ilvl", val=level - 1), w("numId", val=number)) if number else ""
            yield w(
                "style",
                w("name", val=word + (f" {level}" if level > 1 else "")),
                w("basedOn", val="Normal"),
                w("uiPriority", val=2),
                w("qFormat"),
                w("pPr", listed, _spacing(style, page), _indent(page, *list_indents(kind, level, style))),
                _look(style, page),
                type="paragraph",
                styleId=style_id(kind, level),
            )


def _words(name: str, style: Style, page: Sheet) -> str:
    underline = w("u", val="single", color=_hex(page, "rule")) if name == "link" else ""
    return w(
        "style",
        w("name", val=WORDS[name]),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=3),
        w("qFormat"),
        _look(style, page, underline),
        type="character",
        styleId=style_id(name),
        customStyle=1 if name in OWN else None,
    )


def _look(style: Style, page: Sheet, underline: str = "") -> str:
    """Return the letters of a style."""
    size = round(2 * page.size * style.size)
    return w(
        "rPr",
        w("b") + w("bCs") if style.bold else "",
        w("i") + w("iCs") if style.italic else "",
        w("caps") if style.capitals else "",
        w("color", val=_hex(page, style.color)) if style.color != "ink" else "",
        w("spacing", val=_twips(page.size * style.size * style.tracking)) if style.tracking else "",
        w("sz", val=size) + w("szCs", val=size) if style.size != 1 else "",
        underline,
    )


def _spacing(style: Style, page: Sheet) -> str:
    above, below = _twips(page.gap * style.above), _twips(page.gap * style.below)
    return w("spacing", before=above, after=below, line=_twips(page.line(style.size)), lineRule="atLeast")


def _rule(style: Style, page: Sheet) -> str:
    if style.rule == "none":
        return ""
    color = _hex(page, "rule" if style.ruled == "quiet" else style.ruled)
    side, space = ("top", 4) if style.rule == "above" else ("bottom", 1)
    return w("pBdr", w(side, val="single", sz=4, space=space, color=color))


def _indent(page: Sheet, left: float, right: float, hanging: float) -> str:
    sizes = {"left": left, "right": right, "hanging": hanging}
    return w("ind", **{name: _twips(page.size * size) for name, size in sizes.items()})


def numbering(theme: Theme) -> bytes:
    """Return `numbering.xml`: bullets, and numbers, on four levels each; a numbered list adds one that restarts."""
    page, style = sheet(theme), theme.office.style("list")
    lists = ("bullet", BULLETS), ("number", NUMBERS)
    abstract = (
        w(
            "abstractNum",
            w("multiLevelType", val="multilevel"),
            *(_level(kind, level, style, page) for level in range(1, DEEPEST + 1)),
            abstractNumId=number,
        )
        for kind, number in lists
    )
    concrete = (w("num", w("abstractNumId", val=number), numId=number) for _, number in lists)
    return _root("numbering", *abstract, *concrete)


def _level(kind: str, level: int, style: Style, page: Sheet) -> str:
    bullet = "•" if level == 1 else "–"
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal" if kind == "number" else "bullet"),
        w("pStyle", val=style_id(kind, level)),
        w("lvlText", val=f"%{level}." if kind == "number" else bullet),
        w("lvlJc", val="left"),
        w("pPr", _indent(page, *list_indents(kind, level, style))),
        w("rPr", w("color", val=_hex(page, "quiet"))),
        ilvl=level - 1,
    )


def _twips(points: float) -> int:
    """Return points in twentieths of one."""
    return round(20 * points)


def _hex(page: Sheet, color: str) -> str:
    return page.color(color).lstrip("#").upper()
