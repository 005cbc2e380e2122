"""YAML text in, tree out. Of YAML only what content needs: one document, mappings, lists, scalars, few aliases.

Built from PyYAML's parse events (libyaml's parser where it is there), because no loader on top of them keeps
scalars as written: YAML 1.1 turns `NO` into false, `12:30` into 750 and `2020-09` into a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from typeset.source.characters import place_at
from typeset.source.diagnostics import Fault, Faults
from typeset.source.limits import Census
from typeset.source.place import Place, Source
from typeset.source.tree import Key, Mapping, Node, Scalar, Sequence

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DIRECTIVE = re.compile(r"^%(?:TAG|YAML)\b.*", re.MULTILINE)  # libyaml's time is quadratic in their number


def parse(source: Source, *, forgiving: bool = False) -> Node:
    """Return the tree of a YAML text; an empty text is a null scalar.

    Raises `Faults` for malformed YAML, directives, tags, merge keys, a second document, duplicate keys and
    whatever exceeds the bounds of `typeset.source.limits`. A `forgiving` one keeps duplicate keys side by side, and
    characters that content may not hold.
    """
    if directive := _DIRECTIVE.search(source.text):
        place = place_at(source, directive.start(), len(directive[0]))
        raise Faults([Fault(f"the directive `{directive[0]}` is not allowed", place, "remove the line")])
    reader = _Reader(source, forgiving=forgiving)
    try:
        node = reader.document()
    except yaml.YAMLError as error:
        raise Faults([*reader.census.faults, _malformed(source, error)]) from None
    if reader.census.faults:
        raise Faults(reader.census.faults)
    return node


Offset = tuple[int, int]
"""A line and a column, from 0."""


def spans(source: Source) -> Iterator[tuple[Offset, Offset, bool]]:
    """Yield where each scalar starts and ends, and whether it is a block (`|`, `>`); the text must be sound YAML."""
    for event in _events(source.text):
        if isinstance(event, yaml.ScalarEvent):
            start: Any = event.start_mark
            end: Any = event.end_mark
            yield (start.line, start.column), (end.line, end.column), event.style in ("|", ">")


class _Reader:
    """Reads one document's events; holds the source, the anchors and the counts. Depth is bounded by the census."""

    def __init__(self, source: Source, *, forgiving: bool) -> None:
        self.source = source
        self.census = Census([], forgiving)
        self.anchors: dict[str, Node] = {}
        self.events: Iterator[Any] = iter(_events(source.text))

    def document(self) -> Node:
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            return Scalar("", Place(self.source, 1, 1), plain=True)
        node = self.node(next(self.events), 1)
        next(self.events)
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            self.census.stop("a second document starts here", self.place(event), "keep one document a file")
        return node

    def node(self, event: Any, depth: int) -> Node:
        place = self.place(event)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, place, depth)
        self.census.node(place, depth)
        if event.tag is not None:
            self.census.faults.append(
                Fault(f"the tag `{event.tag}` is not allowed", place, "values are read as written; remove the tag")
            )
        node = self.read(event, place, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def read(self, event: Any, place: Place, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            scalar = Scalar(event.value, place, plain=event.style is None or event.style == "")
            self.census.scalar(scalar)
            return scalar
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                items.append(self.node(event, depth + 1))
            return Sequence(tuple(items), place)
        return self.mapping(place, depth)

    def mapping(self, place: Place, depth: int) -> Mapping:
        entries, seen = [], dict[str, Key]()
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(self.node(event, depth + 1), self.place(event))
            self.census.key(key, seen)
            entries.append((key, self.node(next(self.events), depth + 1)))
        return Mapping(tuple(entries), place)

    def key(self, node: Node, place: Place) -> Key:
        if not isinstance(node, Scalar):
            self.census.stop("a key must be a plain word", place)
            raise AssertionError
        if node.plain and node.text == "<<":
            self.census.stop("merge keys are not allowed", place, "write the values out")
        return Key(node.text, place)

    def alias(self, event: Any, place: Place, depth: int) -> Node:
        node = self.anchors.get(event.anchor)
        if node is None:
            self.census.stop(f"the alias `*{event.anchor}` has no anchor above it", place)
            raise AssertionError
        self.census.alias(place, node, depth)
        return node

    def place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return Place(self.source, start.line + 1, start.column + 1, max(1, length))


def _events(text: str) -> Iterator[Any]:
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _malformed(source: Source, error: yaml.YAMLError) -> Fault:
    mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = place_at(source, len(source.text))
    if mark and mark.line <= source.text.count("\n"):  # libyaml may count a line after the last
        place = Place(source, mark.line + 1, mark.column + 1)
    problem = getattr(error, "problem", None) or str(error)
    hint = "a value that holds `: ` or starts with one of `*&!%@[{` needs quotes" if "mapping" in problem else None
    return Fault(f"not YAML: {problem}", place, hint)
