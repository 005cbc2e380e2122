"""Drawings of pages in; their sizes, their titles, and whether anything is on them, out."""

from __future__ import annotations

from xml.parsers.expat import ParserCreate

from typeset.proof.finished import Finished, Picture

_ADDRESSES = frozenset(["href", "xlink:href", "src"])
_INK = frozenset(["use", "path", "image", "rect"])


def read(*files: bytes) -> Finished:
    """Return a picture for each SVG, and every address that one asks for; raises what expat raises for what is none."""
    drawings = [_Drawing(data) for data in files]
    return Finished(
        pages=("",) * len(files),
        links=tuple(address for drawing in drawings for address in drawing.addresses),
        pictures=tuple(drawing.picture for drawing in drawings),
        title=drawings[0].title.rpartition(" – ")[0],
    )


class _Drawing:
    """Goes through the elements of one drawing."""

    def __init__(self, data: bytes) -> None:
        self.title = ""
        self.addresses: list[str] = []
        self.size = (0.0, 0.0)
        self.inks = 0
        self.within: list[str] = []
        parser = ParserCreate()
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.Parse(data, True)

    @property
    def picture(self) -> Picture:
        width, height = self.size
        return Picture(round(width), round(height), is_blank=not self.inks)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.within:
            self.size = (_points(attributes["width"]), _points(attributes["height"]))
        self.inks += name in _INK and "defs" not in self.within
        asked = (value for key, value in attributes.items() if key in _ADDRESSES)
        self.addresses += [value for value in asked if not value.startswith(("#", "data:"))]
        self.within.append(name)

    def end(self, name: str) -> None:  # noqa: ARG002  # the signature expat calls
        self.within.pop()

    def characters(self, said: str) -> None:
        if self.within[-1] == "title":
            self.title += said


def _points(length: str) -> float:
    return float(length.removesuffix("pt"))
