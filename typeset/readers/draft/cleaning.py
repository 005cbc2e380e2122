"""A tree as a forgiving parser gave it in; the same, as content may be written, out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from typeset.readers.draft.nodes import is_empty
from typeset.readers.draft.notes import Fate, Note
from typeset.source import Key, Mapping, Node, Place, Scalar, Sequence
from typeset.source.characters import REFUSED

_LINE_ENDS = re.compile("[\u0085\u2028\u2029]")
_PICTURES = re.compile(" ?[\U0001f000-\U0001faff][\ufe0e\ufe0f\u200d\U0001f000-\U0001faff]*")
"""Emoji: signs of three blocks of Unicode, alone or joined to one, for which no theme has a glyph."""


@dataclass(slots=True)
class Cleaning:
    """Cleans trees, and gathers what that takes out of them.

    `again` are the values of keys that stand twice in one mapping, by path, but the last: that is the one that every
    parser of JSON takes.
    """

    notes: list[Note] = field(default_factory=list)
    again: list[tuple[str, Node]] = field(default_factory=list)

    def tree(self, node: Node, path: str = "") -> Node:
        """Return a tree with each key once, and without characters that content may not hold."""
        match node:
            case Scalar():
                text = self.held(node.text, node.place)
                text = text if _is_aside(path) else self.drawn(text, node.place)
                return node if text == node.text else Scalar(text, node.place)
            case Sequence():
                items = (self.tree(item, _joined(path, str(number))) for number, item in enumerate(node.items))
                return Sequence(tuple(items), node.place)
            case Mapping():
                return self.mapping(node, path)

    def mapping(self, node: Mapping, path: str) -> Mapping:
        """Return a mapping with each key once."""
        made = dict[str, tuple[Key, Node]]()
        for key, value in node:
            name = self.held(key.text, key.place)
            here = _joined(path, name)
            if name in made and not is_empty(made[name][1]):
                message = f"`{here}`, which stands again on line {key.place.line}, to `x.unplaced`"
                self.notes.append(Note(Fate.MOVED, message, made[name][1].place))
                self.again.append((here, made[name][1]))
            made[name] = Key(name, key.place), self.tree(value, here)
        return Mapping(tuple(made.values()), node.place)

    def held(self, written: str, place: Place) -> str:
        """Return characters that content may hold."""
        cleaned = REFUSED.sub("", _LINE_ENDS.sub("\n", written))
        if cleaned != written:
            self.notes.append(Note(Fate.REPAIRED, "characters that no content may hold are gone", place))
        return cleaned

    def drawn(self, written: str, place: Place) -> str:
        """Return characters that themes can draw."""
        for picture in _PICTURES.findall(written):
            self.notes.append(Note(Fate.DROPPED, f"{picture.strip()}, for which no theme has a glyph", place))
        return _PICTURES.sub("", written)


def _is_aside(path: str) -> bool:
    """Whether something is kept under an `x`, which nothing shows."""
    return ".x." in f".{path}."


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
