"""A file's tree in, the same without white space at the ends of its texts out."""

from __future__ import annotations

from typeset.source import Mapping, Node, Scalar, Sequence


def trimmed(node: Node) -> Node:
    """Return a tree whose texts neither begin nor end in white space, which YAML's blocks leave behind."""
    match node:
        case Scalar():
            text = node.text.strip()
            return node if text == node.text else Scalar(text, node.place, node.plain)
        case Sequence():
            return Sequence(tuple(map(trimmed, node.items)), node.place)
        case Mapping():
            return Mapping(tuple((key, trimmed(value)) for key, value in node), node.place)
