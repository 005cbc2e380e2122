"""How the JSON Resume that content was imported from said it: kept under `x.jsonresume`, and put back on export.

Content has one way to say a thing, JSON Resume in the wild has many: old keys, empty strings for open ends, HTML. So
that an export can be what was imported, the content keeps what makes that of it, in one place, which anybody may
delete. It is used for sections alone that are still what was imported, by their seals: whoever edits is believed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from typeset.resume.jsonresume.applying import applied
from typeset.resume.jsonresume.comparing import difference
from typeset.resume.jsonresume.difference import as_yaml_reads, difference_of, same, tree_of
from typeset.resume.jsonresume.flattening import ROOMLESS, Losses, Writer
from typeset.resume.jsonresume.room import ORIGIN, mapping, text_of, without_stored
from typeset.resume.model import SECTIONS
from typeset.source import Mapping, Node, Scalar, Sequence
from typeset.source.place import NOWHERE

_ABOUT = "How the imported JSON Resume said it; exports of what is unchanged say it so again. It may be deleted."
_LANGUAGE = "en"
_OF_ITSELF = "x.jsonresume"
"""The seal of what is kept, so that nobody's edits of it make an export say what the content does not."""

_UNPLACED = "unplaced"
"""The key, under the `x` of content, of values that an import found no place for; the origin has them, too."""


def origin(tree: Mapping, source: Node) -> Mapping | None:
    """Return what makes the JSON Resume `source` of the content made of it; None where nothing needs it, or can.

    Values of `tree` have the places of those of `source` that they were made from.
    """
    was = _as_parsed(source)
    if not isinstance(was, Mapping) or same(tree, was) or any(was.get(key) for key in ROOMLESS):
        return None
    found = difference(plain(Mapping(tuple((key, as_yaml_reads(node)) for key, node in tree), tree.place)), was)
    if not found:
        return None
    told = tree_of(found)
    seals = " ".join(f"{key}={seal}" for key, seal in {**_seals(tree), _OF_ITSELF: _seal(mapping(told))}.items())
    return mapping({"about": _text(_ABOUT), "seals": _text(seals), **told})


def as_imported(tree: Node, flat: Node) -> Node:
    """Return the JSON Resume of a canonical tree as it was imported, where it is still what was imported.

    `flat` is the tree flattened: what sections that somebody has changed come out as.
    """
    kept = origin_of(tree)
    if not kept or not isinstance(tree, Mapping) or not isinstance(flat, Mapping):
        return flat
    found = _seals(tree)
    told = mapping({key.text: value for key, value in kept if key.text not in ("about", "seals")})
    written = (seal.partition("=") for seal in (text_of(kept.get("seals")) or "").split())
    known = {key: seal for key, _, seal in written}
    if known.pop(_OF_ITSELF, None) != _seal(told):
        return flat
    what = difference_of(told)
    if list(found.items()) == list(known.items()):
        return applied(plain(tree), what)
    still = {key for key in ("basics", *SECTIONS) if key in found and known.get(key) == found[key]}
    made = applied(plain(_only(tree, still)), what)
    names = {other: key for key, other in what.names.get("/", {}).items()}
    sections = {key: made.get(names.get(key, key)) for key in still} if isinstance(made, Mapping) else {}
    return mapping({key.text: sections.get(key.text) or value for key, value in flat}, flat)


def origin_of(tree: Node) -> Mapping | None:
    """Return what a canonical tree keeps of the JSON Resume that it was imported from."""
    x = tree.get("x") if isinstance(tree, Mapping) else None
    kept = x.get(ORIGIN) if isinstance(x, Mapping) else None
    return kept if isinstance(kept, Mapping) else None


def without_origin(tree: Node) -> Node:
    """Return a canonical tree without it: it may tell of what an application withholds."""
    if not origin_of(tree) or not isinstance(tree, Mapping):
        return tree
    x = tree.get("x")
    rest = {key.text: value for key, value in x if key.text != ORIGIN} if isinstance(x, Mapping) else {}
    entries = ((key, mapping(rest, x) if key.text == "x" else value) for key, value in tree)
    return Mapping(tuple(entry for entry in entries if entry[0].text != "x" or rest), tree.place)


def plain(tree: Mapping) -> Mapping:
    """Return the JSON Resume of a canonical tree with nothing stored in it, and with unknown keys in their places."""
    made: dict[str, Node] = {}
    for key, node in tree:
        if key.text == "sections":
            made |= {name: value for name, value in _sections(node) if name not in made}
        elif key.text == "x" and isinstance(node, Mapping):
            made |= {name.text: value for name, value in node if name.text not in (*made, ORIGIN, _UNPLACED)}
        elif key.text not in ROOMLESS:
            flat = Writer(_LANGUAGE, Losses()).whole(Mapping(((key, node),), tree.place))
            made |= {name.text: _unstored(value) for name, value in flat}
    return mapping(made, tree)


def _sections(node: Node) -> Iterator[tuple[str, Node]]:
    """Yield a person's own sections as the values that they were under keys of their own."""
    for section in node.items if isinstance(node, Sequence) else ():
        if isinstance(section, Mapping) and (name := text_of(section.get("id"))):
            items = section.get("items") or section.get("body")
            if items:
                yield name, _unstored(items)


def _unstored(node: Node) -> Node:
    """Return a part with what stood under its `x` beside its other keys, and without what typeset stored there."""
    if isinstance(node, Sequence):
        return Sequence(tuple(map(_unstored, node.items)), node.place)
    if not isinstance(node, Mapping):
        return node
    made = without_stored(node)
    x = made.pop("x", None)
    if isinstance(x, Mapping):
        made |= {key.text: value for key, value in x if key.text not in made}
    return mapping({key: _unstored(value) for key, value in made.items()}, node)


def _as_parsed(node: Node) -> Node:
    """Return a tree as every parser of JSON takes it: of a key that stands twice the last."""
    match node:
        case Sequence():
            return Sequence(tuple(map(_as_parsed, node.items)), node.place)
        case Mapping():
            return mapping({key.text: _as_parsed(value) for key, value in node}, node)
    return node


def _only(tree: Mapping, keys: set[str]) -> Mapping:
    return Mapping(tuple(entry for entry in tree if entry[0].text in keys), tree.place)


def _seals(tree: Node) -> dict[str, str]:
    """Return the seal of each section of a canonical tree."""
    bare = without_origin(tree)
    return {key.text: _seal(value) for key, value in bare} if isinstance(bare, Mapping) else {}


def _seal(node: Node) -> str:
    """Return a short digest of all keys and texts of a tree."""
    return hashlib.sha256(json.dumps(_said(node)).encode()).hexdigest()[:8]


def _said(node: Node) -> object:
    match node:
        case Scalar():
            return "" if node.is_null else node.text
        case Sequence():
            return list(map(_said, node.items))
        case Mapping():
            return {key.text: _said(value) for key, value in node}


def _text(characters: str) -> Scalar:
    return Scalar(characters, NOWHERE)
