"""An advertisement in JSON Resume's job schema in; its texts under the headings that its keys are out."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.coverage.posting.blocks import Block, Kind
from typeset.source import Fault, Faults, Mapping, Node, Place, Scalar, Sequence
from typeset.source.json import parse
from typeset.source.place import Source

HEADINGS = {"responsibilities": "Responsibilities", "qualifications": "Qualifications", "skills": "Skills"}
"""Keys that list what is asked for; `description` is running text, and the others are about the job, not the work."""


def blocks(source: Source) -> list[Block]:
    """Return the blocks of a job (jsonresume.org/job-description-schema); raises `Faults` for what is no job."""
    tree = parse(source, forgiving=True)
    if not isinstance(tree, Mapping) or not any(tree.get(key) for key in ("title", "description", *HEADINGS)):
        hint = "the keys of JSON Resume's job schema: title, description, responsibilities, qualifications, skills"
        raise Faults([Fault(f"{source.name} is not a job in JSON", Place(source, 1, 1), hint)])
    return list(_blocks(tree))


def _blocks(tree: Mapping) -> Iterator[Block]:
    for key, node in tree:
        if key.text == "title":
            yield from (Block(Kind.TITLE, text.text, text.place.line) for text in _scalars(node))
        elif key.text == "description":
            yield from (Block(Kind.TEXT, _on_a_line(text), text.place.line) for text in _scalars(node))
        elif key.text in HEADINGS:
            yield Block(Kind.HEADING, HEADINGS[key.text], key.place.line)
            yield from (Block(Kind.POINT, _on_a_line(text), text.place.line) for text in _scalars(node))


def _scalars(node: Node) -> Iterator[Scalar]:
    """Yield the texts of a value; of a skill its name and keywords, not its level."""
    match node:
        case Scalar() if not node.is_null:
            yield node
        case Sequence():
            for item in node.items:
                yield from _scalars(item)
        case Mapping():
            for key, value in node:
                if key.text != "level":
                    yield from _scalars(value)


def _on_a_line(scalar: Scalar) -> str:
    return " ".join(scalar.text.split())
