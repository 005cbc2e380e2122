"""JSON Resume in any dialect, and typeset's own content, as JSON or YAML in; draft of content out.

The way of a file: `recognition` → `dialects` (other names of keys, other shapes) → `ends` and `extras` (what is
not said but meant, and what JSON Resume knows no section for) → settled, with how the file said it kept for an export.
"""

from __future__ import annotations

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.notes import Note
from typeset.readers.draft.sample import Sample
from typeset.readers.draft.settling import accounted, settled
from typeset.readers.jsonresume.dialects import in_one_dialect
from typeset.readers.jsonresume.ends import with_open_ends
from typeset.readers.jsonresume.extras import with_extras
from typeset.readers.jsonresume.recognition import is_ours, refuse
from typeset.resume.jsonresume.origin import origin, origin_of
from typeset.resume.jsonresume.restoring import restored
from typeset.resume.jsonresume.room import ORIGIN
from typeset.source import Key, Mapping, Node, Scalar
from typeset.source.characters import REFUSED

TITLE = "JSON Resume"
_MOST_PASSES = 3
_DEEPEST = 20
"""Levels of a file of which it is kept how it said things: that lies some levels deeper."""


def recognizes(sample: Sample) -> bool:
    """Whether it is JSON Resume or content, or JSON of no other format: `read` says what that is."""
    tree = sample.tree
    if not isinstance(tree, Mapping) or tree.get("pandoc-api-version"):
        return False
    return is_ours(tree) or sample.text.text.lstrip().startswith("{")


def read(sample: Sample) -> Draft:
    """Return the draft of a JSON Resume; raises `Faults` for what is none, and for one that says nothing."""
    given = refuse(sample)
    source = restored(given)
    if not isinstance(source, Mapping):
        source = given
    notes: list[Note] = []
    tree, told = _settled(with_extras(with_open_ends(in_one_dialect(source, notes), notes), notes))
    notes += told
    tree, told = accounted(tree, source, notes)
    notes += told
    return Draft(tree if source is not given else _with_origin(tree, source), tuple(notes), source)


def _settled(tree: Mapping) -> tuple[Mapping, list[Note]]:
    """Return a tree that settling leaves as it is: what is kept of how it was said is sealed to it."""
    notes: list[Note] = []
    for _ in range(_MOST_PASSES):
        made, told = settled(tree)
        notes += told
        if made == tree:
            break
        tree = made
    return tree, notes


def _with_origin(tree: Mapping, source: Mapping) -> Mapping:
    """Return the tree with what makes of it the file that it was, where that file is not of typeset's own making."""
    if origin_of(tree) or not _can_be_kept(source):
        return tree
    found = origin(tree, source)
    if not found:
        return tree
    x = tree.get("x")
    kept = (*(x.entries if isinstance(x, Mapping) else ()), (Key(ORIGIN, tree.place), found))
    others = (entry for entry in tree if entry[0].text != "x")
    return Mapping((*others, (Key("x", tree.place), Mapping(kept, tree.place))), tree.place)


def _can_be_kept(node: Node, depth: int = 1) -> bool:
    """Whether content may hold all of a file's characters and levels."""
    if isinstance(node, Scalar):
        return not REFUSED.search(node.text)
    keys = [key.text for key, _ in node] if isinstance(node, Mapping) else []
    below = [value for _, value in node] if isinstance(node, Mapping) else node.items
    if depth > _DEEPEST or any(map(REFUSED.search, keys)):
        return False
    return all(_can_be_kept(each, depth + 1) for each in below)
