"""Bytes of a YAML or JSON file in; a tree in which every key and value knows its place out, or all faults at once."""

from typeset.source.diagnostics import Fault, Faults, Severity, raise_errors, visible
from typeset.source.place import Place, PlacedText, Source, place_of
from typeset.source.tree import Key, Mapping, Node, Scalar, Sequence

__all__ = [
    "Fault",
    "Faults",
    "Key",
    "Mapping",
    "Node",
    "Place",
    "PlacedText",
    "Scalar",
    "Sequence",
    "Severity",
    "Source",
    "place_of",
    "raise_errors",
    "visible",
]
