"""RenderCV's design, locale and settings in; an application, the language, and what has no equal out."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.readers.draft.looks import Looks
from typeset.readers.draft.nodes import leaves, mapped, string, text_of
from typeset.readers.draft.notes import Fate
from typeset.source import Mapping, Node, Scalar

ASIDE = ("design", "locale", "locale_catalog", "settings", "rendercv_settings")
"""What stands beside the CV, of any version."""

_THEMES = {
    "classic": ("classic", "#004f90"),
    "ember": ("margin", "#9b2319"),
    "engineeringclassic": ("ats", "#004f90"),
    "engineeringresumes": ("ats", "#000000"),
    "harvard": ("classic", "#000000"),
    "ink": ("classic", "#2a1852"),
    "moderncv": ("moderncv", "#004f90"),
    "opal": ("margin", "#00645a"),
    "sb2nov": ("classic", "#000000"),
}
"""The nearest theme of ours, and the colour of headings where the file says nothing of it."""

_LANGUAGES = {
    "arabic": "ar",
    "chinese": "zh",
    "czech": "cs",
    "danish": "da",
    "dutch": "nl",
    "english": "en",
    "finnish": "fi",
    "french": "fr",
    "german": "de",
    "greek": "el",
    "hebrew": "he",
    "hindi": "hi",
    "hungarian": "hu",
    "indonesian": "id",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "mandarin_chinese": "zh",
    "mandarin_chineese": "zh",
    "norwegian_bokmål": "nb",
    "norwegian_nynorsk": "nn",
    "persian": "fa",
    "polish": "pl",
    "portuguese": "pt",
    "romanian": "ro",
    "russian": "ru",
    "spanish": "es",
    "swedish": "sv",
    "turkish": "tr",
    "ukrainian": "uk",
    "vietnamese": "vi",
}
"""Version 2's names of languages; version 1 has the tags themselves."""

_MODERNCV_BLUE = "#3873b3"
_LINE = 0.7
"""Line height over RenderCV's `leading`, which is the gap between two lines, in sizes of the text."""


def looked(whole: Mapping, looks: Looks) -> Mapping | None:
    """Fill an application with what the files say of looks; return the rest, by its keys, or None for none."""
    design, language = whole.get("design"), meant(whole)
    if isinstance(design, Mapping):
        _theme(design, language.text if language else "en", looks)
        _page(design, looks)
        _accent(design, looks)
    if language:
        looks.keys["locale"] = language
        if (written := text_of(_language(whole))) != language.text:
            looks.notebook.note(Fate.REPAIRED, f"the language `{written}` is `{language.text}`", language.place)
    rest = [(key, left) for key in ASIDE if (left := looks.rest(_without_language(whole, key)))]
    for key, left in rest:
        first = next(leaf for _, leaf in leaves(left))
        looks.notebook.note(Fate.MOVED, f"the rest of `{key}`, to `x.rendercv.{key}`", first.place)
    return mapped(rest, whole.place) if rest else None


def meant(whole: Mapping) -> Scalar | None:
    """Return the tag of the language that the CV is written in."""
    node = _language(whole)
    tag = _tag(text_of(node))
    return string(tag, node.place) if node and tag else None


def _language(whole: Mapping) -> Scalar | None:
    found = (whole.get(key) for key in ("locale", "locale_catalog"))
    nodes = (node.get("language") for node in found if isinstance(node, Mapping))
    return next((node for node in nodes if isinstance(node, Scalar)), None)


def _tag(name: str) -> str | None:
    return _LANGUAGES.get(name.lower()) or (name.lower() if name.lower() in _LANGUAGES.values() else None)


def _without_language(whole: Mapping, key: str) -> Node | None:
    node, language = whole.get(key), _language(whole)
    if not isinstance(node, Mapping) or not language or not _tag(text_of(language)):
        return node
    return Mapping(tuple((name, value) for name, value in node if value is not language), node.place)


def _theme(design: Mapping, language: str, looks: Looks) -> None:
    """Take the nearest theme, and the paper and the colour that RenderCV gives it unasked."""
    node = design.get("theme")
    if not isinstance(node, Scalar) or text_of(node) not in _THEMES:
        return
    theme, accent = _THEMES[text_of(node)]
    looks.theme(theme, node, "design.theme", language)
    looks.options |= {"paper": string("Letter", node.place), "accent": string(accent, node.place)}


def _page(design: Mapping, looks: Looks) -> None:
    looks.paper(*_at(design, "page.size", "page_size"))
    looks.length("size", *_at(design, "typography.font_size.body", "text.font_size", "font_size"))
    looks.length("margin", *_at(design, "page.left_margin", "margins.page.left"))
    looks.also(*_at(design, "page.right_margin", "margins.page.right"), name="margin")
    gap, path = _at(design, "typography.line_spacing", "text.leading")
    if isinstance(gap, Scalar) and text_of(gap).endswith("em") and (value := _number(text_of(gap)[:-2])) is not None:
        looks.bounded("leading", value + _LINE, gap, path)


def _accent(design: Mapping, looks: Looks) -> None:
    """Take the colour of headings."""
    node, path = _at(design, "colors.section_titles", "colors.name", "color")
    if isinstance(node, Scalar) and path.endswith(".color") and text_of(node) == "blue":  # the class's own blue
        looks.option("accent", _MODERNCV_BLUE, node, path)
    else:
        looks.color(node, path)


def _at(design: Mapping, *paths: str) -> tuple[Node | None, str]:
    """Return what stands at the first of some paths that is there, and the path."""
    for path in paths:
        if (node := next(_down(design, path), None)) is not None and text_of(node):
            return node, f"design.{path}"
    return None, f"design.{paths[0]}"


def _down(node: Node | None, path: str) -> Iterator[Node]:
    for name in path.split("."):
        node = node.get(name) if isinstance(node, Mapping) else None
    if node is not None:
        yield node


def _number(written: str) -> float | None:
    try:
        return float(written)
    except ValueError:
        return None
