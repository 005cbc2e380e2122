"""JSON Resume as people write it in; the same in the keys and shapes of the model out.

Other names of a key are those that the model knows people to try (`also`), in any case and with any dashes, and some
that only JSON Resume's versions and themes have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from typeset.readers.draft.nodes import is_empty, leaves, text_of
from typeset.readers.draft.notes import Fate, Note
from typeset.resume.fields import Described, described
from typeset.resume.model import (
    Basics,
    Certificate,
    Education,
    Interest,
    Part,
    Project,
    Reference,
    Resume,
    Skill,
    Volunteer,
    Work,
)
from typeset.resume.names import WELL_FORMED
from typeset.resume.text import Text
from typeset.resume.values import is_language_map
from typeset.source import Key, Mapping, Node, Scalar, Sequence

_MORE: dict[type[Part], dict[str, str]] = {
    Resume: {"bio": "basics", "certs": "certificates", "honors": "awards", "publication": "publications"},
    Basics: {"bio": "summary", "avatar": "image"},
    Work: {
        "highlight": "highlights",
        "responsibilities": "highlights",
        "achievements": "highlights",
        "accomplishments": "highlights",
        "stack": "keywords",
        "skills": "keywords",
    },
    Volunteer: {"highlight": "highlights", "description": "summary", "achievements": "highlights"},
    Education: {"coursework": "courses", "description": "summary", "highlight": "highlights"},
    Project: {"highlight": "highlights", "position": "roles", "stack": "keywords"},
    Certificate: {"authority": "issuer"},
    Skill: {"keyword": "keywords", "skills": "keywords"},
    Interest: {"keyword": "keywords", "items": "keywords"},
    Reference: {"summary": "reference", "testimonial": "reference"},
}
"""What JSON Resume 0.0 and the data of themes call keys of the model, beside what the model knows."""


def in_one_dialect(tree: Mapping, notes: list[Note]) -> Mapping:
    """Return a JSON Resume in the model's keys; what was put together is told in `notes`."""
    made = _part(tree, Resume, notes)
    return made if isinstance(made, Mapping) else tree


def _part(node: Node, model: type[Part], notes: list[Note]) -> Node:
    """Return a part with other names of keys and other shapes of values made the model's."""
    if isinstance(node, Scalar) and not model.shorthand and not is_empty(node):
        return Mapping(((Key(_naming(model), node.place), node),), node.place)
    if not isinstance(node, Mapping) or (model.shorthand and _is_in_languages(node, model)):
        return node
    fields = described(model)
    entries = _named(node, model, notes)
    if model in (Work, Project):
        entries = _gathered(entries, notes)
    made = [(key, _value(fields.get(key.text), value, notes)) for key, value in entries]
    return Mapping(tuple(_with_foreign_tags(made, notes)), node.place)


def _value(known: Described | None, node: Node, notes: list[Note]) -> Node:
    if not known:
        return node
    kind: Any = known.kind
    if isinstance(kind, type) and issubclass(kind, Part):
        if known.many and kind is Skill and isinstance(node, Mapping) and not _is_skill(node):
            return Sequence(tuple(_groups(node)), node.place)
        if known.many and isinstance(node, Sequence):
            return Sequence(tuple(_part(item, kind, notes) for item in node.items), node.place)
        return node if known.many else _part(node, kind, notes)
    if known.key == "location" and kind is Text:
        return _in_one_line(node, notes)
    return node


def _is_in_languages(node: Mapping, model: type[Part]) -> bool:
    """Whether a mapping is one text in several languages: `zip` is no language where it is a key."""
    anything: Any = model
    return is_language_map(node) and not any(_bare(key.text) in _other_names(anything) for key, _ in node)


def _naming(model: type[Part]) -> str:
    """Return the key that one text for an entry stands under."""
    return "reference" if model is Reference else getattr(model, "naming", ("name",))[0]


# Names


