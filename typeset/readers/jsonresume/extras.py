"""What stands in a JSON Resume where its schema knows nothing of it in; the same where content has room for it out."""

from __future__ import annotations

import re

from typeset.readers.draft.nodes import is_empty, mapped, string, text_of
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.jsonresume.script import language_of
from typeset.resume.fields import described
from typeset.resume.model import SECTIONS, CustomItem, Headings, Resume
from typeset.resume.names import WELL_FORMED, slug
from typeset.resume.values import LANGUAGE_TAG
from typeset.source import Key, Mapping, Node, Scalar, Sequence

_TITLES = {"ja": {"pr": "自己PR", "objectives": "志望動機", "strengths": "強み", "preferences": "本人希望"}}
"""Headings of a rirekisho by the keys that themes of that form have for them."""

_OF_NOBODY = frozenset(["theme", "themes", "settings", "config", "options", "template", "style", "layout", "version"])
"""Keys of what is said to a program, not to a reader."""

_BREAK = re.compile(r"<br\s*/?>|\n", re.IGNORECASE)
_FEWEST_SORTED = 5


def with_extras(tree: Mapping, notes: list[Note]) -> Mapping:
    """Return the tree with a name made of its parts, sections of one's own, headings and language where they belong."""
    tree = _with_name(tree, notes)
    tree = _with_language(tree, notes)
    tree = _with_headings(tree)
    return _in_usual_order(_with_sections(tree), notes)


def _replaced(tree: Mapping, name: str, value: Node) -> Mapping:
    """Return a mapping with another value under a key, which is put last where there is none."""
    if tree.get(name) is None:
        return Mapping((*tree, (Key(name, value.place), value)), tree.place)
    return Mapping(tuple((key, value if key.text == name else other) for key, other in tree), tree.place)


# Name and language


def _with_name(tree: Mapping, notes: list[Note]) -> Mapping:
    basics = tree.get("basics")
    if not isinstance(basics, Mapping):
        return tree
    if text_of(name := basics.get("name")) and name:
        whole = " ".join(_BREAK.sub(" ", text_of(name)).split())
        if not _BREAK.search(text_of(name)):
            return tree
        notes.append(Note(Fate.REPAIRED, "`basics.name` is written on one line", name.place))
        return _replaced(tree, "basics", _replaced(basics, "name", string(whole, name.place)))
    if isinstance(name, Mapping | Sequence):
        return tree
    parts = [part for name in ("firstName", "middleName", "lastName") if text_of(part := basics.get(name))]
    if not parts:
        return tree
    notes += [Note(Fate.REPAIRED, "`basics.name` is put together", part.place) for part in parts[1:] if part]
    name = string(" ".join(map(text_of, parts)), parts[0].place)  # type: ignore[union-attr]
    others = ((key, value) for key, value in basics if key.text != "name" and value not in parts)
    return _replaced(tree, "basics", Mapping(((Key("name", name.place), name), *others), basics.place))


def _with_language(tree: Mapping, notes: list[Note]) -> Mapping:
    """Return the tree with the language that the file says it is in, or that its script makes plain."""
    meta = tree.get("meta")
    meta = meta if isinstance(meta, Mapping) else Mapping((), tree.place)
    if meta.get("language") is not None:
        return tree
    for place, name in ((meta, "lang"), (meta, "locale"), (tree, "language"), (tree, "lang"), (tree, "locale")):
        said = place.get(name)
        if isinstance(said, Scalar) and LANGUAGE_TAG.fullmatch(tag := said.text.strip().replace("_", "-")):
            rest = Mapping(tuple((key, value) for key, value in tree if value is not said), tree.place)
            meta = Mapping(tuple((key, value) for key, value in meta if value is not said), meta.place)
            return _replaced(rest, "meta", _replaced(meta, "language", Scalar(tag, said.place)))
    if not (found := language_of(tree)):
        return tree
    tag, told = found
    notes.append(Note(Fate.GUESSED, f"`meta.language` is `{tag}`, by its script", told.place))
    return _replaced(tree, "meta", _replaced(meta, "language", string(tag, told.place)))


# Headings and sections of one's own


