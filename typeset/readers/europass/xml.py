"""XML in; its elements as a tree whose values know their places out. No document type, no entities, no network.

An element with elements in it is a mapping, in which a name may stand several times; one with nothing but text a
scalar; attributes are values of their element. Namespaces are left out of the names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from typeset.readers.draft.notes import Fate, Note
from typeset.readers.draft.sample import LARGEST
from typeset.source import Fault, Faults, Key, Mapping, Node, Place, Scalar, Source
from typeset.source.limits import Census

MOST = 15_000
"""Elements and attributes; the fullest of CVs has three thousand."""

TEXT = "text"
"""The name of what stands between the elements of a mapping."""


def parse(name: str, data: bytes) -> tuple[str, Mapping, list[Note]]:
    """Return the name of a document's element, what it holds, and a note on what was left out.

    Raises `Faults` for what is not well-formed, for document types, and for more or deeper elements than a CV has.
    """
    source = Source(name, _text(data), data)
    if len(data) > LARGEST:
        message = f"the file has {len(data):,} bytes; {LARGEST:,} are read at most"
        raise Faults([Fault(message, Place(Source(name, ""), 1, 1))])
    builder = _Builder(source)
    parser = builder.parser
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    parser.StartDoctypeDeclHandler = builder.document_type
    try:
        parser.Parse(source.text.encode("utf-8", errors="replace"), True)
    except expat.ExpatError as error:
        place = Place(source, error.lineno, error.offset + 1)
        raise Faults([Fault(f"not XML: {expat.ErrorString(error.code)}", place)]) from None
    return builder.root, builder.made, builder.notes


def _text(data: bytes) -> str:
    """Return the text of UTF-8 or UTF-16, or of Windows-1252 where it is neither."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(slots=True)
class _Element:
    name: str
    place: Place
    entries: list[tuple[Key, Node]]
    attributes: list[tuple[Key, Node]]
    text: list[str] = field(default_factory=list)
    text_place: Place | None = None


class _Builder:
    """Takes what expat finds and makes a tree of it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.parser = expat.ParserCreate("utf-8")
        self.census = Census([])
        self.open: list[_Element] = []
        self.root = ""
        self.made = Mapping((), Place(source, 1, 1))
        self.codes: dict[str, Place] = {}

    @property
    def notes(self) -> list[Note]:
        """What was left out."""
        if not self.codes:
            return []
        names = ", ".join(f"`{name}`" for name in self.codes)
        message = f"{names}: codes that say again what stands in their elements"
        return [Note(Fate.DROPPED, message, next(iter(self.codes.values())))]

    def here(self) -> Place:
        return Place(self.source, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        place = self.here()
        local = name.rpartition(":")[2]
        self.census.node(place, len(self.open) + 1)
        self.census.nodes += len(attributes)
        if self.census.nodes > MOST:
            self.census.stop(f"more than {MOST:,} values", place)
        said = [
            (Key(key, place), Scalar(value, place))
            for key, value in attributes.items()
            if ":" not in key and key != "xmlns"
        ]
        self.open.append(_Element(local, place, [], [(key, value) for key, value in said]))

    def characters(self, text: str) -> None:
        element = self.open[-1]
        if element.text_place is None and (said := text.lstrip()):
            here = self.here()
            element.text_place = Place(self.source, here.line, here.column + len(text) - len(said))
        element.text.append(text)

    def end(self, _: str) -> None:
        element = self.open.pop()
        made = self.value(element)
        if self.open:
            self.open[-1].entries.append((Key(element.name, element.place), made))
        else:
            self.root = element.name
            self.made = made if isinstance(made, Mapping) else Mapping((), element.place)

    def value(self, element: _Element) -> Node:
        text = "".join(element.text).strip()
        said = Scalar(text, element.text_place or element.place)
        if not element.entries and text:
            self.codes |= {key.text: self.codes.get(key.text, value.place) for key, value in element.attributes}
            return said
        if text:
            element.entries.append((Key(TEXT, said.place), said))
        entries = (*element.attributes, *element.entries)
        return Mapping(entries, element.place) if entries else said

    def document_type(self, *_: object) -> NoReturn:
        raise Faults([Fault("a document type (`<!DOCTYPE`) is not read", self.here(), "no Europass file has one")])
