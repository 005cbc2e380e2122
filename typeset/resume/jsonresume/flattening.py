"""Canonical tree in, JSON Resume in one language out, and a warning for each kind of thing that others lose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from typeset.resume import dates
from typeset.resume.fields import Described, described
from typeset.resume.jsonresume.room import ORIGIN, OWN, ROOM, SCHEMA, mapping, text_of, without_stored
from typeset.resume.model import (
    Basics,
    Date,
    Highlight,
    Item,
    Location,
    Part,
    Position,
    Resume,
    Work,
)
from typeset.resume.values import is_language_map
from typeset.source import Fault, Mapping, Node, Scalar, Sequence, Severity
from typeset.source.emit_json import comparable
from typeset.source.place import NOWHERE

ROOMLESS = ("sections", "headings", "labels", "x")
"""What the top of a JSON Resume has no room for: version 1.0.0 is closed there."""

_UNTOLD = frozenset([*described(Item), "x"])
"""Keys that are for choosing, not for showing: to leave them unseen is no loss."""


def _none() -> dict[str, list[tuple[str, Node]]]:
    return {}


@dataclass(frozen=True, slots=True)
class Losses:
    """What is told of a file: each thing lost, and where."""

    found: dict[str, list[tuple[str, Node]]] = field(default_factory=_none)

    def note(self, message: str, path: str, node: Node) -> None:
        self.found.setdefault(message, []).append((path, node))

    def faults(self) -> list[Fault]:
        return [
            Fault(f"{message}: {', '.join(dict.fromkeys(path for path, _ in where))}", where[0][1].place,
                  severity=Severity.WARNING)
            for message, where in self.found.items()
        ]  # fmt: skip


def flattened(tree: Node, language: str) -> tuple[Node, list[Fault]]:
    """Return a canonical tree as JSON Resume in one language, and a warning for each kind of thing that others lose.

    A tree that is JSON Resume already is returned as it is.
    """
    if not isinstance(tree, Mapping):
        return tree, []
    writer = Writer(language, Losses())
    flat = writer.whole(tree)
    losses = writer.losses.faults()
    if comparable(flat) == comparable(tree):
        return tree, losses
    return _with_own(tree, flat, language, losses), losses


def _with_own(tree: Mapping, flat: Mapping, language: str, losses: list[Fault]) -> Mapping:
    """Return a flattened tree with what it needs to become the canonical one again."""
    visible = {key.text: value for key, value in flat}
    stored = {key.text: value for key, value in tree if key.text in ("$schema", *ROOMLESS)}
    own: dict[str, Node] = {
        "about": _string("What JSON Resume has no room for. Written by typeset, and read by it again."),
        "language": _string(language),
        "losses": Sequence(tuple(_string(fault.message) for fault in losses), NOWHERE),
        "order": Sequence(tuple(_string(key.text) for key, _ in tree), NOWHERE),
    }
    if stored:
        own["content"] = mapping(stored)
    meta = visible.pop("meta", mapping({}))
    entries = {key.text: value for key, value in meta} if isinstance(meta, Mapping) else {}
    visible.pop("$schema", None)
    return mapping({"$schema": _string(SCHEMA), **visible, "meta": mapping(entries | {OWN: mapping(own)})}, tree)


@dataclass(frozen=True, slots=True)
class Writer:
    """Flattens trees into one language, and notes what that loses."""

    language: str
    losses: Losses

    def whole(self, tree: Mapping) -> Mapping:
        fields, made = described(Resume), dict[str, Node]()
        for key, node in tree:
            known = fields.get(key.text)
            if key.text in ROOMLESS:
                if not _is_origin_alone(key.text, node):
                    self.losses.note(f"JSON Resume has no room for `{key.text}`", key.text, node)
            elif known and known.many and isinstance(node, Sequence):
                made[key.text] = Sequence(tuple(self.items(known, node)), node.place)
            elif known and known.key == "basics" and isinstance(node, Mapping):
                made[key.text] = self.part(node, Basics, "basics", "basics")
            else:
                made[key.text] = node
        return mapping(made, tree)

    def items(self, known: Described, node: Sequence) -> Iterator[Node]:
        for number, item in enumerate(node.items, 1):
            path = f"{known.key}.{_name(item) or number}"
            if known.kind is Work and _has_roles(item) and isinstance(item, Mapping):
                self.losses.note("several roles at one employer are an entry each", path, item)
                yield from self.roles(item, path)
            else:
                yield self.part(item, known.kind, known.key, path)

    def part(self, node: Node, model: type[Part], room: str, path: str) -> Node:
        """Return an entry whose JSON Resume keys hold what JSON Resume allows, and the others what they held."""
        node = _spelt_out(node, model, room)
        if not isinstance(node, Mapping):
            return node
        made, stored = dict[str, Node](), dict[str, Node]()
        fields, rooms = described(model), ROOM[room].split()
        for key, value in node:
            known = fields.get(key.text)
            if known is None or key.text not in rooms:
                made[key.text] = value
                if known and key.text not in _UNTOLD:
                    self.losses.note(f"JSON Resume has no `{key.text}` in `{room}`", path, value)
                continue
            flat = self.value(known, value, f"{path}.{key.text}")
            if flat is not None:
                made[key.text] = flat
            if not _keeps_its_own(known, value) and (flat is None or comparable(flat) != comparable(_unquoted(value))):
                stored[key.text] = value
        return mapping(_with_stored(made, stored), node)

    def value(self, known: Described, node: Node, path: str) -> Node | None:
        """Return what stands under a key of JSON Resume; None for a date in words."""
        if known.kind == Date:
            return self.date(node, path)
        if known.kind is Highlight and isinstance(node, Sequence):
            return Sequence(tuple(_string(text) for item in node.items for text in self.point(item, path)), node.place)
        if known.key == "location" and known.kind is Location:
            return self.part(node, Location, "location", path)
        if known.key == "profiles" and isinstance(node, Sequence):
            return Sequence(tuple(self.part(item, known.kind, "profiles", path) for item in node.items), node.place)
        if known.many and isinstance(node, Sequence):
            return Sequence(tuple(self.text(item, path) for item in node.items), node.place)
        return self.text(node, path)

    def text(self, node: Node, path: str) -> Node:
        """Return a text in the one language, as a string."""
        if isinstance(node, Mapping) and is_language_map(node):
            others = ", ".join(key.text for key, _ in node if key.text != self.language)
            self.losses.note(f"texts are in one language, not in {others} too" if others else "", path, node)
            node = _nearest(node, self.language)
        return _unquoted(node)

    def date(self, node: Node, path: str) -> Node | None:
        written = text_of(node)
        try:
            found = dates.parse(written) if written is not None else None
        except dates.NotADate:
            return node
        if isinstance(found, dates.PartialDate) or not (written is None or written.strip()):
            return _unquoted(node)
        if found is None:
            self.losses.note("dates in words are left out", path, node)
        return None

    def point(self, node: Node, path: str) -> Iterator[str]:
        """Yield a point, and the points below it behind a dash, as strings."""
        if not isinstance(node, Mapping) or is_language_map(node):
            yield text_of(self.text(node, path)) or ""
            return
        label, text, body = (text_of(self.text(value, path)) if (value := node.get(key)) else None
                             for key in ("label", "text", "body"))  # fmt: skip
        if label:
            self.losses.note("labels of points are written into their text", path, node)
        if body:
            self.losses.note("what stands below a point is written into its text", path, node)
        said = " ".join(part.strip() for part in (text, body) if part)
        yield f"{label}: {said}" if label and said else label or said
        below = node.get("highlights")
        for item in below.items if isinstance(below, Sequence) else ():
            self.losses.note("points below points stand beside them", path, node)
            for each in self.point(item, path):
                yield f"– {each}"

    def roles(self, employer: Mapping, path: str) -> Iterator[Node]:
        """Yield an entry for each role; the first keeps what they were made of."""
        made = [*self.roles_alone(employer, path)]
        for number, entry in enumerate(made):
            entries = {key.text: value for key, value in entry}
            yield mapping(_with_stored(entries, {} if number else {"entry": employer}))

    def roles_alone(self, employer: Mapping, path: str) -> Iterator[Mapping]:
        shared = {key.text: value for key, value in employer if key.text in ("name", "location", "description", "url")}
        said = {key.text: value for key, value in employer
                if key.text in ("startDate", "endDate", "summary", "highlights", "body")}  # fmt: skip
        positions = employer.get("positions")
        entries = [{**shared, **said}] if said.keys() - {"startDate", "endDate"} else []
        for position in positions.items if isinstance(positions, Sequence) else ():
            spelt = _spelt_out(position, Position, "work")
            own = {key.text: value for key, value in spelt} if isinstance(spelt, Mapping) else {}
            entries.append({**shared, **{key: value for key, value in own.items() if key != "id"}})
        for entry in entries:
            flat = self.part(mapping(entry), Work, "work", path)
            if isinstance(flat, Mapping):
                yield mapping(without_stored(flat))


def _is_origin_alone(key: str, node: Node) -> bool:
    """Whether what there is no room for is only how an imported JSON Resume said it."""
    return key == "x" and isinstance(node, Mapping) and {name.text for name, _ in node} == {ORIGIN}


def _keeps_its_own(known: Described, node: Node) -> bool:
    """Whether the parts of a value keep for themselves what they were."""
    is_part = isinstance(known.kind, type) and issubclass(known.kind, Part) and known.kind is not Highlight
    return is_part and node is _spelt_out(node, known.kind, known.key)


def _spelt_out(node: Node, model: type[Part], room: str) -> Node:
    """Return a part that is written as one text with its key: JSON Resume knows objects alone."""
    fields = described(model)
    is_text = isinstance(node, Scalar) or (is_language_map(node) and not _has_key(node, fields))
    if is_text and model.shorthand:
        key = "address" if room == "location" else model.shorthand
        return mapping({key: node}, node)
    return node


def _has_key(node: Node, keys: Iterable[str]) -> bool:
    return isinstance(node, Mapping) and any(key.text in keys for key, _ in node)


def _has_roles(node: Node) -> bool:
    positions = node.get("positions") if isinstance(node, Mapping) else None
    return isinstance(positions, Sequence) and bool(positions.items)


def _nearest(node: Mapping, language: str) -> Node:
    """Return the version of a text for a language, by BCP 47 lookup; the first one when there is none."""
    while language:
        if found := node.get(language):
            return found
        language = language.rpartition("-")[0]
    return node.entries[0][1]


def _name(node: Node) -> str | None:
    """Return how to recognise an entry."""
    if isinstance(node, Mapping):
        for key in ("id", "name", "title", "organization", "institution", "language"):
            if found := text_of(node.get(key)):
                return found
    return text_of(node)


def _with_stored(made: dict[str, Node], stored: dict[str, Node]) -> dict[str, Node]:
    if not stored:
        return made
    x = made.get("x")
    others = {key.text: value for key, value in x} if isinstance(x, Mapping) else {}
    return {**made, "x": mapping({**others, OWN: mapping(stored)})}


def _string(text: str) -> Scalar:
    return Scalar(text, NOWHERE)


def _unquoted(node: Node) -> Node:
    """Return a scalar as the string that it was written as: JSON Resume has no numbers."""
    return Scalar(node.text, node.place) if isinstance(node, Scalar) and not node.is_null else node
