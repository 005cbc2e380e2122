"""Short ways to build a draft's tree out of nodes and strings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from typeset.source import Key, Mapping, Node, Place, Scalar, Sequence


def mapped(entries: Iterable[tuple[str, Node | None]], place: Place) -> Mapping:
    """Return a mapping of the entries that hold something; each key has the place of its value."""
    return Mapping(tuple((Key(name, node.place), node) for name, node in entries if node is not None), place)


def listed(items: Iterable[Node | None], place: Place) -> Sequence | None:
    """Return a list of the items that are there; None for none."""
    found = tuple(item for item in items if item is not None)
    return Sequence(found, place) if found else None


def string(text: str, place: Place) -> Scalar:
    """Return Markdown, a date or an address as a scalar."""
    return Scalar(text, place)


def literal(text: str, place: Place) -> Scalar:
    """Return characters that mean themselves as a scalar: whatever Markdown would read in them is escaped."""
    from typeset.resume.markdown import inline
    from typeset.resume.text import text_of

    return Scalar(inline(text_of(text)), place)


def text_of(node: Node | None) -> str:
    """Return what a scalar says; nothing for null, for lists and for mappings."""
    return node.text.strip() if isinstance(node, Scalar) and not node.is_null else ""


def is_empty(node: Node) -> bool:
    """Whether a node says nothing at all: null, white space, or only such things below it."""
    return not any(text_of(leaf) for _, leaf in leaves(node))


def leaves(node: Node, path: str = "") -> Iterator[tuple[str, Scalar]]:
    """Yield every scalar of a tree with its path, such as `work.0.name`."""
    match node:
        case Scalar():
            yield path, node
        case Sequence():
            for number, item in enumerate(node.items):
                yield from leaves(item, f"{path}.{number}" if path else str(number))
        case Mapping():
            for key, value in node:
                yield from leaves(value, f"{path}.{key.text}" if path else key.text)


def with_entries(node: Mapping, entries: Iterable[tuple[str, Node]]) -> Mapping:
    """Return a mapping with more entries, each under a name that is free: `url`, `url-2`, …"""
    made = [*node]
    taken = {key.text: 1 for key, _ in made}
    for name, value in entries:
        free = name
        while free in taken:
            taken[name] += 1
            free = f"{name}-{taken[name]}"
        taken[free] = 1
        made.append((Key(free, value.place), value))
    return Mapping(tuple(made), node.place)


def without(node: Mapping, *names: str) -> Mapping:
    """Return a mapping without some keys."""
    return Mapping(tuple((key, value) for key, value in node if key.text not in names), node.place)
