"""What JSON Resume has room for, and the place in it for what it has none for."""

from __future__ import annotations

from typeset.source import Key, Mapping, Node, Scalar
from typeset.source.place import NOWHERE

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.2.1/schema.json"

ROOM = {
    "basics": "name label image email phone url summary location profiles",
    "location": "address postalCode city countryCode region",
    "profiles": "network username url",
    "work": "name location description position url startDate endDate summary highlights",
    "volunteer": "organization position url startDate endDate summary highlights",
    "education": "institution url area studyType startDate endDate score courses",
    "awards": "title date awarder summary",
    "certificates": "name date url issuer",
    "publications": "name publisher releaseDate url summary",
    "skills": "name level keywords",
    "languages": "language fluency",
    "interests": "name keywords",
    "references": "name reference",
    "projects": "name description highlights keywords startDate endDate url roles entity type",
    "meta": "canonical version lastModified",
}
"""The keys of JSON Resume 1.x by the part that they stand in (its schema, versions 1.0.0 to 1.2.1)."""

OWN = "typeset"
"""The key, under `meta` and under the `x` of an entry, that keeps what there is no room for."""

ORIGIN = "jsonresume"
"""The key, under the `x` of content, that keeps how the JSON Resume that it was imported from said it."""


def without_stored(node: Mapping) -> dict[str, Node]:
    """Return the entries of a part without what its `x` keeps under OWN, and without an `x` that held nothing else."""
    made = {key.text: value for key, value in node}
    x = made.get("x")
    if isinstance(x, Mapping) and x.get(OWN):
        others = {key.text: value for key, value in x if key.text != OWN}
        made |= {"x": mapping(others, x)}
        if not others:
            del made["x"]
    return made


def own_of(node: Node | None) -> Mapping | None:
    """Return what a `meta` or an `x` keeps under OWN."""
    own = node.get(OWN) if isinstance(node, Mapping) else None
    return own if isinstance(own, Mapping) else None


def mapping(entries: dict[str, Node], like: Node | None = None) -> Mapping:
    """Return a mapping in the place of another node, or in none; each key has the place of its value."""
    place = like.place if like else NOWHERE
    return Mapping(tuple((Key(name, value.place), value) for name, value in entries.items()), place)


def text_of(node: Node | None) -> str | None:
    """Return a scalar as it is written; None for anything else."""
    return node.text if isinstance(node, Scalar) else None
