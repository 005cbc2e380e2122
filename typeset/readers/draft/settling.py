"""A draft's tree in; the tree of content that the model reads without an error out, and what had to be done for it.

A value that the model cannot take is put right where there is one way to do so, and else kept under `x` beside the
place it had. So whatever a reader hands over, it builds.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from typeset.readers.draft.cleaning import Cleaning
from typeset.readers.draft.mending import mended
from typeset.readers.draft.nodes import is_empty, leaves, mapped, with_entries, without
from typeset.readers.draft.notes import Fate, Note
from typeset.resume.content import resume
from typeset.resume.dates import PartialDate, Present
from typeset.resume.fields import Described, described
from typeset.resume.model import Part, Resume
from typeset.resume.values import KINDS, is_language_map, kind_of
from typeset.source import Fault, Key, Mapping, Node, Place, Scalar, Sequence, Severity
from typeset.source.place import NOWHERE

_UNPLACED = "unplaced"
"""Where, under the whole file's `x`, there stands what no entry could keep."""


def settled(tree: Mapping) -> tuple[Mapping, list[Note]]:
    """Return the tree of sound content, and a note for each value that did not stay as it was.

    It may be nobody's: a list of publications does not say whose they are.
    """
    cleaning = Cleaning()
    settler = _Settler(cleaning.notes)
    made = settler.part(cleaning.mapping(tree, ""), Resume, "")
    whole = _with_unplaced(made if isinstance(made, Mapping) else Mapping((), tree.place), cleaning.again)
    return _without_errors(whole, settler.notes)


def accounted(tree: Mapping, source: Node, notes: list[Note]) -> tuple[Mapping, list[Note]]:
    """Return the tree with every value of the file that neither it nor a note speaks of, and a note for each."""
    told = {_spot(leaf.place) for _, leaf in leaves(tree)}
    told |= {_spot(note.place) for note in notes if note.place}
    lost = [(path, leaf) for path, leaf in leaves(source) if leaf.text.strip() and not leaf.is_null]
    lost = [(path, leaf) for path, leaf in lost if _spot(leaf.place) not in told]
    moved = [Note(Fate.MOVED, f"`{path}`, to `x.{_UNPLACED}`", leaf.place) for path, leaf in lost]
    cleaning = Cleaning()
    clean = [(cleaning.held(path, leaf.place), cleaning.tree(leaf)) for path, leaf in lost]
    return _with_unplaced(tree, clean), [*moved, *cleaning.notes]


def _spot(place: Place) -> tuple[str, int, int]:
    return place.source.name, place.line, place.column


@dataclass(slots=True)
class _Settler:
    """Walks a draft alongside the model's classes."""

    notes: list[Note]
    reasons: list[Fault] = field(default_factory=list)

    def note(self, fate: Fate, message: str, place: Place) -> None:
        self.notes.append(Note(fate, message, place))

    def part(self, node: Node, model: type[Part], path: str) -> Node | None:
        """Return a part that the model can read; None for one that it can make nothing of."""
        fields = described(model)
        if self.is_short(node, model, fields):
            return self.one(fields[str(model.shorthand)], node, path)
        if not isinstance(node, Mapping):
            self.reasons.append(Fault(f"it must be a mapping of keys to values, not {kind_of(node)}", node.place))
            return None
        made: list[tuple[Key, Node]] = []
        kept: list[tuple[str, Node]] = []
        for key, value in node:
            if key.text == "x" and isinstance(value, Mapping):
                kept += [(inner.text, node) for inner, node in value]
            elif is_empty(value):
                self.empty(value, f"{path}.{key.text}")
            elif not (known := fields.get(key.text)):
                self.moved(f"`{key.text}`, to `{_joined(path, 'x')}`", value)
                kept.append((key.text, value))
            elif (settled := self.value(known, value, _joined(path, key.text), kept)) is not None:
                made.append((key, settled))
        whole = mapped([("x", with_entries(Mapping((), node.place), kept))] if kept else [], node.place)
        return self.whole(Mapping((*made, *whole), node.place), fields)

    def whole(self, node: Mapping, fields: Any) -> Node | None:
        """Return a part that has all its class asks for."""
        for known in fields.values():
            if known.needed and not node.get(known.key):
                self.reasons.append(Fault(f"it has no `{known.key}`", node.place))
                return None
        return node

    def value(self, known: Described, node: Node, path: str, kept: list[tuple[str, Node]]) -> Node | None:
        """Return what may stand under a key; what may not goes to `kept`, with the reason."""
        if not known.many:
            settled = self.one(known, node, path)
            if settled is None:
                self.unfit(known.key, node, path, kept)
            return settled
        if isinstance(node, Sequence):
            items = node.items
        else:
            items = (node,)
            self.note(Fate.REPAIRED, f"`{path}`: one value made a list of one", node.place)
        made = []
        for number, item in enumerate(items):
            if is_empty(item):
                self.empty(item, f"{path}.{number}")
            elif (settled := self.one(known, item, f"{path}.{number}")) is not None:
                made.append(settled)
            else:
                self.unfit(known.key, item, f"{path}.{number}", kept)
        return Sequence(tuple(made), node.place) if made else None

    def one(self, known: Described, node: Node, path: str) -> Node | None:
        """Return one value of a field's kind, put right where that can be done; None with a reason otherwise."""
        if isinstance(known.kind, type) and issubclass(known.kind, Part):
            return self.part(node, known.kind, path)
        spots = [leaf.place for _, leaf in leaves(node)] if isinstance(node, Sequence) else [node.place]
        node, said = mended(node, known.kind)
        self.notes += [Note(fate, f"`{path}`: {message}", place) for fate, message in said for place in spots]
        faults: list[Fault] = []
        value = KINDS[known.kind](node, "it", faults)
        self.reasons += faults
        if value is None or faults:
            return None
        if isinstance(node, Scalar) and isinstance(value, PartialDate | Present):
            return Scalar(node.text, node.place, plain=True)
        return node

    def is_short(self, node: Node, model: type[Part], fields: Any) -> bool:
        """Whether a node is the one text that stands for a part."""
        if not model.shorthand or isinstance(node, Sequence):
            return False
        return isinstance(node, Scalar) or (is_language_map(node) and not any(key.text in fields for key, _ in node))

    def unfit(self, key: str, node: Node, path: str, kept: list[tuple[str, Node]]) -> None:
        """Keep what the model cannot take, and say why."""
        reason = self.reasons[-1].message.removeprefix("it: ") if self.reasons else "it says nothing"
        self.reasons.clear()
        self.moved(f"`{path}`, to `x`: {reason}", node)
        kept.append((key, node))

    def moved(self, message: str, node: Node) -> None:
        self.note(Fate.MOVED, message, next((leaf.place for _, leaf in leaves(node) if leaf.text.strip()), node.place))

    def empty(self, node: Node, path: str) -> None:
        self.note(Fate.EMPTY, f"`{path.lstrip('.')}`", node.place)


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


