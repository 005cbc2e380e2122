"""Two trees of content in, the first with what only the second says out."""

from __future__ import annotations

from collections import defaultdict

from typeset.readers.draft.nodes import leaves, text_of
from typeset.readers.draft.notes import Fate, Note
from typeset.resume.fields import described
from typeset.resume.model import Item, Part, Resume
from typeset.resume.names import slug
from typeset.source import Key, Mapping, Node, Scalar, Sequence

_DATES = ("startDate", "releaseDate", "date")


def merged(tree: Mapping, more: Mapping) -> tuple[Mapping, list[Note]]:
    """Return the tree with the items and values of `more` that it lacks, and a note for each it has otherwise."""
    notes: list[Note] = []
    return _part(tree, more, Resume, "", notes), notes


def _part(tree: Mapping, more: Mapping, model: type[Part], path: str, notes: list[Note]) -> Mapping:
    fields = described(model)
    made = dict[str, tuple[Key, Node]]((key.text, (key, value)) for key, value in tree)
    for key, value in more:
        here = f"{path}.{key.text}" if path else key.text
        if key.text not in made:
            made[key.text] = key, value
            continue
        known = fields.get(key.text)
        there = made[key.text][1]
        kind = known.kind if known and isinstance(known.kind, type) and issubclass(known.kind, Part) else Part
        if isinstance(there, Sequence) and isinstance(value, Sequence):
            there = _list(there, value, kind, here, notes)
        elif isinstance(there, Mapping) and isinstance(value, Mapping):
            there = _part(there, value, kind, here, notes)
        elif _said(there) != _said(value):
            notes.append(Note(Fate.DROPPED, f"`{here}`, which is there already", value.place))
        made[key.text] = made[key.text][0], there
    return Mapping(tuple(made.values()), tree.place)


def _list(tree: Sequence, more: Sequence, kind: type[Part], path: str, notes: list[Note]) -> Sequence:
    """Return a list with the items that it lacks; those it has get the values that they lack, each from one alone."""
    items = list(tree.items)
    known = defaultdict[object, list[int]](list)
    for number, item in enumerate(items):
        known[_name(item, kind)].append(number)
    for number, item in enumerate(more.items):
        same = known[_name(item, kind)]
        if not same:
            items.append(item)
            continue
        where = same.pop(0)
        there = items[where]
        if isinstance(there, Mapping) and isinstance(item, Mapping):
            items[where] = _part(there, item, kind, f"{path}.{number}", notes)
    return Sequence(tuple(items), tree.place)


def _name(item: Node, kind: type[Part]) -> object:
    """Return what tells an item from others: what it is called and when it began, or all that it says."""
    if not isinstance(item, Mapping) or not issubclass(kind, Item):
        return _said(item)
    titles = tuple(slug(text_of(item.get(name))) for name in kind.naming)
    dates = tuple(text_of(item.get(name))[:4] for name in _DATES)
    return (*titles, *dates) if any(titles) else _said(item)


def _said(node: Node) -> tuple[tuple[str, str], ...] | str:
    return node.text.strip() if isinstance(node, Scalar) else tuple((path, leaf.text) for path, leaf in leaves(node))