def _named(node: Mapping, model: type[Part], notes: list[Note]) -> list[tuple[Key, Node]]:
    """Return the entries under the model's keys; an empty value makes room for one under another name."""
    anything: Any = model
    known, fields = _other_names(anything), described(model)
    there = {key.text for key, value in node if key.text in fields and not is_empty(value)}
    made: list[tuple[Key, Node]] = []
    for key, value in node:
        name = key.text if key.text in fields else known.get(_bare(key.text))
        if key.text not in fields and name and name not in there and not is_empty(value):
            there.add(name)
            made.append((Key(name, key.place), value))
        elif key.text in there and is_empty(value):
            notes.append(Note(Fate.EMPTY, f"`{key.text}`", value.place))
        else:
            made.append((key, value))
    taken = {key.text for key, value in made if not is_empty(value)}
    return [(key, value) for key, value in made if key.text not in taken or not is_empty(value)]


@cache
def _other_names(model: Any) -> dict[str, str]:
    """Return the model's key by every name that people try for it."""
    fields = described(model).values()
    made = {_bare(name): known.key for known in fields for name in (*known.also, known.key)}
    return made | {_bare(name): key for name, key in _MORE.get(model, {}).items()}


def _bare(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).lower()


# Shapes


def _in_one_line(node: Node, notes: list[Note]) -> Node:
    """Return a place that is written in parts as one text."""
    if not isinstance(node, Mapping) or is_language_map(node):
        return node
    parts = [leaf for _, leaf in leaves(node) if text_of(leaf)]
    notes += [Note(Fate.REPAIRED, "`location`: written on one line", part.place) for part in parts[1:]]
    return Scalar(", ".join(map(text_of, parts)), parts[0].place) if parts else node


def _is_skill(node: Mapping) -> bool:
    return any(key.text in ("name", "keywords", "level") for key, _ in node)


def _groups(node: Mapping) -> Iterator[Node]:
    """Yield a mapping of groups to skills as a list of groups."""
    for key, value in node:
        name = (Key("name", key.place), Scalar(key.text, key.place))
        yield Mapping((name, (Key("keywords", value.place), value)), value.place)


def _gathered(entries: list[tuple[Key, Node]], notes: list[Note]) -> list[tuple[Key, Node]]:
    """Return the entries of a job with its tasks among its highlights, and what it was done with among its keywords."""
    there = {key.text: value for key, value in entries}
    made = list(entries)
    for name, target in (("details", "highlights"), ("env", "keywords")):
        found = there.get(name)
        texts = [leaf for _, leaf in leaves(found) if text_of(leaf)] if isinstance(found, Sequence | Mapping) else []
        before = there.get(target)
        if not texts or found is None or not isinstance(before, Sequence | None):
            continue
        whole = Sequence((*texts, *(before.items if before else ())), found.place)
        notes += [Note(Fate.REPAIRED, f"`{name}` and `{target}` are one list", found.place)] if before else []
        made = [(Key(target, key.place), whole) if key.text == name else (key, value) for key, value in made
                if key.text != target]  # fmt: skip
        there[target] = whole
    return made


def _with_foreign_tags(entries: list[tuple[Key, Node]], notes: list[Note]) -> list[tuple[Key, Node]]:
    """Return the entries of a part with tags that are no names of ours under `x`."""
    found = next(((key, value) for key, value in entries if key.text == "tags"), None)
    if not found or any(key.text == "x" for key, _ in entries):
        return entries
    if isinstance(found[1], Sequence) and all(WELL_FORMED.fullmatch(text_of(leaf)) for _, leaf in leaves(found[1])):
        return entries
    notes += [Note(Fate.MOVED, "`tags`, to `x`: they are no names", leaf.place) for _, leaf in leaves(found[1])]
    kept = (Key("x", found[0].place), Mapping((found,), found[0].place))
    return [*(entry for entry in entries if entry[0].text != "tags"), kept]