# What only the whole shows


def _without_errors(tree: Mapping, notes: list[Note]) -> tuple[Mapping, list[Note]]:
    """Move to `x` what the content's own reader still finds wrong, until there is nothing more."""
    while True:
        _, faults = resume(_named(tree))
        errors = [fault for fault in faults if fault.severity is Severity.ERROR and fault.place]
        found = next(filter(None, (_taken_out(tree, fault.place) for fault in errors if fault.place)), None)
        if not found:
            return tree, notes
        tree, path, lost = found
        reason = next(fault for fault in errors if fault.place == lost.place)
        notes.append(Note(Fate.MOVED, f"`{path}`, to `x.{_UNPLACED}`: {reason.message}", lost.place))
        tree = _with_unplaced(tree, [(path, lost)])


def _named(tree: Mapping) -> Mapping:
    """Return the tree as somebody's: whose it is may be said elsewhere."""
    basics = tree.get("basics")
    named = with_entries(Mapping((), NOWHERE), [("name", Scalar("N. N.", NOWHERE))])
    basics = Mapping((*named, *basics), basics.place) if isinstance(basics, Mapping) else named
    return with_entries(without(tree, "basics"), [("basics", basics)])


def _taken_out(node: Node, place: Place, path: str = "") -> tuple[Any, str, Node] | None:
    """Return a tree without the first node that stands at a place below its top, that node and its path."""
    if isinstance(node, Sequence):
        pairs: list[tuple[str, Node]] = [(str(number), item) for number, item in enumerate(node.items)]
    elif isinstance(node, Mapping):
        pairs = [(key.text, value) for key, value in node if path or key.text != "x"]
    else:
        return None
    for name, value in pairs:
        here = _joined(path, name)
        if value.place == place and not (isinstance(value, Mapping) and not path):
            return _replaced(node, name, None), here, value
        if below := _taken_out(value, place, here):
            return _replaced(node, name, below[0]), below[1], below[2]
    return None


def _replaced(node: Mapping | Sequence, name: str, value: Node | None) -> Node:
    if isinstance(node, Sequence):
        items = [(value if str(number) == name else item) for number, item in enumerate(node.items)]
        return replace(node, items=tuple(item for item in items if item is not None))
    entries = [(key, value if key.text == name else other) for key, other in node]
    return Mapping(tuple((key, other) for key, other in entries if other is not None), node.place)


def _with_unplaced(tree: Mapping, lost: list[tuple[str, Any]]) -> Mapping:
    """Return the tree with more nodes under `x.unplaced`, by their paths."""
    if not lost:
        return tree
    x = tree.get("x")
    x = x if isinstance(x, Mapping) else Mapping((), tree.place)
    there = x.get(_UNPLACED)
    there = there if isinstance(there, Mapping) else Mapping((), tree.place)
    x = with_entries(without(x, _UNPLACED), [(_UNPLACED, with_entries(there, lost))])
    return with_entries(without(tree, "x"), [("x", x)])
