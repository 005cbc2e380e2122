"""A content file's tree and what an application shows of it in; the tree of what it shows out.

The tree, not the model's values, so that whatever is shown stays as it was written, in all its languages, with the
keys that the model has no name for. A value that the application changed is written anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from typeset.resume.blocks import Body
from typeset.resume.dates import DateText, Present
from typeset.resume.fields import Described, described
from typeset.resume.markdown import blocks, inline
from typeset.resume.model import SECTIONS, CustomSection, Item, Part, Resume
from typeset.resume.text import Text
from typeset.resume.values import is_language_map
from typeset.source import Key, Mapping, Node, Place, Scalar, Sequence
from typeset.source.place import NOWHERE

_FOR_SELECTING = frozenset(described(Item))
_MARKS = ("only", "private")


def kept(node: Node, whole: Resume, shown: Resume) -> Node:
    """Return the tree of `whole` without what `shown`, the same résumé tailored, does not show; itself if all is.

    Gone are notes, too, and the marks `only` and `private`: what is left is what this application shows. Raises
    nothing for trees that `whole` was read from without errors.
    """
    if not isinstance(node, Mapping):
        return node
    tree = _part(node, whole, _without_headings(whole, shown))
    if shown.order != whole.order:
        tree = in_order(tree, shown)
    return node if tree == node else tree


def written(part: Part) -> Mapping:
    """Return the tree of a part of the model, in the order of its class; contact data and sections in their own."""
    order = getattr(part, "order", ())
    fields = described(type(part))
    keys = sorted(fields, key=lambda key: order.index(key) if key in order else -1)
    entries = [
        (_key(key), _written(value))
        for key in keys
        if _says_something(value := getattr(part, fields[key].name), fields[key].default)
    ]
    if part.x:
        entries.append((_key("x"), Mapping(tuple((_key(name), node) for name, node in part.x), NOWHERE)))
    return Mapping(tuple(entries), NOWHERE)


def _says_something(value: Any, default: Any) -> bool:
    """Whether a value is more than its default, be it only in what does not compare."""
    return value not in (None, ()) and (value != default or (isinstance(value, Part) and bool(written(value).entries)))


def _written(value: Any) -> Node:
    match value:
        case Part():
            return written(value)
        case tuple():
            return Sequence(tuple(map(_written, value)), NOWHERE)
        case Text() | Body() if value.versions:
            versions = ((_key(str(version.language)), _written(version)) for version in _alone(value))
            return Mapping(tuple(versions), NOWHERE)
        case Text():
            return Scalar(inline(value), NOWHERE)
        case Body():
            return Scalar(blocks(value.blocks), NOWHERE)
        case DateText():
            return _written(value.text)
        case Present():
            return Scalar("present", NOWHERE, plain=True)
        case bool():
            return Scalar("true" if value else "false", NOWHERE, plain=True)
        case Mapping() | Sequence() | Scalar():
            return value
    return Scalar(str(value), NOWHERE, plain=not isinstance(value, str))


def _alone(value: Text | Body) -> Iterator[Text | Body]:
    """Yield the versions of a text, each without the others."""
    for version in value.versions:
        yield (
            Text(version.runs, language=version.language)
            if isinstance(version, Text)
            else Body(version.blocks, language=version.language)
        )


def _key(name: str) -> Key:
    return Key(name, NOWHERE)


# What stays


def _part(node: Node, before: Part, after: Part) -> Node:
    """Return the tree of a part: fields that are gone left out, fields that changed written anew."""
    if not isinstance(node, Mapping) or _stands_for_text(node, before):
        return node if before == after else written(after)
    fields = described(type(before))
    entries = []
    for key, child in node:
        known = fields.get(key.text)
        changed = _field(known, child, before, after) if known else child
        if changed is not None:
            entries.append((key, changed))
    there = {key.text for key, _ in node}
    entries += [
        (_key(key), _written(now))
        for key, known in fields.items()
        if key not in there and (now := getattr(after, known.name)) not in (None, getattr(before, known.name))
    ]
    return Mapping(tuple(entries), node.place)


def _field(known: Described, node: Node, before: Part, after: Part) -> Node | None:
    was, now = getattr(before, known.name), getattr(after, known.name)
    if known.name == "notes" or (known.name in _MARKS and was):
        return None
    if isinstance(known.kind, type) and issubclass(known.kind, Part) and was not in (None, ()):
        if known.many:
            return _list(node, was, now)
        return _emptied(_part(node, was, now), node) if now is not None else None
    if was == now:
        return node
    return None if now in (None, known.default) else _written(now)


def _list(node: Node, before: tuple[Any, ...], after: tuple[Any, ...]) -> Node | None:
    """Return the items that are still there, in their order of today; None when none is."""
    if not isinstance(node, Sequence):
        return node
    nodes = iter(node.items)
    known = {_name(item, number): (item, _next(nodes, item.place)) for number, item in enumerate(before)}
    items: list[Node] = []
    for number, item in enumerate(after):
        was, its_node = known.get(_name(item, number), (None, None))
        if was is None or its_node is None:
            items.append(written(item))
        elif _is_bare(was) or not _is_bare(item):
            items.append(_part(its_node, was, item))
    return Sequence(tuple(items), node.place) if items else None


def _next(nodes: Iterator[Node], place: Place | None) -> Node | None:
    """Return the next node at a place; an alias stands where its anchor does, so that places alone do not tell."""
    return next((node for node in nodes if node.place == place), None)


def _name(item: Any, number: int) -> object:
    return item.id if isinstance(item, Item) else (item.place or number)


def _is_bare(item: Any) -> bool:
    """Whether nothing is left of an item but its name and what it is selected by; of a section, but its title."""
    ignored = _FOR_SELECTING | ({"title"} if isinstance(item, CustomSection) else set())
    fields = described(type(item)).values()
    return isinstance(item, Item) and not any(getattr(item, known.name) for known in fields if known.key not in ignored)


def _emptied(node: Node, before: Node) -> Node | None:
    """Return None for a mapping that has lost all its keys."""
    return None if isinstance(node, Mapping) and not node.entries and node != before else node


def _stands_for_text(node: Mapping, part: Part) -> bool:
    """Whether a mapping is the one text of a part, in several languages."""
    return (
        bool(part.shorthand) and is_language_map(node) and not any(key.text in described(type(part)) for key, _ in node)
    )


# The whole


def _without_headings(whole: Resume, shown: Resume) -> Resume:
    """Return `shown` without the headings of sections of which nothing is left."""
    gone = [key for key in SECTIONS if getattr(whole, key) and not getattr(shown, key)]
    gone += ["summary"] if whole.basics.summary and not shown.basics.summary else []
    if not any(getattr(shown.headings, key) for key in gone):
        return shown
    blank: dict[str, Any] = dict.fromkeys(gone)
    return replace(shown, headings=replace(shown.headings, **blank))


def in_order(tree: Node, shown: Resume) -> Node:
    """Return the tree with its sections in the order that a tailored résumé has them in.

    Sections of the person's own stand under one key: they stay together, where the first of them is to stand.
    """
    if not isinstance(tree, Mapping):
        return tree
    own: list[str] = [section.id for section in shown.sections]
    ranked = own
    order = [_top_key(name, own) for name in shown.order]
    first = [name for name in shown.order if name in own]
    entries = {key.text: (key, node) for key, node in tree}
    if "sections" in entries and isinstance(sections := entries["sections"][1], Sequence):
        by_id = dict(zip(own, sections.items, strict=False))
        ranked = sorted(own, key=lambda name: first.index(name) if name in first else len(first))
        items = tuple(by_id[name] for name in ranked if name in by_id)
        entries["sections"] = (entries["sections"][0], Sequence(items, sections.place))
    names = dict.fromkeys(["$schema", *order, *entries])
    made = Mapping(tuple(entries[name] for name in names if name in entries), tree.place)
    there = {*own, *(key for key in SECTIONS if getattr(shown, key)), *(["summary"] if shown.basics.summary else [])}
    wanted = _drawn(shown.order, own, there)
    return made if _drawn(names, ranked, there) == wanted else _told(made, wanted)


def _drawn(order: Iterable[str], own: list[str], there: Collection[str]) -> list[str]:
    """Return the sections that are `there` as they come on the page."""
    names = (own if key == "sections" else ["summary"] if key == "basics" else [key] for key in order)
    return [*dict.fromkeys(name for found in names for name in found if name in there)]


def _told(tree: Mapping, order: list[str]) -> Mapping:
    """Return the tree with an order that its keys cannot tell."""
    meta = tree.get("meta")
    entries = [*meta] if isinstance(meta, Mapping) else []
    told = Sequence(tuple(Scalar(name, NOWHERE) for name in order), NOWHERE)
    entries = [*(entry for entry in entries if entry[0].text != "order"), (_key("order"), told)]
    others = (entry for entry in tree if entry[0].text != "meta")
    return Mapping((*others, (_key("meta"), Mapping(tuple(entries), NOWHERE))), tree.place)


def _top_key(name: str, own: Collection[str]) -> str:
    return "sections" if name in own else "basics" if name == "summary" else name
