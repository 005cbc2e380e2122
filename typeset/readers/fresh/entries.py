"""The entries of FRESH's sections in, in the model's keys out. Keys that neither knows stay for `x`."""

from __future__ import annotations

from collections.abc import Mapping as Table

from typeset.readers.draft.dates import PRESENT
from typeset.readers.draft.nodes import is_empty, string, text_of
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.source import Key, Mapping, Node, Scalar, Sequence

_ENDS = {"start": "startDate", "end": "endDate", "ignore": "private"}
NAMES: Table[str, Table[str, str]] = {
    "employment": {**_ENDS, "employer": "name"},
    "projects": {**_ENDS, "title": "name", "category": "type", "flavor": "type", "role": "roles"},
    "skills": {"skills": "keywords"},
    "service": _ENDS,
    "education": {**_ENDS, "title": "studyType", "grade": "score", "curriculum": "courses"},
    "recognition": {"from": "awarder"},
    "writing": {"title": "name", "date": "releaseDate", "author": "authors"},
    "references": {"role": "position", "summary": "reference"},
    "testimonials": {"quote": "reference"},
    "languages": {"level": "fluency"},
    "interests": {},
}
"""The model's key of each key that FRESH calls otherwise, by FRESH's section."""

_GOING_ON = ("employment", "service")


def history(node: Node) -> list[Node]:
    """Return the entries of a section: its `history`, its `sets` and `list`, or itself."""
    if isinstance(node, Sequence):
        return list(node.items)
    lists = [node.get(name) for name in ("history", "sets", "list")] if isinstance(node, Mapping) else []
    return [item for found in lists if isinstance(found, Sequence) for item in found.items]


def entries(section: str, node: Node, book: Notebook) -> list[Node]:
    """Return the entries of a section in the model's keys."""
    return [_entry(section, f"{section}.{number}", item, book) for number, item in enumerate(history(node))]


def renamed(node: Mapping, names: Table[str, str]) -> Mapping:
    """Return a mapping under other names of its keys, but where something stands under that name already."""
    there = {key.text for key, value in node if not is_empty(value)}
    made = []
    for key, value in node:
        name = names.get(key.text, key.text)
        if name not in there or name == key.text:
            there.add(name)
            made.append((Key(name, key.place), value))
        else:
            made.append((key, value))
    return Mapping(tuple(made), node.place)


def with_entry(node: Mapping, name: str, value: Node) -> Mapping:
    """Return a mapping with another value under a key, or with one more."""
    if node.get(name) is None:
        return Mapping((*node, (Key(name, value.place), value)), node.place)
    return Mapping(tuple((key, value if key.text == name else old) for key, old in node), node.place)


def less(node: Mapping, *names: str) -> Mapping:
    """Return a mapping without some keys."""
    return Mapping(tuple(entry for entry in node if entry[0].text not in names), node.place)


def joined(node: Mapping, first: str, second: str, text: str, book: Notebook) -> Mapping:
    """Return a mapping in which the value under `second` is told, as `text`, behind the one under `first`."""
    before, what = node.get(first), node.get(second)
    if not text_of(what) or what is None:
        return node
    if not text_of(before) or before is None:
        return with_entry(less(node, second), first, string(text.lstrip(", \n"), what.place))
    book.note(Fate.REPAIRED, f"`{second}` is written behind `{first}`", what.place)
    return with_entry(less(node, second), first, string(text_of(before) + text, before.place))


def _entry(section: str, path: str, node: Node, book: Notebook) -> Node:
    if not isinstance(node, Mapping):
        return node
    made = renamed(node, NAMES[section])
    if section in _GOING_ON:
        made = going_on(made, path, book)
    match section:
        case "projects":
            return _with_links(made)
        case "skills":
            made = joined(made, "level", "years", f", {text_of(made.get('years'))} years", book)
            proof = text_of(made.get("proof"))
            return joined(made, "summary", "proof", f" ([{proof.partition('://')[2] or proof}]({proof}))", book)
        case "languages":
            return joined(made, "fluency", "years", f", {text_of(made.get('years'))} years", book)
        case "recognition":
            return joined(made, "summary", "event", f"\n\n{text_of(made.get('event'))}", book)
        case "writing":
            return _with_publisher(made, book)
        case "references":
            return _with_contact(made, book)
    return made


def going_on(node: Mapping, path: str, book: Notebook) -> Mapping:
    """Return an entry whose end is the present where it has a start alone."""
    current, start, end = node.get("current"), node.get("startDate"), node.get("endDate")
    if text_of(end) or not text_of(start) or start is None or text_of(current) == "false":
        return node
    if current is None:
        place = end.place if end else start.place
        book.note(Fate.GUESSED, f"`{path}` has a start and no end: it is taken to go on", place)
        return with_entry(node, "endDate", Scalar(PRESENT, place))
    book.note(Fate.REPAIRED, f"`{path}.current: {text_of(current)}` is an end in the present", current.place)
    return with_entry(less(node, "current"), "endDate", Scalar(PRESENT, current.place))


def _with_links(node: Mapping) -> Mapping:
    """Return a project with the address of its source, and those of its media, as links."""
    repo, media = node.get("repo"), node.get("media")
    source = [_link(repo, repo, None)] if isinstance(repo, Scalar) and text_of(repo) else []
    others = [
        _link(item, url, item.get("name") or item.get("category") or item.get("flavor"))
        for item in (media.items if isinstance(media, Sequence) else ())
        if isinstance(item, Mapping) and isinstance(url := item.get("url"), Scalar) and text_of(url)
    ]
    if not (links := [*source, *others]):
        return node
    rest = less(node, *(["repo"] if source else []), *(["media"] if others else []))
    return with_entry(rest, "links", Sequence(tuple(links), links[0].place))


def _link(node: Node, url: Scalar, label: Node | None) -> Mapping:
    words = ((Key("label", label.place), label),) if isinstance(label, Scalar) and text_of(label) else ()
    return Mapping(((Key("url", url.place), url), *words), node.place)


def _with_publisher(node: Mapping, book: Notebook) -> Mapping:
    """Return a publication whose publisher is a text: a link where the address is told."""
    publisher = node.get("publisher")
    if not isinstance(publisher, Mapping):
        return node
    name, url = publisher.get("name"), publisher.get("url")
    if not isinstance(name, Scalar) or not text_of(name):
        return with_entry(node, "publisher", url) if isinstance(url, Scalar) else node
    if not text_of(url) or url is None:
        return with_entry(node, "publisher", name)
    book.note(Fate.REPAIRED, "the address of the publisher is a link on its name", url.place)
    return with_entry(node, "publisher", string(f"[{text_of(name)}]({text_of(url)})", name.place))


def _with_contact(node: Mapping, book: Notebook) -> Mapping:
    """Return a reference with how to reach it."""
    contact = node.get("contact")
    rest = []
    for item in contact.items if isinstance(contact, Sequence) else ():
        said = (item.get("flavor") or item.get("category")) if isinstance(item, Mapping) else None
        kind = text_of(said)
        value = item.get("value") if isinstance(item, Mapping) else None
        if said and kind in ("phone", "email") and node.get(kind) is None and value is not None:
            node = with_entry(node, kind, value)
            book.note(Fate.DROPPED, f"`{kind}`, which the key says now", said.place)
        else:
            rest.append(item)
    if not isinstance(contact, Sequence):
        return node
    return with_entry(node, "contact", Sequence(tuple(rest), contact.place)) if rest else less(node, "contact")
