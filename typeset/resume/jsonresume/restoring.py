"""JSON Resume in, the canonical tree that it was written from out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from typeset.resume.fields import Described, described
from typeset.resume.jsonresume.flattening import Losses, Writer
from typeset.resume.jsonresume.room import OWN, SCHEMA, mapping, own_of, text_of, without_stored
from typeset.resume.migration.moves import brought_forward
from typeset.resume.model import Basics, Location, Part, Resume, Work
from typeset.source import Key, Mapping, Node, Scalar, Sequence
from typeset.source.emit_json import comparable


def restored(tree: Node) -> Node:
    """Return the canonical tree that a JSON Resume was written from, except where somebody has changed it since."""
    own = own_of(tree.get("meta")) if isinstance(tree, Mapping) else None
    if not isinstance(tree, Mapping) or own is None:
        return tree
    language = own.get("language")
    reader = _Reader(Writer(language.text if isinstance(language, Scalar) else "en", Losses()))
    entries = {key.text: value for key, value in reader.whole(tree)}
    stored = own.get("content")
    if text_of(entries.get("$schema")) == SCHEMA:
        del entries["$schema"]
    if isinstance(stored, Mapping):
        entries |= {key.text: value for key, value in stored if key.text not in entries}
    order = own.get("order")
    names = [text_of(name) or "" for name in order.items] if isinstance(order, Sequence) else []
    made = mapping({name: entries[name] for name in dict.fromkeys([*names, *entries]) if name in entries}, tree)
    forward = brought_forward(made)  # an export may be of an older model
    return forward.tree if forward else made


@dataclass(frozen=True, slots=True)
class _Reader:
    """Puts back what was stored, wherever it would be flattened into what is seen."""

    writer: Writer

    def whole(self, tree: Mapping) -> Iterator[tuple[Key, Node]]:
        fields = described(Resume)
        for key, node in tree:
            known = fields.get(key.text)
            if key.text == "meta" and isinstance(node, Mapping):
                if rest := {name.text: value for name, value in node if name.text != OWN}:
                    yield key, mapping(rest, node)
            elif known and known.many and isinstance(node, Sequence):
                yield key, Sequence(tuple(self.items(list(node.items), known)), node.place)
            elif key.text == "basics":
                yield key, self.basics(node)
            else:
                yield key, node

    def items(self, waiting: list[Node], known: Described) -> Iterator[Node]:
        while waiting:
            if known.kind is Work and (entry := _stored_of(waiting[0]).get("entry")) and isinstance(entry, Mapping):
                made = [*self.writer.roles(entry, "")]
                if [*map(comparable, made)] == [*map(comparable, waiting[: len(made)])]:
                    yield entry
                    del waiting[: len(made)]
                    continue
            yield self.part(waiting.pop(0), known.kind)

    def basics(self, node: Node) -> Node:
        made = self.part(node, Basics)
        entries = {key.text: value for key, value in made} if isinstance(made, Mapping) else {}
        if isinstance(profiles := entries.get("profiles"), Sequence):
            items = tuple(self.part(item, described(Basics)["profiles"].kind) for item in profiles.items)
            entries["profiles"] = Sequence(items, profiles.place)
        if location := entries.get("location"):
            entries["location"] = self.part(location, Location)
        return mapping(entries, made) if entries else made

    def part(self, node: Node, model: type[Part]) -> Node:
        stored = _stored_of(node)
        if not isinstance(node, Mapping) or not stored:
            return node
        fields = described(model)
        made = {key.text: value for key, value in node}
        for key, value in stored.items():
            known = fields.get(key)
            flat = self.writer.value(known, value, "") if known else None
            if known and _same(flat, made.get(key)):
                made[key] = value
        return mapping(without_stored(mapping(made, node)), node)


def _same(one: Node | None, other: Node | None) -> bool:
    return (one is None) == (other is None) and (one is None or other is None or comparable(one) == comparable(other))


def _stored_of(node: Node) -> dict[str, Node]:
    own = own_of(node.get("x")) if isinstance(node, Mapping) else None
    return {key.text: value for key, value in own} if own else {}
