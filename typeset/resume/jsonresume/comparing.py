"""Two JSON trees in, what makes the second of the first out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from typeset.resume.jsonresume.applying import applied
from typeset.resume.jsonresume.difference import Difference, Path, pointer, same, says_nothing, written
from typeset.source import Mapping, Node, Sequence
from typeset.source.emit_json import comparable

_MOST_KEYS = 100
"""Of an entry whose order of keys is merged with that of others."""


def difference(made: Node, was: Node) -> Difference | None:
    """Return what makes `was` of `made`; None where it cannot be told.

    A key is taken for another's new name when their values stand at one place. Lists of unequal length are told whole,
    unless `made` lacks only such items as say nothing.
    """
    finder = _Finder()
    finder.compare(made, was, (), ())
    found = finder.found()
    return found if same(applied(made, found), was) else None


@dataclass(frozen=True, slots=True)
class _Visit:
    """A mapping met on the way: its path and its list's, the names of its keys, and their order before and after."""

    path: str
    shared: str
    names: dict[str, str]
    natural: list[str]
    wanted: list[str]


@dataclass(frozen=True, slots=True)
class _Finder:
    """Walks both trees at once."""

    visits: dict[str, list[_Visit]] = field(default_factory=dict)
    lacks: set[str] = field(default_factory=set)
    values: dict[str, Node] = field(default_factory=dict)

    def compare(self, made: Node, was: Node, path: Path, shared: Path) -> None:
        if isinstance(made, Mapping) and isinstance(was, Mapping):
            self.mappings(made, was, path, shared)
        elif isinstance(made, Sequence) and isinstance(was, Sequence):
            self.sequences(made, was, path, shared)
        elif comparable(made) != comparable(was):
            self.values[pointer(path)] = was

    def mappings(self, made: Mapping, was: Mapping, path: Path, shared: Path) -> None:
        before = {key.text: value for key, value in made}
        after = {key.text: value for key, value in was}
        names = _renamed(before, after)
        old_of = {new: old for old, new in names.items()}
        self.lacks.update(pointer((*path, key)) for key in before if key not in after and key not in old_of)
        natural = dict.fromkeys(old_of.get(key, key) for key in before if key in after or key in old_of)
        for key, value in after.items():
            if key in natural:
                self.compare(before[names.get(key, key)], value, (*path, key), (*shared, key))
            else:
                self.values[pointer((*path, key))] = value
        wanted = list(after)
        visit = _Visit(written(path), written(shared), names, [*dict.fromkeys([*natural, *wanted])], wanted)
        self.visits.setdefault(visit.shared, []).append(visit)

    def sequences(self, made: Sequence, was: Sequence, path: Path, shared: Path) -> None:
        is_empty = [says_nothing(item) for item in was.items]
        if len(was.items) - sum(is_empty) != len(made.items) or any(map(says_nothing, made.items)):
            if comparable(made) != comparable(was):
                self.values[pointer(path)] = was
            return
        items = iter(made.items)
        for number, item in enumerate(was.items):
            here = (*path, str(number))
            if is_empty[number]:
                self.values[pointer(here)] = item
            else:
                self.compare(next(items), item, here, shared)

    def found(self) -> Difference:
        found = Difference(lacks=frozenset(self.lacks), values=self.values)
        for shared, visits in self.visits.items():
            _tell_names(found, shared, visits)
            if any(visit.natural != visit.wanted for visit in visits):
                _tell_order(found, shared, visits)
        return found


def _renamed(before: dict[str, Node], after: dict[str, Node]) -> dict[str, str]:
    """Return the name of before by the name of after, for keys whose values stand at one place."""
    spots = {_spot(value): key for key, value in before.items() if key not in after}
    found = ((key, spots.get(_spot(value))) for key, value in after.items() if key not in before)
    return {key: other for key, other in found if other}


def _spot(node: Node) -> tuple[type[Node], int, int]:
    return type(node), node.place.line, node.place.column


def _tell_names(found: Difference, shared: str, visits: Iterable[_Visit]) -> None:
    """Note the names of keys: for the whole list where all its entries agree, else for each entry."""
    given: dict[str, set[str]] = {}
    for visit in visits:
        for key in visit.wanted:
            given.setdefault(visit.names.get(key, key), set()).add(key)
    for visit in visits:
        for key, other in visit.names.items():
            found.names.setdefault(shared if given[other] == {key} else visit.path, {})[key] = other


def _tell_order(found: Difference, shared: str, visits: list[_Visit]) -> None:
    if merged := _merged([visit.wanted for visit in visits]):
        found.order[shared] = merged
    else:
        found.order.update((visit.path, visit.wanted) for visit in visits if visit.natural != visit.wanted)


def _merged(lists: list[list[str]]) -> list[str] | None:
    """Return one list with the keys of all in the order of each; None where they contradict each other."""
    before: dict[str, set[str]] = {}
    for keys in lists:
        for number, key in enumerate(keys):
            before.setdefault(key, set()).update(keys[:number][-_MOST_KEYS:])
    made: dict[str, None] = {}
    while len(made) < len(before) <= _MOST_KEYS:
        free = next((key for key, others in before.items() if key not in made and others <= made.keys()), None)
        if free is None:
            return None
        made[free] = None
    return list(made) or None
