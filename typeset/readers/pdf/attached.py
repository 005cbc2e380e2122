"""The files in a PDF in; the content that it was made from, where one of them is that, out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from typeset.resume.content import resume
from typeset.resume.jsonresume.restoring import restored
from typeset.source import Faults, Mapping, Node, Severity
from typeset.source.characters import decode
from typeset.source.json import parse as parse_json
from typeset.source.yaml import parse as parse_yaml


def content(files: Iterable[tuple[str, bytes]]) -> Mapping | None:
    """Return the tree of the first file that is sound content; None when there is none."""
    for name, data in files:
        try:
            tree = _tree(name, data)
            if isinstance(tree, Mapping) and _is_content(tree):
                return tree
        except Faults:
            continue
    return None


def _tree(name: str, data: bytes) -> Node | None:
    match PurePosixPath(name).suffix:
        case ".yaml" | ".yml":
            return parse_yaml(decode(data, name))
        case ".json":
            return restored(parse_json(decode(data, name)))
    return None


def _is_content(tree: Mapping) -> bool:
    found, faults = resume(tree)
    return bool(found.basics.name) and all(fault.severity is not Severity.ERROR for fault in faults)
