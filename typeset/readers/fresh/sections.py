"""Sections of FRESH that content has no name for in, sections of the person's own out."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.readers.draft.nodes import is_empty, leaves, mapped, string, text_of
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.readers.fresh.entries import history, joined, renamed
from typeset.source import Key, Mapping, Node, Scalar, Sequence

_ENDS = {"start": "startDate", "end": "endDate", "ignore": "private"}

OWN = {
    "affiliation": ("Affiliations", {**_ENDS, "role": "title"}),
    "governance": ("Governance", {**_ENDS, "role": "title"}),
    "extracurricular": ("Extracurricular activities", {**_ENDS, "activity": "organization"}),
    "speaking": ("Speaking", {"event": "organization", "role": "subtitle"}),
    "samples": ("Work samples", {}),
    "reading": ("Reading", {"author": "subtitle"}),
    "disposition": ("Availability", {}),
}
"""The title of each section, and the model's names of its keys."""

_WORDS = {"true": "yes", "false": "no"}


def own_section(name: str, node: Node, book: Notebook) -> Node:
    """Return a section with its entries; what a person is ready for is told in pairs."""
    title, names = OWN[name]
    if name == "disposition":
        items = list(_pairs(node, book))
    else:
        items = [_item(item, names, book) for item in history(node) if not is_empty(item)]
    summary = node.get("summary") if isinstance(node, Mapping) and name != "disposition" else None
    if not items and (summary is None or is_empty(summary)):
        return Sequence((), node.place)
    what = [("id", string(name, node.place)), ("title", string(title, node.place)), ("body", summary)]
    return mapped([*what, ("items", Sequence(tuple(items), items[0].place) if items else None)], node.place)


def _item(node: Node, names: dict[str, str], book: Notebook) -> Node:
    if not isinstance(node, Mapping):
        return node
    made = renamed(node, names)
    if not text_of(made.get("title")):
        made = renamed(made, {"organization": "title", "event": "title"})
    if made.get("date") is not None and made.get("startDate") is not None:
        made = joined(made, "summary", "date", f"\n\n{text_of(made.get('date'))}", book)
    return made


def _pairs(node: Node, book: Notebook) -> Iterator[Node]:
    """Yield what a person is ready for as labels and values."""
    for key, value in node if isinstance(node, Mapping) else ():
        found = [leaf for _, leaf in leaves(value) if text_of(leaf)]
        texts = [_WORDS.get(text_of(leaf), text_of(leaf)) if leaf.plain else text_of(leaf) for leaf in found]
        if isinstance(value, Mapping) and len(texts) > 1 and texts[0] == "yes":
            texts[0] = ""
        for leaf in found[1:]:
            book.note(Fate.REPAIRED, f"told in one line of `{key.text}`", leaf.place)
        if found:
            said = Scalar(", ".join(filter(None, texts)), found[0].place)
            label = (Key("label", key.place), string(key.text[:1].upper() + key.text[1:], key.place))
            yield Mapping((label, (Key("value", said.place), said)), value.place)
