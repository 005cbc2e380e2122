"""Another format's tree to be read by the names of its parts, and which of its values have been taken.

What nobody took is what `typeset.readers.draft.settling.accounted` keeps and tells of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from typeset.readers.draft.nodes import leaves, text_of
from typeset.source import Mapping, Node, Place, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Find:
    """A part of a foreign tree. All parts found below it share one memory of what was taken.

    A name that stands several times in a mapping, as XML has it, and one that a list stands under, as JSON has it,
    are both many parts of that name.
    """

    node: Node
    taken: set[int] = field(default_factory=set)

    @property
    def place(self) -> Place:
        """Where the first value of this part stands."""
        return next((leaf.place for _, leaf in leaves(self.node) if leaf.text.strip()), self.node.place)

    def each(self, *names: str) -> list[Find]:
        """Return every part at the end of a path."""
        found = list(_items(self.node))
        for name in names:
            found = [item for node in found for below in _values(node, name) for item in _items(below)]
        return [Find(node, self.taken) for node in found]

    def first(self, *names: str) -> Find:
        """Return the first part at the end of a path; an empty one where there is none."""
        return next(iter(self.each(*names)), Find(Mapping((), self.node.place), self.taken))

    def scalars(self, *names: str) -> list[Scalar]:
        """Take every value that says something at the end of a path."""
        found = [find.node for find in self.each(*names) if isinstance(find.node, Scalar) and text_of(find.node)]
        self.taken.update(map(id, found))
        return found

    def scalar(self, *names: str) -> Scalar | None:
        """Take the first value that says something at the end of a path."""
        for find in self.each(*names):
            if isinstance(find.node, Scalar) and text_of(find.node):
                self.taken.add(id(find.node))
                return find.node
        return None

    def text(self, *names: str) -> str:
        """Take what the first value at the end of a path says."""
        return text_of(self.scalar(*names))

    def leave(self, *names: str) -> Place | None:
        """Take everything below the end of a path, for a note to tell of; return where it began, if anywhere."""
        found = [leaf for find in self.each(*names) for _, leaf in leaves(find.node) if text_of(leaf)]
        self.taken.update(map(id, found))
        return found[0].place if found else None

    def rest(self) -> Node | None:
        """Return what of this part nobody took."""
        return _untaken(self.node, self.taken)


def _items(node: Node) -> Iterator[Node]:
    if isinstance(node, Sequence):
        yield from node.items
    else:
        yield node


def _values(node: Node, name: str) -> Iterator[Node]:
    if isinstance(node, Mapping):
        yield from (value for key, value in node if key.text == name)


def _untaken(node: Node, taken: set[int]) -> Node | None:
    match node:
        case Scalar():
            return node if id(node) not in taken and text_of(node) else None
        case Sequence():
            items = tuple(item for each in node.items if (item := _untaken(each, taken)))
            return Sequence(items, node.place) if items else None
        case Mapping():
            entries = tuple((key, kept) for key, value in node if (kept := _untaken(value, taken)))
            return Mapping(entries, node.place) if entries else None
