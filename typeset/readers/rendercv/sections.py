"""The sections of a RenderCV CV in; sections of the model, sections of one's own, headings and order out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from typeset.readers.draft.headings import is_usual, kind
from typeset.readers.draft.nodes import is_empty, listed, mapped, string, text_of
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.readers.rendercv.entries import OWN, Entry, entry, fits, item
from typeset.readers.rendercv.titles import title_of
from typeset.resume.fields import described
from typeset.resume.model import Resume
from typeset.resume.names import slug
from typeset.source import Key, Mapping, Node, Place, Scalar, Sequence

_BY_KIND = {"experience": "work", "education": "education", "publication": "publications"}
"""Where entries of one kind go when no section has the title."""

_TEXT_KEYS = {"text": "content", "bullet": "bullet", "number": "number", "reversed": "reversed_number"}
"""The keys of entries that are a text."""

_RESERVED = frozenset([*described(Resume), "summary", "profiles"])


@dataclass(frozen=True, slots=True)
class _Section:
    key: Key
    title: str
    entries: tuple[Entry, ...]

    @property
    def place(self) -> Place:
        return self.key.place

    def kind(self) -> str:
        """The kind of all entries; nothing for a mixture."""
        kinds = {found.kind for found in self.entries}
        return kinds.pop() if len(kinds) == 1 else ""

    def is_of(self, target: str) -> bool:
        if target == "summary":
            return self.kind() in ("text", "bullet")
        return all(fits(found, target) for found in self.entries)


@dataclass(frozen=True, slots=True)
class Sections:
    """What the sections become: a profile for `basics`, and entries of the content's tree."""

    summary: Scalar | None
    entries: tuple[tuple[str, Node], ...]


def sections(cv: Mapping, language: str, notebook: Notebook) -> Sections:
    """Return the content of a CV's sections, in their order; `language` is what its usual headings are in."""
    found = _found(cv.get("sections"))
    names = _names(found)
    ids = _ids(found, names)
    order = [names.get(number) or ids[number] for number in range(len(found))]
    person = text_of(cv.get("name"))
    summary: Scalar | None = None
    made: list[tuple[str, Node]] = []
    own: list[Node] = []
    is_natural = order == _natural(order, names)
    for number, section in enumerate(found):
        name = names.get(number)
        if name == "summary":
            summary = _prose(section, notebook)
        elif name:
            items = [item(each, name, person, notebook) for each in section.entries]
            made.append((name, Sequence(tuple(items), section.place)))
        else:
            if not own:
                made.append((OWN, Sequence((), section.place)))
            id_ = ids[number] if not is_natural or slug(section.title) in _RESERVED else None
            own.append(_own(section, id_, person, notebook))
    made = [(name, Sequence(tuple(own), node.place) if name == OWN else node) for name, node in made]
    named = [(names[number], section) for number, section in enumerate(found) if number in names]
    made += _headings(named, language, cv.place)
    return Sections(summary, (*made, *([] if is_natural else _order(order, cv.place))))


def _found(node: Node | None) -> list[_Section]:
    """Return the sections that have entries of RenderCV's kinds; what is of no kind is left for others to tell of."""
    made = []
    for key, value in node if isinstance(node, Mapping) else ():
        nodes = value.items if isinstance(value, Sequence) else (value,) if isinstance(value, Scalar) else ()
        entries = tuple(filter(None, map(entry, nodes)))
        if entries and not is_empty(value):
            made.append(_Section(key, title_of(key.text) or key.text, entries))
    return made


def _names(found: list[_Section]) -> dict[int, str]:
    """Return the model's names of the sections that have one, by their numbers."""
    names: dict[int, str] = {}
    for number, section in enumerate(found):
        name = kind(section.title)
        if name and name not in names.values() and section.is_of(name):
            names[number] = name
    for number, section in enumerate(found):
        name = _BY_KIND.get(section.kind())
        if name and number not in names and name not in names.values():
            names[number] = name
    return names


def _ids(found: list[_Section], names: dict[int, str]) -> dict[int, str]:
    """Return a name of its own for each section that the model has none for."""
    ids: dict[int, str] = {}
    for number, section in enumerate(found):
        if number in names:
            continue
        base = slug(section.title) or "section"
        base = f"own-{base}" if base in _RESERVED else base
        free, count = base, 2
        while free in ids.values():
            free, count = f"{base}-{count}", count + 1
        ids[number] = free
    return ids


def _natural(order: list[str], names: dict[int, str]) -> list[str]:
    """Return the order that the content has without our saying so: one's own sections stand together."""
    own = [name for number, name in enumerate(order) if number not in names]
    made: list[str] = []
    for number, name in enumerate(order):
        if number in names:
            made.append(name)
        elif name == own[0]:
            made += own
    return sorted(made, key=lambda name: name != "summary")


def _own(section: _Section, id_: str | None, person: str, notebook: Notebook) -> Node:
    made: list[tuple[str, Node | None]] = [
        ("id", string(id_, section.place) if id_ else None),
        ("title", string(section.title, section.place)),
    ]
    if section.kind() in ("text", "number", "reversed"):
        return mapped([*made, ("body", _prose(section, notebook))], section.place)
    items = (_own_item(each, person, notebook) for each in section.entries)
    return mapped([*made, ("items", listed(items, section.place))], section.place)


def _own_item(found: Entry, person: str, notebook: Notebook) -> Node:
    """Return an item; a numbered one among others loses its number."""
    if found.kind in ("number", "reversed"):
        named = (("text" if key.text == _TEXT_KEYS[found.kind] else key.text, value) for key, value in found.node)
        return mapped(named, found.node.place)
    return item(found, OWN, person, notebook)


def _prose(section: _Section, notebook: Notebook) -> Scalar | None:
    """Return the texts of a section as one body: paragraphs, or a list."""
    kind = section.kind()
    nodes = [node for each in section.entries if (node := each.node.get(_TEXT_KEYS[kind]))]
    texts = [node for node in nodes if isinstance(node, Scalar)]
    marks = [_mark(kind, number, len(texts)) for number in range(1, len(texts) + 1)]
    parts = [string(mark + _said(node, kind), node.place) for mark, node in zip(marks, texts, strict=True)]
    if kind == "reversed" and texts:
        notebook.note(Fate.REPAIRED, "numbers that count down made part of the text", texts[0].place)
    return notebook.joined(parts, "\n" if kind in ("bullet", "number") else "\n\n", section.title)


def _mark(kind: str, number: int, count: int) -> str:
    """Return what stands before a text; the last of numbers that count down is escaped, or a list would begin there."""
    down = count + 1 - number
    return {"bullet": "- ", "number": f"{number}. ", "reversed": f"{down}. " if down > 1 else "1\\. "}.get(kind, "")


def _said(node: Scalar, kind: str) -> str:
    return text_of(node) if kind == "text" else " ".join(node.text.split())


def _headings(named: list[tuple[str, _Section]], language: str, place: Place) -> Iterator[tuple[str, Node]]:
    """Yield the titles that are other than the usual ones."""
    other = [
        (name, string(section.title, section.place))
        for name, section in named
        if language != "en" or not is_usual(section.title, name)
    ]
    if other:
        yield "headings", mapped(other, place)


def _order(order: list[str], place: Place) -> Iterator[tuple[str, Node]]:
    names = listed((string(name, place) for name in order), place)
    yield "meta", mapped([("order", names)], place)
