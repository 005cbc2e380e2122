"""yamlresume's layouts and locale in; an application, headings, an order, the language, and what has no equal out."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.readers.draft.looks import Looks
from typeset.readers.draft.nodes import leaves, listed, mapped, string, text_of
from typeset.readers.draft.notes import Fate
from typeset.resume.model import SECTIONS
from typeset.source import Mapping, Node, Scalar, Sequence

_THEMES = {
    "calm": "margin",
    "jake": "classic",
    "moderncv-banking": "moderncv",
    "moderncv-casual": "moderncv",
    "moderncv-classic": "moderncv",
    "vscode": "margin",
}
"""The nearest theme of ours."""

_FORMATS = {"latex": "pdf", "docx": "docx", "html": "html", "markdown": "md"}
"""What its engines write."""

_TAGS = {"zh-hans": "zh-Hans", "zh-hant-hk": "zh-Hant-HK", "zh-hant-tw": "zh-Hant-TW", "pt-br": "pt-BR", "no": "nb"}
"""Names of languages that are not tags as they stand (BCP 47)."""


def looked(whole: Mapping, keys: tuple[str, ...], looks: Looks) -> Mapping | None:
    """Fill an application with what the file says of looks; return the rest of some keys, or None for none."""
    layouts = list(_layouts(whole))
    language = meant(whole)
    if chosen := _chosen(layouts):
        _page(chosen, language.text if language else "en", looks)
    _formats(layouts, looks)
    if language:
        looks.keys["locale"] = language
        looks.taken.append(next(_languages(whole)))
    rest = [(key, left) for key in keys if (left := looks.rest(whole.get(key)))]
    for key, left in rest:
        first = next(leaf for _, leaf in leaves(left))
        looks.notebook.note(Fate.MOVED, f"the rest of `{key}`, to `x.yamlresume.{key}`", first.place)
    return mapped(rest, whole.place) if rest else None


def meant(whole: Mapping) -> Scalar | None:
    """Return the tag of the language that the CV is written in."""
    node = next(_languages(whole), None)
    name = text_of(node).lower()
    if not node or not name:
        return None
    return string(_TAGS.get(name, name), node.place)


def arranged(whole: Mapping, looks: Looks) -> tuple[Mapping | None, Sequence | None]:
    """Return the headings and the order of sections that the layout gives, and take them from it."""
    chosen = _chosen(list(_layouts(whole)))
    sections = chosen.get("sections") if chosen else None
    if not isinstance(sections, Mapping):
        return None, None
    aliases, order = sections.get("aliases"), sections.get("order")
    headings = [
        (key.text, value)
        for key, value in (aliases if isinstance(aliases, Mapping) else ())
        if key.text in SECTIONS and isinstance(value, Scalar) and text_of(value)
    ]
    names = [
        item
        for item in (order.items if isinstance(order, Sequence) else ())
        if isinstance(item, Scalar) and text_of(item) in (*SECTIONS, "basics")
    ]
    looks.taken += [*(value for _, value in headings), *names]
    shown = (string({"basics": "summary"}.get(text_of(item), text_of(item)), item.place) for item in names)
    return (mapped(headings, sections.place) if headings else None), listed(shown, sections.place)


def _layouts(whole: Mapping) -> Iterator[Mapping]:
    old, new = whole.get("layout"), whole.get("layouts")
    for node in new.items if isinstance(new, Sequence) else (old,):
        if isinstance(node, Mapping):
            yield node


def _chosen(layouts: list[Mapping]) -> Mapping | None:
    """Return the layout of paper: LaTeX's, Word's, or the first of all."""
    ranked = sorted(layouts, key=lambda layout: {"latex": 0, "": 0, "docx": 1}.get(text_of(layout.get("engine")), 2))
    return ranked[0] if ranked else None


def _page(layout: Mapping, language: str, looks: Looks) -> None:
    template = layout.get("template")
    if isinstance(template, Scalar) and text_of(template) in _THEMES:
        looks.theme(_THEMES[text_of(template)], template, "template", language)
    looks.paper(_at(layout, "page.paperSize"), "page.paperSize")
    looks.length("size", _at(layout, "typography.fontSize"), "typography.fontSize")
    looks.length("margin", _at(layout, "page.margins.left"), "page.margins.left")
    looks.also(_at(layout, "page.margins.right"), "page.margins.right", "margin")


def _formats(layouts: list[Mapping], looks: Looks) -> None:
    engines = [node for layout in layouts if isinstance(node := layout.get("engine"), Scalar)]
    known = {_FORMATS[text_of(node)]: node for node in engines if text_of(node) in _FORMATS}
    for format_, node in known.items():
        looks.taken.append(node)
        message = f"`engine: {text_of(node)}`, to the application: format `{format_}`"
        looks.notebook.note(Fate.MOVED, message, node.place)
    if known:
        items = tuple(string(format_, node.place) for format_, node in known.items())
        looks.keys["formats"] = Sequence(items, engines[0].place)


def _languages(whole: Mapping) -> Iterator[Scalar]:
    for path in ("locale.language", "layout.locale.language"):
        if isinstance(node := _at(whole, path), Scalar) and text_of(node):
            yield node


def _at(node: Node | None, path: str) -> Node | None:
    for name in path.split("."):
        node = node.get(name) if isinstance(node, Mapping) else None
    return node
