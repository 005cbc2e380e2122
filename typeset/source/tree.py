"""The tree a file becomes. Scalars keep the text that was written; what it means is the model's to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from typeset.source.place import NOWHERE, Place

NULLS = frozenset(["", "~", "null", "Null", "NULL"])


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written. `plain` is true when it stood without quotes, so that `null` differs from `"null"`."""

    text: str
    place: Place
    plain: bool = False

    @property
    def is_null(self) -> bool:
        """Whether nothing was written: YAML's empty value, `~` or `null`; JSON's `null`."""
        return self.plain and self.text in NULLS


@dataclass(frozen=True, slots=True)
class Sequence:
    """An ordered list of nodes."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Key:
    """A mapping's key and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order written; keys are unique."""

    entries: tuple[tuple[Key, Node], ...]
    place: Place

    def __iter__(self) -> Iterator[tuple[Key, Node]]:
        return iter(self.entries)

    def get(self, name: str) -> Node | None:
        """Return the value at `name`, or None."""
        return next((node for key, node in self.entries if key.text == name), None)


Node = Scalar | Sequence | Mapping


def placeless(node: Node) -> Node:
    """Return the tree as nobody wrote it anywhere, so that how it stood does not decide how it is written."""
    match node:
        case Scalar():
            return Scalar(node.text, NOWHERE, node.plain)
        case Sequence():
            return Sequence(tuple(map(placeless, node.items)), NOWHERE)
        case Mapping():
            return Mapping(tuple((Key(key.text, NOWHERE), placeless(value)) for key, value in node), NOWHERE)
