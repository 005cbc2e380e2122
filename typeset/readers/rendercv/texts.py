"""Texts of RenderCV in, texts of content out: snippets of LaTeX and Typst, bullets in a bullet, authors, links."""

from __future__ import annotations

import re

from typeset.readers.draft.nodes import listed, literal, mapped, string, text_of
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.source import Mapping, Node, Scalar, Sequence

_SNIPPET = re.compile(
    r"\$(?=[^$\n]*[\\^_{}])[^$\n]+\$"  # a formula, not two prices
    r"|\\[A-Za-z]+(?:\{[^{}]*\})+"
    r"|#[a-z][a-z-]*(?:\([^()]*\)|\[[^\[\]]*\])+"
)
_UNTOUCHED = frozenset(["url", "doi", "email", "website", "photo", "phone", "username"])
_BULLET = re.compile(r"(?<!\d) - | - (?!\d)")
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^\s()]+)\)")
_STRESSED = re.compile(r"(\*{1,3}|_{1,3})([^*_]+)\1")


def flagged(cv: Mapping, notebook: Notebook) -> Mapping:
    """Return a CV in which snippets of LaTeX and Typst mean their own characters; each text with one is told of."""
    made = _flagged(cv, notebook)
    return made if isinstance(made, Mapping) else cv


def _flagged(node: Node, notebook: Notebook) -> Node:
    match node:
        case Mapping():
            entries = ((key, value if key.text in _UNTOUCHED else _flagged(value, notebook)) for key, value in node)
            return Mapping(tuple(entries), node.place)
        case Sequence():
            return Sequence(tuple(_flagged(item, notebook) for item in node.items), node.place)
        case Scalar() if found := _SNIPPET.search(node.text):
            notebook.note(Fate.GUESSED, f"`{found[0]}` is LaTeX or Typst: it stays as it is written", node.place)
            kept = _SNIPPET.sub(lambda snippet: literal(snippet[0], node.place).text, node.text)
            return Scalar(kept, node.place, node.plain)
    return node


def highlights(node: Node | None, notebook: Notebook) -> Node | None:
    """Return the points of an entry; a dash between spaces begins a point below, as RenderCV has it."""
    if not isinstance(node, Sequence):
        return node
    return listed((_point(item, notebook) for item in node.items if not _is_null(item)), node.place)


def _point(node: Node, notebook: Notebook) -> Node:
    if isinstance(node, Mapping) and isinstance(content := node.get("content"), Scalar):  # beside `tags`
        keys = ((key, value) for key, value in node if key.text != "content")
        return Mapping((*mapped([("text", content)], node.place), *keys), node.place)
    if not isinstance(node, Scalar) or not _BULLET.search(node.text):
        return node
    first, *below = (part.strip() for part in _BULLET.split(node.text) if part.strip())
    if not below:
        return node
    notebook.note(Fate.GUESSED, "` - ` begins a point below the point, as in RenderCV", node.place)
    points = listed((string(part, node.place) for part in below), node.place)
    return mapped([("text", string(first, node.place)), ("highlights", points)], node.place)


def authors(node: Node | None, person: str, notebook: Notebook) -> Node | None:
    """Return the authors of a publication, with the person in bold."""
    if not isinstance(node, Sequence):
        return node
    return listed((_author(item, person, notebook) for item in node.items), node.place)


def _author(node: Node, person: str, notebook: Notebook) -> Node:
    written = text_of(node)
    found = _STRESSED.fullmatch(written)
    bare = found[2] if found else written
    if not found and bare.casefold() != person.casefold():
        return node
    if not bare or (found and len(found[1]) > 1):
        return node
    message = "among authors, emphasis marks the person: made bold" if found else "the person among authors made bold"
    notebook.once(Fate.GUESSED, message, node.place)
    return string(f"**{bare}**", node.place)


def unlinked(node: Node | None) -> tuple[Node | None, Node | None]:
    """Return a name and the address that it links to when it is nothing but a link; else the name as it is."""
    found = _LINK.fullmatch(text_of(node))
    if not found or not isinstance(node, Scalar):
        return node, None
    return string(found[1], node.place), string(found[2], node.place)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and not text_of(node)
