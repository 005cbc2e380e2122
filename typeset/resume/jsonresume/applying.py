"""A JSON tree and a difference in, the other tree out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from typeset.resume.jsonresume.difference import Difference, Path, parent_and_name, pointer, says_nothing, written
from typeset.resume.jsonresume.room import mapping
from typeset.source import Mapping, Node, Sequence


def applied(made: Node, difference: Difference) -> Node:
    """Return the tree that a difference makes of another."""
    children: defaultdict[str, list[str]] = defaultdict(list)
    for found in difference.values:
        parent, name = parent_and_name(found)
        children[parent].append(name)
    return _Maker(difference, children).node(made, (), ())


@dataclass(frozen=True, slots=True)
class _Maker:
    """Walks a tree; `children` has the last names of the pointers to values by the pointers above them."""

    difference: Difference
    children: defaultdict[str, list[str]]

    def node(self, made: Node, path: Path, shared: Path) -> Node:
        told = self.difference.values.get(pointer(path)) if path else None
        if told is not None:
            return told
        if isinstance(made, Mapping):
            return self.mapping(made, path, shared)
        if isinstance(made, Sequence):
            return Sequence(tuple(self.items(made, path, shared)), made.place)
        return made

    def mapping(self, made: Mapping, path: Path, shared: Path) -> Node:
        names = {
            other: key
            for where in dict.fromkeys((written(shared), written(path)))
            for key, other in self.difference.names.get(where, {}).items()
        }
        entries: dict[str, Node] = {}
        for key, value in made:
            name = names.get(key.text, key.text)
            if pointer((*path, key.text)) not in self.difference.lacks:
                entries[name] = self.node(value, (*path, name), (*shared, name))
        for name in self.children[pointer(path)]:
            entries.setdefault(name, self.difference.values[pointer((*path, name))])
        order = self.difference.order.get(written(path)) or self.difference.order.get(written(shared)) or []
        return mapping({name: entries[name] for name in dict.fromkeys([*order, *entries]) if name in entries}, made)

    def items(self, made: Sequence, path: Path, shared: Path) -> Iterator[Node]:
        """Yield the items; a value that says nothing stands between them, any other instead of one."""
        waiting, number = iter(made.items), 0
        item = next(waiting, None)
        while True:
            here = (*path, str(number))
            told = self.difference.values.get(pointer(here))
            if told is not None and says_nothing(told):
                yield told
            elif item is not None:
                yield self.node(item, here, shared)
                item = next(waiting, None)
            else:
                return
            number += 1
