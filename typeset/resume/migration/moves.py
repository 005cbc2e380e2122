"""The tree of content of an older model in; the same in today's model, with all that moved, out."""

from __future__ import annotations

from dataclasses import dataclass

from typeset.resume.model import MODEL
from typeset.resume.values import is_language_map, number
from typeset.source import Fault, Faults, Key, Mapping, Node, Place, Scalar
from typeset.source.place import NOWHERE

Way = tuple[str, ...]
"""The keys on the way from the top of a file to a value."""

MARK: Way = ("meta", "model")
"""Where a file says the model that it is written for."""

UNMARKED = 1
"""The oldest model that a file without a mark may be of."""


@dataclass(frozen=True, slots=True)
class Move:
    """Where a value of one model stands in the next; with `of_keys`, only a mapping that is no map of languages."""

    old: Way
    new: Way
    of_keys: bool = False


def _label(name: str) -> tuple[Move, ...]:
    """A heading may have keys of its own, a label is a text; what a heading inside entries held besides, none saw."""
    return (
        Move(("headings", name, "title"), ("labels", name)),
        Move(("headings", name), ("labels", "x", name), of_keys=True),
        Move(("headings", name), ("labels", name)),
    )


MIGRATIONS: dict[int, tuple[Move, ...]] = {
    1: (*_label("keywords"), *_label("supervisor")),
}
"""What moves on the way from each model to the next, in the order in which it is tried."""


@dataclass(frozen=True, slots=True)
class Forward:
    """Content of today's model: its tree, the model that it was of, and what moved, with the place it moved from."""

    tree: Mapping
    model: int
    moves: tuple[tuple[Move, Place], ...]


def brought_forward(tree: Node) -> Forward | None:
    """Return content in today's model; None where there is nothing to do.

    Raises `Faults` for content of a model that is not known yet, and where something stands in the way of a move.
    """
    if not isinstance(tree, Mapping) or (marked := _marked(tree)) == MODEL:
        return None
    moves: list[tuple[Move, Place]] = []
    made = tree
    for model in range(marked or UNMARKED, MODEL):
        for move in MIGRATIONS[model]:
            if (found := _entry(made, move.old)) and (not move.of_keys or _has_keys(found[1])):
                moves.append((move, found[0].place))
                made = _moved(made, move, found)
    if not (moves or marked):
        return None
    if (meta := made.get(MARK[0])) and not isinstance(meta, Mapping):
        raise Faults([Fault(f"`{MARK[0]}` must be a mapping of keys to values", meta.place)])
    mark = Key(MARK[-1], NOWHERE), Scalar(str(MODEL), NOWHERE, plain=True)
    return Forward(_with(_without(made, MARK), MARK, mark), marked or UNMARKED, tuple(moves))


def _marked(tree: Mapping) -> int | None:
    """Return the model that a file says it is of."""
    if not (mark := _entry(tree, MARK)):
        return None
    key, node = mark
    faults: list[Fault] = []
    model: int | None = number(node, f"`{key.text}`", faults)
    if model and model > MODEL:
        message = f"written for model {model}; this typeset knows {MODEL}"
        faults.append(Fault(message, key.place, "install a newer typeset"))
    if faults:
        raise Faults(faults)
    return model


def _has_keys(node: Node) -> bool:
    return isinstance(node, Mapping) and not is_language_map(node)


def _moved(tree: Mapping, move: Move, found: tuple[Key, Node]) -> Mapping:
    key, node = found
    if blocked := _in_the_way(tree, move.new):
        message = f"`{'.'.join(move.old)}` is `{'.'.join(move.new)}` today, but something stands there"
        raise Faults([Fault(message, key.place, f"keep one of the two; the other is on line {blocked.line}")])
    made = _with(tree, move.new, (Key(move.new[-1], key.place), node), after=move.old[0])
    return _without(made, move.old)


def _entry(tree: Node, way: Way) -> tuple[Key, Node] | None:
    """Return the key and the value at the end of a way."""
    found = None
    for name in way:
        entries = tree.entries if isinstance(tree, Mapping) else ()
        found = next((entry for entry in entries if entry[0].text == name), None)
        if found is None:
            return None
        tree = found[1]
    return found


def _in_the_way(tree: Mapping, way: Way) -> Place | None:
    """Return where a value stands at the end of a way, or one without keys on it."""
    for length in range(1, len(way) + 1):
        if (found := _entry(tree, way[:length])) and (length == len(way) or not isinstance(found[1], Mapping)):
            return found[0].place
    return None


def _with(tree: Mapping, way: Way, entry: tuple[Key, Node], after: str | None = None) -> Mapping:
    """Return a mapping with a new entry at the end of a way; a new key on it comes behind `after`, or last."""
    name, *below = way
    here = _entry(tree, (name,))
    if here and isinstance(here[1], Mapping) and below:
        fuller = (here[0], _with(here[1], tuple(below), entry))
        return Mapping(tuple(fuller if other is here else other for other in tree.entries), tree.place)
    empty = Mapping((), entry[1].place)
    made: tuple[Key, Node] = (Key(name, entry[0].place), _with(empty, tuple(below), entry)) if below else entry
    names = [key.text for key, _ in tree]
    at = names.index(after) + 1 if after in names else len(names)
    return Mapping((*tree.entries[:at], made, *tree.entries[at:]), tree.place)


def _without(tree: Mapping, way: Way) -> Mapping:
    """Return a mapping without the entry at the end of a way, and without what holds nothing else."""
    name, *below = way
    entries: list[tuple[Key, Node]] = []
    for key, node in tree:
        if key.text != name:
            entries.append((key, node))
        elif below and isinstance(node, Mapping) and (rest := _without(node, tuple(below))).entries:
            entries.append((key, rest))
    return Mapping(tuple(entries), tree.place)
