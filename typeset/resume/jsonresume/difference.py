"""What makes one JSON tree of another: as values, and as the tree that a file keeps of them.

Names of keys and their order are told once for all entries of a list, by the list's path (`work`), or for one entry
by its own (`work/0`); other values one by one, by their JSON pointers (RFC 6901) in the tree that comes out. Those
that YAML has no way to say, numbers with a fraction, are written as JSON, and `json` lists their pointers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from typeset.resume.jsonresume.room import mapping
from typeset.source import Mapping, Node, Scalar, Sequence
from typeset.source.emit_json import comparable, json_text
from typeset.source.json import parse
from typeset.source.place import NOWHERE, Source

Path = tuple[str, ...]
"""Names of keys and numbers of items, from the top; of a list's path, without the numbers."""

_SAME = re.compile(r"true|false|0|-?[1-9]\d*", re.ASCII)

TOP = "/"
"""How the path of the whole is written."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What the second tree has otherwise.

    `names` has, by path, the name of a key by the one that it gets; `order`, by path, the keys in theirs; `lacks` the
    pointers of what goes; `values` what stands at each pointer instead, or beside.
    """

    names: dict[str, dict[str, str]] = field(default_factory=dict)
    order: dict[str, list[str]] = field(default_factory=dict)
    lacks: frozenset[str] = frozenset()
    values: dict[str, Node] = field(default_factory=dict)


def says_nothing(node: Node) -> bool:
    """Whether there is no text, number or truth value anywhere in a tree."""
    match node:
        case Scalar():
            return node.is_null or not node.text.strip()
        case Sequence():
            return all(map(says_nothing, node.items))
        case Mapping():
            return all(says_nothing(value) for _, value in node)


def same(one: Node, other: Node) -> bool:
    """Whether two trees are the same JSON, with their keys in the same order."""
    return comparable(one) == comparable(other) and _keys(one) == _keys(other)


def _keys(node: Node) -> list[object]:
    match node:
        case Mapping():
            return [(key.text, _keys(value)) for key, value in node]
        case Sequence():
            return [_keys(item) for item in node.items]
    return []


def as_yaml_reads(node: Node) -> Node:
    """Return a tree as it is once it was written as YAML, which says in quotes what only JSON reads as a number."""
    match node:
        case Scalar():
            return node if node.is_null or _SAME.fullmatch(node.text) else Scalar(node.text, node.place)
        case Sequence():
            return Sequence(tuple(map(as_yaml_reads, node.items)), node.place)
        case Mapping():
            return Mapping(tuple((key, as_yaml_reads(value)) for key, value in node), node.place)


def written(path: Path) -> str:
    """Return a path as `names` and `order` have it."""
    return "/".join(map(_escaped, path)) or TOP


def pointer(path: Path) -> str:
    """Return a path as `lacks` and `values` have it."""
    return "".join(f"/{_escaped(name)}" for name in path)


def parent_and_name(found: str) -> tuple[str, str]:
    """Return the pointer above a pointer, and the last name of it."""
    parent, _, name = found.rpartition("/")
    return parent, name.replace("~1", "/").replace("~0", "~")


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def tree_of(difference: Difference) -> dict[str, Node]:
    """Return a difference as nodes under their keys; what there is nothing of is left out."""
    values = {
        where: _text(json_text(node, " ")) if _is_json(node) else node for where, node in difference.values.items()
    }
    made: dict[str, Node] = {
        "names": mapping(
            {
                where: mapping({old: _text(new) for old, new in found.items()})
                for where, found in difference.names.items()
            }
        ),
        "order": mapping({where: _texts(found) for where, found in difference.order.items()}),
        "lacks": _texts(sorted(difference.lacks)),
        "values": mapping(values),
        "json": _texts(where for where, node in difference.values.items() if _is_json(node)),
    }
    return {key: node for key, node in made.items() if node not in (_texts(()), mapping({}))}


def difference_of(node: Mapping) -> Difference:
    """Return the difference that a tree tells; what is no part of one is not read."""
    in_json = set(_strings(node.get("json")))
    return Difference(
        names={
            where: {old: new.text for old, new in _entries(found) if isinstance(new, Scalar)}
            for where, found in _entries(node.get("names"))
        },
        order={where: list(_strings(found)) for where, found in _entries(node.get("order"))},
        lacks=frozenset(_strings(node.get("lacks"))),
        values={
            where: parse(Source("", found.text)) if where in in_json and isinstance(found, Scalar) else found
            for where, found in _entries(node.get("values"))
        },
    )


def _text(characters: str) -> Scalar:
    return Scalar(characters, NOWHERE)


def _texts(found: Iterable[str]) -> Sequence:
    return Sequence(tuple(map(_text, found)), NOWHERE)


def _entries(node: Node | None) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Mapping):
        yield from ((key.text, value) for key, value in node)


def _is_json(node: Node) -> bool:
    """Whether YAML has no way to say a value."""
    return bool(comparable(as_yaml_reads(node)) != comparable(node))


def _strings(node: Node | None) -> Iterator[str]:
    if isinstance(node, Sequence):
        yield from (item.text for item in node.items if isinstance(item, Scalar))
