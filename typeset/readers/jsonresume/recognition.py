"""A file's tree in; whether it is JSON Resume or content, and if not, what it is, out."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from typeset.readers.draft.nodes import is_empty
from typeset.readers.draft.sample import Sample
from typeset.resume.fields import described
from typeset.resume.model import SECTIONS, Basics, Resume
from typeset.resume.values import kind_of
from typeset.source import Fault, Faults, Mapping, Node, Place, Scalar, Sequence
from typeset.source.place import Source

_BASICS = frozenset(["firstName", *(name for known in described(Basics).values() for name in (known.key, *known.also))])
_SECTIONS = frozenset(
    name for key, known in described(Resume).items() if key in SECTIONS for name in (known.key, *known.also)
)
_FEWEST_SECTIONS = 2
_HINT = "a JSON Resume has `basics` with a `name`, and lists such as `work` and `education`"


def is_ours(tree: Node) -> bool:
    """Whether a tree is JSON Resume or content: by `basics` with what belongs there, or by sections that are lists."""
    if not isinstance(tree, Mapping):
        return False
    persons = [person for name in ("basics", "bio") if isinstance(person := tree.get(name), Mapping)]
    if any(key.text in _BASICS for person in persons for key, _ in person):
        return True
    lists = [key.text for key, value in tree if key.text in _SECTIONS and isinstance(value, Sequence)]
    return len(lists) >= _FEWEST_SECTIONS and not _is_job(tree)


def refuse(sample: Sample) -> Mapping:
    """Return the tree of a JSON Resume; raises `Faults` that say what a file is instead, or that it says nothing."""
    tree = sample.tree
    if tree is None:
        place = Place(Source(sample.name, "") if sample.is_binary else sample.text, 1, 1)
        _fail("this is neither JSON nor YAML", place)
    if not isinstance(tree, Mapping):
        _fail(f"this is {kind_of(tree)}, and no JSON Resume", tree.place)
    if not is_ours(tree):
        _fail(f"this is {_name(tree)}, and no JSON Resume", tree.entries[0][0].place if tree.entries else tree.place)
    said = [value for key, value in tree if key.text not in ("$schema", "meta")]
    if all(map(is_empty, said)):
        basics = tree.get("basics")
        name = basics.get("name") if isinstance(basics, Mapping) else None
        place = (name or tree).place
        raise Faults([Fault("the file tells of nobody: all it has is empty", place, "write a `name` first")])
    return tree


def _fail(message: str, place: Place) -> NoReturn:
    raise Faults([Fault(message, place, _HINT)])


def _name(tree: Mapping) -> str:
    """Return what an object of JSON is, in words."""
    return next((name for name, looks_so in _KNOWN.items() if looks_so(tree)), "an object that says nothing of a CV")


def _has(*keys: str) -> Callable[[Mapping], bool]:
    return lambda tree: all(tree.get(key) is not None for key in keys)


def _is_job(tree: Mapping) -> bool:
    asked = any(tree.get(key) for key in ("responsibilities", "qualifications", "salary", "experience", "description"))
    return tree.get("basics") is None and isinstance(tree.get("title"), Scalar) and asked


def _is_schema(tree: Mapping) -> bool:
    schema, kind = tree.get("$schema"), tree.get("type")
    told = isinstance(schema, Scalar) and "json-schema.org" in schema.text
    shaped = isinstance(kind, Scalar) and kind.text == "object" and isinstance(tree.get("properties"), Mapping)
    return shaped or (
        told and any(isinstance(tree.get(key), Mapping) for key in ("properties", "definitions", "$defs"))
    )


_KNOWN: dict[str, Callable[[Mapping], bool]] = {
    "an empty object": lambda tree: not tree.entries,
    "a JSON Schema": _is_schema,
    "a job description": _is_job,
    "an OpenAPI document": lambda tree: _has("paths", "info")(tree) or _has("swagger")(tree) or _has("openapi")(tree),
    "a package.json": lambda tree: any(
        _has("name", key)(tree) for key in ("dependencies", "scripts", "main", "version")
    ),
    "a configuration of TypeScript": _has("compilerOptions"),
    "a notebook of Jupyter": _has("cells", "nbformat"),
    "a document of pandoc": _has("pandoc-api-version"),
    "GeoJSON": _has("features", "type"),
    "JSON-LD": _has("@context"),
    "a JSON Resume of which nothing but `meta` is left": lambda tree: (
        {key.text for key, _ in tree} <= {"meta", "$schema"}
    ),
}
"""What else people have in files of JSON, and how it looks."""
