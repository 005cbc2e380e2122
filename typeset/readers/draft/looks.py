"""What another program's file says about looks in, the keys and values of an application that say the same out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from typeset.readers.draft.nodes import is_empty, mapped, string, text_of
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.source import Mapping, Node, Place, Scalar, Sequence

BOUNDS = {"size": (9.0, 12.0, "pt"), "margin": (12.0, 30.0, "mm"), "leading": (1.2, 1.6, "")}
"""The range and the unit of options that every theme has."""

PAPERS = {"a4": "A4", "a4paper": "A4", "letter": "Letter", "letterpaper": "Letter", "us-letter": "Letter"}

COLORS = {
    "black": "#000000",
    "blue": "#0000ff",
    "brown": "#a52a2a",
    "crimson": "#dc143c",
    "darkblue": "#00008b",
    "darkgreen": "#006400",
    "darkred": "#8b0000",
    "dimgray": "#696969",
    "gray": "#808080",
    "green": "#008000",
    "grey": "#808080",
    "indigo": "#4b0082",
    "maroon": "#800000",
    "midnightblue": "#191970",
    "navy": "#000080",
    "olive": "#808000",
    "orange": "#ffa500",
    "purple": "#800080",
    "red": "#ff0000",
    "slategray": "#708090",
    "steelblue": "#4682b4",
    "teal": "#008080",
}
"""Names of colours that people give to headings (CSS Color 4, section 6.1)."""

_WITHOUT_LATEX = frozenset(["ar", "fa", "he", "hi", "ja", "ko", "zh"])
_TWINS = {"moderncv": "margin"}
"""What to draw with where a theme set by LaTeX has no letters for the language."""

_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "px": 25.4 / 96}
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(mm|cm|in|pt|px)")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)")


@dataclass(slots=True)
class Looks:
    """Collects an application. What it takes it notes; a method returns whether it could make anything of a value."""

    notebook: Notebook
    keys: dict[str, Node] = field(default_factory=dict)
    options: dict[str, Scalar] = field(default_factory=dict)
    taken: list[Scalar] = field(default_factory=list)

    def key(self, name: str, value: str, node: Scalar, path: str, fate: Fate = Fate.MOVED) -> bool:
        """Set a key of the application."""
        self.keys[name] = string(value, node.place)
        return self._told(f"`{path}: {node.text}`, to the application: `{name}: {value}`", node, fate)

    def theme(self, name: str, node: Scalar, path: str, language: str) -> bool:
        """Set the nearest theme; one set by LaTeX has no letters for some languages, and another is near it."""
        far = language.partition("-")[0] in _WITHOUT_LATEX
        return self.key("theme", _TWINS.get(name, name) if far else name, node, path, Fate.GUESSED)

    def option(self, name: str, value: str, node: Scalar, path: str, fate: Fate = Fate.MOVED) -> bool:
        """Set an option of the theme."""
        self.options[name] = string(value, node.place)
        return self._told(f"`{path}: {node.text}`, to the application: option `{name}: {value}`", node, fate)

    def paper(self, node: Node | None, path: str) -> bool:
        """Take a size of paper."""
        known = PAPERS.get(text_of(node).lower())
        return isinstance(node, Scalar) and known is not None and self.option("paper", known, node, path)

    def color(self, node: Node | None, path: str) -> bool:
        """Take a colour for headings."""
        known = hexadecimal(text_of(node))
        return isinstance(node, Scalar) and known is not None and self.option("accent", known, node, path)

    def length(self, name: str, node: Node | None, path: str) -> bool:
        """Take a length, as near as themes allow."""
        found = _LENGTH.fullmatch(text_of(node))
        if not found or not isinstance(node, Scalar):
            return False
        unit = BOUNDS[name][2]
        return self.bounded(name, float(found[1]) * _MILLIMETRES[found[2]] / _MILLIMETRES[unit], node, path)

    def bounded(self, name: str, value: float, node: Scalar, path: str) -> bool:
        """Take a measure in the option's own unit, as near as themes allow."""
        least, most, unit = BOUNDS[name]
        nearest = min(max(round(value, 2 if not unit else 1), least), most)
        fate = Fate.MOVED if abs(nearest - value) < 0.06 else Fate.GUESSED
        return self.option(name, f"{nearest:g}{unit}", node, path, fate)

    def also(self, node: Node | None, path: str, name: str) -> bool:
        """Take a second value that says what an option says already; one that says otherwise stays."""
        there = self.options.get(name)
        if not isinstance(node, Scalar) or not there:
            return False
        first = next((taken for taken in self.taken if taken.place == there.place), None)
        same = first is not None and first.text.strip() == node.text.strip()
        return same and self._told(f"`{path}: {node.text}`, to the application: as option `{name}`", node, Fate.MOVED)

    def application(self, place: Place) -> Mapping | None:
        """Return what was collected; None for nothing."""
        options = mapped(self.options.items(), place) if self.options else None
        keys = {"theme": self.keys.get("theme"), "options": options, **self.keys}
        made = mapped(keys.items(), place)
        return made if made.entries else None

    def rest(self, node: Node | None) -> Node | None:
        """Return a tree without what was taken from it, and without what says nothing."""
        if node is None or is_empty(node) or any(node is taken for taken in self.taken):
            return None
        match node:
            case Mapping():
                kept = [(key, left) for key, value in node if (left := self.rest(value)) is not None]
                return Mapping(tuple(kept), node.place) if kept else None
            case Sequence():
                items = tuple(left for item in node.items if (left := self.rest(item)) is not None)
                return Sequence(items, node.place) if items else None
            case _:
                return node

    def _told(self, message: str, node: Scalar, fate: Fate) -> bool:
        self.taken.append(node)
        self.notebook.note(fate, message, node.place)
        return True


def hexadecimal(color: str) -> str | None:
    """Return a colour as `#rrggbb`; None for one written in a way not known."""
    written = color.strip().lower()
    if re.fullmatch(r"#?(?:[0-9a-f]{3}|[0-9a-f]{6})", written):
        return "#" + written.lstrip("#")
    if found := _RGB.fullmatch(written):
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in found.groups())
    return COLORS.get(written)
