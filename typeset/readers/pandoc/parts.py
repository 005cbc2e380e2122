"""The sections of a file in, sections of content out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from typeset.readers.draft.dates import moment, period
from typeset.readers.draft.nodes import is_empty, listed, mapped, string, text_of
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.readers.pandoc.aliases import DATES, MODELS, POINTS, SECTIONS, keys_of, plain
from typeset.resume.fields import described
from typeset.source import Key, Mapping, Node, Scalar, Sequence

Entries = Iterator[tuple[str, Node | None]]

_COMMA = re.compile(r",\s+(?![^()]*\))")
_LONGEST_WORDS = 5
_NAMED = {"certificates": "name", "awards": "title", "interests": "name", "skills": "name", "languages": "language"}
"""What a bare text is, in sections whose items may be bare texts."""


def sections(entries: Iterable[tuple[Key, Node]], notebook: Notebook) -> Entries:
    """Yield the sections with their items, those that the model has no name for in one list, the rest under `x`."""
    own: list[Node] = []
    made: dict[str, Node] = {}
    for key, value in entries:
        name = SECTIONS.get(plain(key.text))
        if is_empty(value):
            continue
        if name and name not in made and (items := _items(name, value, notebook)):
            made[name] = items
        elif section := _own(key, value, notebook):
            made.setdefault("sections", section)
            own.append(section)
        else:
            yield key.text, value
    for name, node in made.items():
        yield name, listed(own, node.place) if name == "sections" else node


def _items(name: str, value: Node, notebook: Notebook) -> Node | None:
    """Return the items of a section of the model; None for what it has no room for."""
    if isinstance(value, Sequence):
        made = [_item(name, item, notebook) for item in value.items if not is_empty(item)]
        return Sequence(tuple(item for item in made if item), value.place) if all(made) else None
    if isinstance(value, Mapping):
        return _groups(name, value)
    if name == "interests":
        return listed([mapped([("summary", value)], value.place)], value.place)
    if name == "skills" and (words := _words(value)):
        return words
    return None


def _groups(name: str, value: Mapping) -> Node | None:
    """Return skills that stand as names with lists below them."""
    if name != "skills":
        return None
    made = []
    for key, node in value:
        words = node if isinstance(node, Sequence) else _words(node) if isinstance(node, Scalar) else None
        said = ("keywords", words) if words else ("summary", node)
        made.append(mapped([("name", string(key.text, key.place)), said], node.place))
    return listed(made, value.place)


def _item(name: str, node: Node, notebook: Notebook) -> Node | None:
    if isinstance(node, Mapping):
        ranks = {key: rank for rank, key in enumerate(MODELS[name].naming)}
        made = sorted(_values(name, node, notebook), key=lambda pair: ranks.get(pair[0], len(ranks)))
        return mapped(made, node.place)
    if name in _NAMED and isinstance(node, Scalar) and len(text_of(node).split()) <= 4 * _LONGEST_WORDS:
        return mapped([(_NAMED[name], node)], node.place)
    return None


def _values(name: str, item: Mapping, notebook: Notebook) -> Entries:
    """Yield what the keys of an item become; of two for one the second keeps its own name."""
    keys, fields = keys_of(name), described(MODELS[name])
    said = set[str]()
    for key, value in item:
        if is_empty(value):
            continue
        made = [*_value(name, key.text, keys.get(plain(key.text)), value, notebook)]
        for ours, node in made:
            is_free = ours in fields and ours not in said
            said.add(ours)
            yield (ours if is_free else key.text), node


def _value(section: str, theirs: str, ours: str | None, value: Node, notebook: Notebook) -> Entries:
    fields = described(MODELS[section])
    alias = plain(theirs)
    if alias in DATES and isinstance(value, Scalar):
        yield from _dates(section, value, notebook)
    elif alias in POINTS and isinstance(value, Sequence) and "highlights" in fields and ours != "keywords":
        yield "highlights", value
    elif alias in POINTS and ours in (None, "description", "subtitle") and section != "projects":
        yield ("summary" if "summary" in fields else theirs), value
    elif ours and fields[ours].many and isinstance(value, Scalar) and ours != "highlights":
        yield ours, _words(value) or Sequence((value,), value.place)
    else:
        yield ours or theirs, value


def _dates(section: str, value: Scalar, notebook: Notebook) -> Entries:
    """Yield when something was: its two ends, or its one date."""
    fields = described(MODELS[section])
    ends = period(text_of(value))
    if ends and "startDate" in fields:
        said = " to ".join(end for end in ends if end)
        notebook.note(Fate.GUESSED, f"`{text_of(value)}` is {said}", value.place)
        for name, end in zip(("startDate", "endDate"), ends, strict=True):
            yield name, string(end, value.place) if end else None
        return
    single = next((name for name in ("date", "releaseDate", "endDate") if name in fields), "date")
    found = moment(text_of(value))
    yield single, string(found, value.place) if found else value


def _words(value: Scalar) -> Sequence | None:
    """Return words with commas between them one by one; None for prose."""
    parts = [part.strip() for part in _COMMA.split(text_of(value)) if part.strip()]
    if len(parts) < 2 or ". " in value.text or any(len(part.split()) > _LONGEST_WORDS for part in parts):
        return None
    return Sequence(tuple(string(part, value.place) for part in parts), value.place)


def _own(key: Key, value: Node, notebook: Notebook) -> Mapping | None:
    """Return a section of the person's own; None for what is hardly one."""
    known = plain(key.text) in SECTIONS
    title = ("title", string(_title(key.text), key.place))
    if isinstance(value, Scalar):
        return mapped([*_named(key), title, ("body", value)], value.place) if known else None
    if not isinstance(value, Sequence):
        return None
    items = [_own_item(item, notebook) for item in value.items if not is_empty(item)]
    return mapped([*_named(key), title, ("items", listed(items, value.place))], value.place)


def _named(key: Key) -> Entries:
    """Yield another name for a section whose own is the model's."""
    if plain(key.text) in SECTIONS:
        yield "id", string(f"own-{SECTIONS[plain(key.text)]}", key.place)


def _own_item(item: Node, notebook: Notebook) -> Node:
    if not isinstance(item, Mapping):
        return item
    made = dict(_values("sections", item, notebook))
    if not made.keys() & {"title", "label", "text"}:
        stand_in = next((name for name in ("subtitle", "organization", "summary") if name in made), None)
        made = {("title" if name == stand_in else name): node for name, node in made.items()}
    return mapped(made.items(), item.place)


def _title(key: str) -> str:
    words = re.sub(r"[_-]", " ", key).strip()
    return words if any(letter.isupper() for letter in words) else words.title()
