"""A tree in, an instance of a model class out, with every fault of the file; driven by the classes' own fields.

Why not pydantic, msgspec or cattrs: what comes in is a tree whose values know their places, and each of the three
would drop the places. `benchmarks/validation.py` compares their times.
"""

from __future__ import annotations

from collections.abc import Mapping as KnownFields
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from typeset.resume import names
from typeset.resume.fields import Described, Slug, described
from typeset.resume.model import Item, Part
from typeset.resume.values import KINDS, is_language_map, kind_of
from typeset.source import Fault, Key, Mapping, Node, Place, Scalar, Sequence, Severity

Model = TypeVar("Model", bound=Part)


def read(node: Node, model: type[Model], what: str) -> tuple[Model, list[Fault]]:
    """Return the instance of `model` that a tree describes, and every fault found; with errors it is partial.

    `what` names the whole in messages: "the content file", "the application".
    """
    reader = _Reader([])
    value: Model | None = reader.part(node, model, what)
    return value if value is not None else model(place=node.place), reader.faults


def read_value(node: Node, known: Described) -> tuple[Any, list[Fault]]:
    """Return what one key holds, None for what cannot be read, and every fault found."""
    reader = _Reader([])
    return reader.value(known, node, f"`{known.key}`"), reader.faults


@dataclass(frozen=True, slots=True)
class _Reader:
    """Walks a tree alongside the model's classes and notes what does not fit."""

    faults: list[Fault]

    def part(self, node: Node, model: type[Part], what: str) -> Any:
        """Read a mapping, or the one text that stands for it."""
        fields = described(model)
        if shorthand := self.shorthand(node, model, fields):
            value = self.value(shorthand, node, what)
            return _build(model, {shorthand.name: value}, node) if value else None
        if not isinstance(node, Mapping):
            self.error(f"{what} must be a mapping of keys to values, not {kind_of(node)}", node.place)
            return None
        values: dict[str, Any] = {}
        unknown: list[tuple[str, Node]] = []
        strange: list[Key] = []
        for key, value in node:
            if known := fields.get(key.text):
                values[known.name] = self.value(known, value, f"`{key.text}`")
            elif key.text == "x" and not model.closed:
                unknown += self.extension(value)
            else:
                strange.append(key)
                unknown.append((key.text, value))
        missing = [known for known in fields.values() if known.needed and known.name not in values]
        if strange or missing:
            self.misfits(strange, missing, model, what + _identity(node), node.place)
        values["x"] = tuple(unknown)
        if "order" in model.__dataclass_fields__ and "order" not in fields:
            values["order"] = tuple(key.text for key, _ in node if key.text in fields)
        return _build(model, values, node)

    def shorthand(self, node: Node, model: type[Part], fields: KnownFields[str, Described]) -> Described | None:
        """Return the field that a bare text, or a map of languages, is the value of."""
        if not model.shorthand:
            return None
        if isinstance(node, Mapping):
            names_tried = {name for known in fields.values() for name in (known.key, *known.also)}
            bare = is_language_map(node) and not any(key.text in names_tried for key, _ in node)
        else:
            bare = isinstance(node, Scalar)
        return fields[model.shorthand] if bare else None

    def value(self, known: Described, node: Node, what: str) -> Any:
        """Read what stands under a known key: one value, or a list of them."""
        if isinstance(node, Scalar) and node.is_null:
            self.error(f"{what} is empty", node.place, "write a value, or remove the key")
            return None
        if not known.many:
            return self.one(known.kind, node, what)
        if not isinstance(node, Sequence):
            self.error(f"{what} must be a list, not {kind_of(node)}", node.place, "start each item with `- `")
            return None
        return self.identified([self.entry(known, item) for item in node.items])

    def entry(self, known: Described, node: Node) -> Any:
        """Read an item of a list."""
        if isinstance(node, Scalar) and node.is_null:
            self.error(f"an item of `{known.key}` is empty", node.place, "write a value, or remove the item")
            return None
        return self.one(known.kind, node, f"{known.key} entry")

    def one(self, kind: Any, node: Node, what: str) -> Any:
        """Read one value of a field's kind."""
        if isinstance(kind, type) and issubclass(kind, Part):
            return self.part(node, kind, what)
        return KINDS[kind](node, what, self.faults)

    def identified(self, read: list[Any]) -> tuple[Any, ...]:
        """Give every item of a list a name of its own, and note names given twice."""
        found = [item for item in read if item is not None]
        taken = set[str]()
        for item in found:
            if isinstance(item, Item) and item.id:
                if item.id in taken and item.place:
                    self.error(f"the id `{item.id}` stands twice in one list", item.place)
                taken.add(item.id)
        counts = dict[str, int]()
        return tuple(_with_id(item, taken, counts) if _is_nameless(item) else item for item in found)

    def extension(self, node: Node) -> list[tuple[str, Node]]:
        """Read `x`, which may hold anything."""
        if isinstance(node, Mapping):
            return [(key.text, value) for key, value in node]
        self.error("`x` must be a mapping of keys to values", node.place)
        return []

    def misfits(
        self,
        strange: list[Key],
        missing: list[Described],
        model: type[Part],
        where: str,
        place: Place,
    ) -> None:
        """Note the keys that the model lacks and those that the mapping lacks."""
        for key in strange:
            self.unknown(key, model, where)
        for known in missing:
            self.error(f"{where} has no `{known.key}`", place, known.about)

    def unknown(self, key: Key, model: type[Part], where: str) -> None:
        """Note a key the model lacks: a slip of the pen is an error; a word of the user's own is kept, and told."""
        fields = described(model)
        meant = next((known.key for known in fields.values() if key.text in known.also), None)
        meant = meant or names.nearest(key.text, fields)
        message = f"unknown key `{key.text}` in {where}"
        if now := model.moved.get(key.text):
            self.error(message, key.place, f"it is `{now}` today: run `typeset migrate`, or write it there")
        elif meant:
            self.error(message, key.place, f"did you mean `{meant}`?")
        elif model.closed:
            self.error(message, key.place, f"the keys are {', '.join(f'`{name}`' for name in fields)}")
        else:
            hint = "it is kept but shown nowhere; put it under `x` to say that this is meant"
            self.faults.append(Fault(message, key.place, hint, Severity.WARNING))

    def error(self, message: str, place: Place, hint: str | None = None) -> None:
        self.faults.append(Fault(message, place, hint))


def _build(model: type[Any], values: dict[str, Any], node: Node) -> Any:
    """Return the instance; what was written but could not be read counts as not written."""
    return model(**{name: value for name, value in values.items() if value is not None}, place=node.place)


def _is_nameless(item: object) -> bool:
    return isinstance(item, Item) and not item.id


def _with_id(item: Item, taken: set[str], counts: dict[str, int]) -> Item:
    """Return an item under a name made from its title, which `counts` has seen that often."""
    titles = (getattr(item, name) for name in item.naming)
    base = next((made for title in titles if title and (made := names.slug(getattr(title, "plain", title)))), "item")
    made = base
    while made in taken:
        counts[base] = counts.get(base, 1) + 1
        made = f"{base}-{counts[base]}"
    taken.add(made)
    return replace(item, id=Slug(made))


def _identity(node: Mapping) -> str:
    """Return how to recognise an entry in a message: its id, or what it is called."""
    for key in ("id", "name", "title", "organization", "institution"):
        if isinstance(value := node.get(key), Scalar) and value.text:
            return f" `{value.text}`"
    return ""
