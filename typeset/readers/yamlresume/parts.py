"""The `content` of a yamlresume file in; `basics` and the sections of our content, in the file's order, out."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.readers.draft.bullets import split
from typeset.readers.draft.dates import moment
from typeset.readers.draft.nodes import is_empty, leaves, mapped, string, text_of, with_entries
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.readers.yamlresume.countries import CODES
from typeset.source import Mapping, Node, Scalar, Sequence

Entries = Iterator[tuple[str, Node | None]]

_NAMES = {
    "basics": {"headline": "label"},
    "location": {"country": "countryCode"},
    "education": {"degree": "studyType"},
    "references": {"relationship": "position", "summary": "reference"},
}
"""What the model calls keys that it has another name for, by section."""

_LISTED = frozenset(["work", "education", "volunteer", "projects"])
"""The sections whose items have highlights."""

_DATES = frozenset(["startDate", "endDate", "date", "releaseDate"])


def basics(content: Mapping, notebook: Notebook) -> Mapping:
    """Return who the person is, with the location and the profiles that stand beside it there."""
    person = content.get("basics")
    place = person.place if isinstance(person, Mapping) else content.place
    entries = [*(_values(person, "basics", notebook) if isinstance(person, Mapping) else ())]
    made = mapped(entries, place)
    more = [(name, node) for name in ("location", "profiles") if (node := content.get(name)) and not is_empty(node)]
    more = [(name, _item(node, name, notebook)) for name, node in more]
    return with_entries(made, more)


def sections(content: Mapping, notebook: Notebook) -> Entries:
    """Yield the sections with their items; keys of no section stay as they are."""
    for key, value in content:
        if key.text == "computed":
            _computed(value, notebook)
        elif key.text not in ("basics", "location", "profiles") and not is_empty(value):
            yield key.text, _section(key.text, value, notebook)


def _section(name: str, value: Node, notebook: Notebook) -> Node:
    if not isinstance(value, Sequence):
        return value
    return Sequence(tuple(_item(item, name, notebook) for item in value.items), value.place)


def _item(node: Node, section: str, notebook: Notebook) -> Node:
    return mapped(_values(node, section, notebook), node.place) if isinstance(node, Mapping) else node


def _values(item: Mapping, section: str, notebook: Notebook) -> Entries:
    """Yield what the keys of an item become."""
    names = _NAMES.get(section, {})
    for key, value in item:
        if key.text == "computed":
            _computed(value, notebook)
        elif is_empty(value):
            continue
        elif key.text == "summary" and section in _LISTED:
            yield from _summary(value, notebook)
        elif key.text in _DATES and isinstance(value, Scalar):
            yield key.text, _date(value, notebook)
        elif key.text == "country" and text_of(value).casefold() in CODES:
            yield "countryCode", _code(value, notebook)
        elif key.text == "keywords" and section == "languages" and not item.get("summary"):
            yield from _certificates(value, notebook)
        else:
            if key.text == "relationship":
                notebook.once(Fate.GUESSED, "the `relationship` of a reference: taken as their `position`", value.place)
            yield names.get(key.text, key.text), value


def _summary(value: Node, notebook: Notebook) -> Entries:
    """Yield the paragraphs and the highlights of a text that ends in a list."""
    parts = split(value) if isinstance(value, Scalar) else None
    if not parts:
        yield "summary", value
        return
    notebook.once(Fate.REPAIRED, "the list that a `summary` ends in: its points made `highlights`", value.place)
    yield "summary", parts[0]
    yield "highlights", parts[1]


def _date(value: Scalar, notebook: Notebook) -> Node:
    """Return a date in words to the month, which is what yamlresume prints of it."""
    made = moment(text_of(value))
    if not made or made == text_of(value) or made.count("-") < 2:
        return value
    month = made.rpartition("-")[0]
    notebook.note(Fate.GUESSED, f"`{text_of(value)}` is {month}: yamlresume prints no days", value.place)
    return string(month, value.place)


def _code(value: Node, notebook: Notebook) -> Node:
    code = CODES[text_of(value).casefold()]
    notebook.note(Fate.REPAIRED, f"the country `{text_of(value)}` is `{code}`", value.place)
    return string(code, value.place)


def _certificates(value: Node, notebook: Notebook) -> Entries:
    """Yield the keywords of a language, which are its certificates, as a text."""
    parts = [item for item in value.items if isinstance(item, Scalar)] if isinstance(value, Sequence) else []
    if not isinstance(value, Sequence) or len(parts) < len(value.items):
        yield "keywords", value
    else:
        yield "summary", notebook.joined([part for part in parts if text_of(part)], ", ", "languages")


def _computed(value: Node, notebook: Notebook) -> None:
    for path, leaf in leaves(value, "computed"):
        if text_of(leaf):
            notebook.note(Fate.DROPPED, f"`{path}`, which yamlresume makes of the rest", leaf.place)