def _with_headings(tree: Mapping) -> Mapping:
    """Return the tree with the titles that a theme was told to set above its sections."""
    meta = tree.get("meta")
    options = meta.get("themeOptions") if isinstance(meta, Mapping) else None
    titles = options.get("sectionTitles") if isinstance(options, Mapping) else None
    if tree.get("headings") is not None or not isinstance(titles, Mapping):
        return tree
    known = [(key, value) for key, value in titles if key.text in described(Headings) and isinstance(value, Scalar)]
    if not known or not isinstance(meta, Mapping) or not isinstance(options, Mapping):
        return tree
    rest = Mapping(tuple(entry for entry in titles if entry not in known), titles.place)
    tree = _replaced(tree, "meta", _replaced(meta, "themeOptions", _replaced(options, "sectionTitles", rest)))
    return _replaced(tree, "headings", Mapping(tuple(known), titles.place))


def _with_sections(tree: Mapping) -> Mapping:
    """Return the tree with texts and entries under keys of nobody's as sections of one's own."""
    made: list[tuple[Key, Node]] = []
    sections: list[Node] = []
    language = _language(tree)
    for key, value in tree:
        section = None if key.text in described(Resume) or key.text == "x" else _section(key, value, language)
        if not section:
            made.append((key, value))
        elif sections:
            sections.append(section)
        else:
            sections.append(section)
            made.append((Key("sections", key.place), section))
    if not sections or tree.get("sections") is not None:
        return tree
    whole = Sequence(tuple(sections), sections[0].place)
    return Mapping(tuple((key, whole if key.text == "sections" else value) for key, value in made), tree.place)


def _language(tree: Mapping) -> str:
    meta = tree.get("meta")
    return text_of(meta.get("language")).partition("-")[0] if isinstance(meta, Mapping) else ""


def _section(key: Key, node: Node, language: str) -> Node | None:
    """Return a section for texts that a reader would want to see; None for anything else."""
    if key.text.startswith(("$", "_")) or key.text in _OF_NOBODY or is_empty(node):
        return None
    title = _TITLES.get(language, {}).get(key.text) or _title(key.text)
    name = key.text if WELL_FORMED.fullmatch(key.text) else slug(key.text)
    if not name or not title:
        return None
    what = [("id", string(name, key.place)), ("title", string(title, key.place))]
    if isinstance(node, Sequence) and all(map(_is_item, node.items)):
        return mapped([*what, ("items", Sequence(tuple(map(_item, node.items)), node.place))], node.place)
    if isinstance(node, Scalar) and not node.plain and len(node.text.split()) > 1:
        return mapped([*what, ("body", node)], node.place)
    return None


def _is_item(node: Node) -> bool:
    if isinstance(node, Mapping):
        return any(text_of(node.get(name)) for name in ("title", "name", "text", "label", "position"))
    return isinstance(node, Scalar)


def _item(node: Node) -> Node:
    """Return an entry in the keys of an item of one's own section."""
    if not isinstance(node, Mapping):
        return node
    fields = described(CustomItem)
    names = {name: known.key for known in fields.values() for name in known.also} | {"description": "summary"}
    there = {key.text for key, _ in node}
    made: list[tuple[Key, Node]] = []
    for key, value in node:
        name = key.text if key.text in fields else names.get(key.text, key.text)
        is_free = name not in there
        made.append((Key(name, key.place) if is_free else key, value))
        there.add(name)
    return Mapping(tuple(made), node.place)


def _title(name: str) -> str:
    """Return a key as a heading: `careerGoals` is "Career goals"."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[_-]+", " ", name).split()
    said = " ".join(word if word.isupper() else word.lower() for word in words)
    return said[:1].upper() + said[1:]


# Order


def _in_usual_order(tree: Mapping, notes: list[Note]) -> Mapping:
    """Return the tree in the model's order where its keys stand in that of the alphabet, which nobody means."""
    names = [key.text for key, _ in tree if key.text in ("basics", *SECTIONS)]
    if len(names) < _FEWEST_SORTED or names != sorted(names):
        return tree
    rank = {name: number for number, name in enumerate(["$schema", *described(Resume)])}
    notes.append(Note(Fate.GUESSED, "sections by the alphabet: put in the usual order", tree.entries[0][0].place))
    return Mapping(tuple(sorted(tree, key=lambda entry: rank.get(entry[0].text, len(rank)))), tree.place)
