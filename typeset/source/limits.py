"""The bounds every tree keeps, so that no file can exhaust the machine."""

from __future__ import annotations

from dataclasses import dataclass

from typeset.source.characters import REFUSED, refused_character
from typeset.source.diagnostics import Fault, Faults
from typeset.source.place import Place
from typeset.source.tree import Key, Mapping, Node, Scalar, Sequence

DEEPEST = 32
MOST_NODES = 50_000
MOST_ALIASES = 100
DEEPEST_FORGIVEN = 24
MOST_FORGIVEN = 40_000


@dataclass(slots=True)
class Census:
    """Counts what a reader meets, keeps the faults that do not stop it, and raises on those that do.

    A `forgiving` one lets keys stand twice and escapes name any character; its bounds are closer, so that what is made
    of such a tree keeps the usual ones.
    """

    faults: list[Fault]
    forgiving: bool = False
    nodes: int = 0
    aliases: int = 0

    def node(self, place: Place, depth: int) -> None:
        """Count a node at `depth` (1 at the top)."""
        self.nodes += 1
        most, deepest = (MOST_FORGIVEN, DEEPEST_FORGIVEN) if self.forgiving else (MOST_NODES, DEEPEST)
        if self.nodes > most:
            self.stop(f"more than {most:,} values", place)
        if depth > deepest:
            self.stop(f"nested more than {deepest} levels deep", place)

    def alias(self, place: Place, node: Node, depth: int) -> None:
        """Count an alias at `depth` and all that it repeats."""
        self.aliases += 1
        if self.aliases > MOST_ALIASES:
            self.stop(f"more than {MOST_ALIASES} aliases", place)
        size, levels = _extent(node, MOST_NODES)
        self.nodes += size
        if self.nodes > MOST_NODES:
            self.stop(f"aliases repeat more than {MOST_NODES:,} values", place)
        if depth + levels - 1 > DEEPEST:
            self.stop(f"nested more than {DEEPEST} levels deep", place)

    def scalar(self, scalar: Scalar) -> None:
        """Note a refused character that came in through an escape."""
        if not self.forgiving and (match := REFUSED.search(scalar.text)):
            self.faults.append(refused_character(match[0], scalar.place))

    def key(self, key: Key, seen: dict[str, Key]) -> None:
        """Note a key that stands twice in one mapping."""
        if self.forgiving:
            return
        if first := seen.get(key.text):
            self.faults.append(
                Fault(f"the key `{key.text}` stands twice", key.place, f"the first is on line {first.place.line}")
            )
        else:
            seen[key.text] = key

    def stop(self, message: str, place: Place, hint: str | None = None) -> None:
        """Raise every fault so far, and this one."""
        raise Faults([*self.faults, Fault(message, place, hint)])


def _extent(node: Node, most: int) -> tuple[int, int]:
    """Return the number of nodes of a tree, or `most` + 1 as soon as there are more, and that of its levels."""
    size, levels, waiting = 0, 0, [(node, 1)]
    while waiting and size <= most:
        size += 1
        found, level = waiting.pop()
        levels = max(levels, level)
        match found:
            case Sequence():
                waiting += [(item, level + 1) for item in found.items]
            case Mapping():
                waiting += [(value, level + 1) for _, value in found]
    return size, levels
