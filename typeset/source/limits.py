"""The bounds every tree keeps, so that no file can exhaust the machine."""

from __future__ import annotations

from dataclasses import dataclass

from typeset.source.characters import REFUSED, refused_character
from typeset.source.diagnostics import Fault, Faults
from typeset.source.place import Place
from typeset.source.tree import Key, Node, Scalar

DEEPEST = 32
MOST_NODES = 50_000
MOST_ALIASES = 100


@dataclass(slots=True)
class Census:
    """Counts what a reader meets, keeps the faults that do not stop it, and raises on those that do."""

    faults: list[Fault]
    nodes: int = 0
    aliases: int = 0

    def node(self, place: Place, depth: int) -> None:
        """Count a node at `depth` (1 at the top)."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.stop(f"more than {MOST_NODES:,} values", place)
        if depth > DEEPEST:
            self.stop(f"nested more than {DEEPEST} levels deep", place)

    def alias(self, place: Place, node: Node) -> None:
        """Count an alias and all that it repeats."""
        self.aliases += 1
        if self.aliases > MOST_ALIASES:
            self.stop(f"more than {MOST_ALIASES} aliases", place)
        self.nodes += _size(node, MOST_NODES)
        if self.nodes > MOST_NODES:
            self.stop(f"aliases repeat more than {MOST_NODES:,} values", place)

    def scalar(self, scalar: Scalar) -> None:
        """Note a refused character that came in through an escape."""
        if match := REFUSED.search(scalar.text):
            self.faults.append(refused_character(match[0], scalar.place))

    def key(self, key: Key, seen: dict[str, Key]) -> None:
        """Note a key that stands twice in one mapping."""
        if first := seen.get(key.text):
            self.faults.append(
                Fault(f"the key `{key.text}` stands twice", key.place, f"the first is on line {first.place.line}")
            )
        else:
            seen[key.text] = key

    def stop(self, message: str, place: Place, hint: str | None = None) -> None:
        """Raise every fault so far, and this one."""
        raise Faults([*self.faults, Fault(message, place, hint)])


def _size(node: Node, most: int) -> int:
    """Return the number of nodes of a tree, or `most` + 1 as soon as there are more."""
    size, waiting = 0, [node]
    while waiting and size <= most:
        size += 1
        match waiting.pop():
            case Scalar():
                pass
            case nested:
                waiting += nested.items if hasattr(nested, "items") else [value for _, value in nested]
    return size
