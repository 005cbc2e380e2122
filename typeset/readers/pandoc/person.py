"""The top of a file in, `basics` out."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.readers.draft.accounts import address_of
from typeset.readers.draft.nodes import is_empty, listed, mapped, string, text_of
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.readers.pandoc.aliases import ADDRESS, FIRST, LAST, MIDDLE, NAMES, NETWORKS, PERSON, plain
from typeset.resume.links import problem
from typeset.source import Key, Mapping, Node, Place, Scalar, Sequence

_TITLES = frozenset(["cv", "resume", "résumé", "curriculumvitae", "lebenslauf", "vita"])
"""Titles of a document, not of a person."""

_PARTS = frozenset([*FIRST, *MIDDLE, *LAST])
_TOWN = frozenset(["city", "country", "postalcode", "zip", "street"])


def is_person(key: str) -> bool:
    """Whether a key at the top speaks of the person."""
    name = plain(key)
    return name in NAMES or name in _PARTS or name in PERSON or name in NETWORKS or name in _TOWN


def basics(whole: Mapping, notebook: Notebook) -> Mapping:
    """Return who the person is and how to reach them."""
    entries: list[tuple[str, Node | None]] = [("name", _name(whole, notebook))]
    profiles: list[Node] = []
    has_label = any(PERSON.get(plain(key.text)) == "label" and plain(key.text) != "title" for key, _ in whole)
    for key, value in whole:
        name = plain(key.text)
        if is_empty(value) or name in NAMES or name in _PARTS or not is_person(key.text):
            continue
        if name in NETWORKS:
            profiles.append(_profile(NETWORKS[name], value))
        elif name == "title" and (has_label or plain(text_of(value)) in _TITLES):
            entries.append(("x", mapped([(key.text, value)], value.place)))
        elif PERSON.get(name) == "location":
            entries.append(("location", _location(value, notebook)))
        elif name in PERSON and PERSON[name] not in dict(entries):
            entries.append((PERSON[name], value))
        elif name in PERSON:
            entries.append((key.text, value))
    entries.append(("location", _town(whole) if "location" not in dict(entries) else None))
    return mapped([*entries, ("profiles", listed(profiles, whole.place))], whole.place)


def _name(whole: Mapping, notebook: Notebook) -> Node | None:
    """Return the whole name, or its parts as one."""
    values = {plain(key.text): value for key, value in whole if not is_empty(value)}
    for key in ("name", "fullname", "author"):
        found = values.get(key)
        if isinstance(found, Sequence):
            found = found.items[0] if found.items else None
        if isinstance(found, Mapping):
            return _name(found, notebook)
        if isinstance(found, Scalar):
            return found
    parts = (next((values[key] for key in keys if key in values), None) for keys in (FIRST, MIDDLE, LAST))
    return notebook.joined([part for part in parts if isinstance(part, Scalar)], " ", "name")


def _profile(network: str, value: Node) -> Node:
    """Return an account, of which a file says the name or the address."""
    if not isinstance(value, Scalar):
        return mapped([("network", string(network, value.place)), ("username", value)], value.place)
    written = text_of(value)
    if "/" in written and not problem(written if "://" in written else f"https://{written}"):
        said: list[tuple[str, Node | None]] = [("url", value)]
    else:
        address = address_of(network, written)
        said = [("username", value), ("url", string(address, value.place) if address else None)]
    return mapped([("network", string(network, value.place)), *said], value.place)


def _location(value: Node, notebook: Notebook) -> Node | None:
    """Return where the person lives: parts by their names, lines as one."""
    if isinstance(value, Mapping):
        named = ((Key(ADDRESS.get(plain(key.text), key.text), key.place), part) for key, part in value)
        return Mapping(tuple((key, part) for key, part in named if not is_empty(part)), value.place)
    if isinstance(value, Sequence) and all(isinstance(line, Scalar) for line in value.items):
        lines = [line for line in value.items if isinstance(line, Scalar) and text_of(line)]
        return notebook.joined(lines, ", ", "location")
    if isinstance(value, Scalar) and "\n" in text_of(value):
        notebook.note(Fate.REPAIRED, "an address written on one line", value.place)
        return string(", ".join(_lines(value)), value.place)
    return value


def _lines(value: Scalar) -> Iterator[str]:
    return (line.strip(" ,\\") for line in value.text.splitlines() if line.strip(" ,\\"))


def _town(whole: Mapping) -> Node | None:
    """Return a location whose parts stand at the top of the file."""
    parts = [(ADDRESS[plain(key.text)], value) for key, value in whole if plain(key.text) in _TOWN]
    place: Place = whole.place
    return mapped(parts, place) if parts else None
