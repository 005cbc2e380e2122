"""Jobs without an end in, jobs that go on out: JSON Resume has no word for the present."""

from __future__ import annotations

from typeset.readers.draft.dates import PRESENT, period
from typeset.readers.draft.nodes import is_empty, text_of
from typeset.readers.draft.notes import Fate, Note
from typeset.source import Key, Mapping, Node, Place, Scalar, Sequence

_OPEN = ("work", "volunteer")
_CURRENT = frozenset(["current", "isCurrent", "isCurrentRole", "currentlyWorking", "ongoing", "present"])
_ENDS = ("startDate", "endDate")
_WHOLE = frozenset(["period", "dates", "duration", "date"])


def with_open_ends(tree: Mapping, notes: list[Note]) -> Mapping:
    """Return the tree with `present` where a job, or unpaid work, has a start and no end; each is told."""
    return Mapping(tuple((key, _section(key.text, value, notes)) for key, value in tree), tree.place)


def _section(name: str, node: Node, notes: list[Note]) -> Node:
    if not isinstance(node, Sequence) or name not in (*_OPEN, "education", "projects"):
        return node
    items = (_entry(f"{name}.{number}", item, name in _OPEN, notes) for number, item in enumerate(node.items))
    return Sequence(tuple(items), node.place)


def _entry(path: str, node: Node, is_open: bool, notes: list[Note]) -> Node:
    if not isinstance(node, Mapping):
        return node
    node = _with_both_ends(node)
    start, end = node.get("startDate"), node.get("endDate")
    if (end is not None and not is_empty(end)) or _is_in_positions(node):
        return node
    said = next((value for key, value in node if key.text in _CURRENT and text_of(value) in ("true", "false")), None)
    if said and text_of(said) == "true":
        notes.append(Note(Fate.REPAIRED, f"`{path}`: `true` for what goes on is an end in the present", said.place))
        return _ended(node, said.place)
    if said:
        return node
    if is_open and isinstance(start, Scalar) and text_of(start):
        place = end.place if end else start.place
        notes.append(Note(Fate.GUESSED, f"`{path}` has a start and no end: it is taken to go on", place))
        return _ended(node, place)
    return node


def _ended(node: Mapping, place: Place) -> Mapping:
    """Return an entry that goes on; the end stands where one stood, or behind the start."""
    end = (Key("endDate", place), Scalar(PRESENT, place))
    before = "endDate" if node.get("endDate") is not None else "startDate"
    made: list[tuple[Key, Node]] = []
    for key, value in node:
        if key.text in _CURRENT and value.place == place:
            continue
        made += [end] if key.text == before == "endDate" else [(key, value)]
        made += [end] if key.text == before == "startDate" else []
    return Mapping(tuple(made if any(key.text == "endDate" for key, _ in made) else (*made, end)), node.place)


def _with_both_ends(node: Mapping) -> Mapping:
    """Return an entry whose period in one text is a start and an end."""
    if any(key.text in _ENDS and not is_empty(value) for key, value in node):
        return node
    for key, value in node:
        found = period(value.text) if key.text in _WHOLE and isinstance(value, Scalar) else None
        if found and any(found):
            ends = [(name, Scalar(end, value.place)) for name, end in zip(_ENDS, found, strict=True) if end]
            made = ((Key(name, value.place), end) for name, end in ends)
            others = (entry for entry in node if entry[0] is not key and entry[0].text not in _ENDS)
            return Mapping((*others, *made), node.place)
    return node


def _is_in_positions(node: Mapping) -> bool:
    return isinstance(node.get("positions"), Sequence)
