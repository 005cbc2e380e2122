"""A tailored résumé in; its content file, without what the application does not show, out."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import PurePosixPath

from typeset.resume.canonical import in_order, kept, written
from typeset.resume.content import resume as read
from typeset.resume.jsonresume.origin import without_origin
from typeset.resume.jsonresume.restoring import restored
from typeset.resume.model import Resume
from typeset.source import Node, Severity, Source, json, yaml
from typeset.source.emit_yaml import yaml_text

_PARSERS: dict[str, Callable[[Source], Node]] = {
    ".yaml": yaml.parse,
    ".yml": yaml.parse,
    ".json": lambda source: restored(json.parse(source)),
}
"""How files are read that hold canonical content as it is."""


def source_of(resume: Resume) -> tuple[str, bytes]:
    """Return the name and the bytes of the content file behind a tailored résumé.

    They are the file's own, comments, byte order mark and all, when the application shows the whole of it as it
    stands; else canonical YAML of what it shows, without comments, since those may speak of what it does not.
    """
    tree, is_whole = shown_tree(resume)
    source = _source(resume)
    name = PurePosixPath(source.name)
    return (name.name, source.data) if is_whole else (f"{name.stem or 'resume'}.yaml", yaml_text(tree).encode())


def shown_tree(resume: Resume) -> tuple[Node, bool]:
    """Return the tree of what a tailored résumé shows, and whether it is the whole content file as it stands.

    Where it is not, how an imported file said it is gone: that may tell of what is withheld.
    """
    if not (found := _read_again(_source(resume))):
        return without_origin(in_order(written(resume), resume)), False
    tree, whole = found
    shown = kept(tree, whole, resume)
    return (tree, True) if shown is tree else (without_origin(shown), False)


@lru_cache(maxsize=4)  # all formats of all applications of one content file need the same
def _read_again(source: Source) -> tuple[Node, Resume] | None:
    """Return the tree and the whole of a content file; None for one of a format that is not content as it stands."""
    parse = _PARSERS.get(PurePosixPath(source.name).suffix)
    if not parse:
        return None
    tree = parse(source)
    whole, faults = read(tree)
    return None if any(fault.severity is Severity.ERROR for fault in faults) else (tree, whole)


def _source(resume: Resume) -> Source:
    return resume.place.source if resume.place else Source("", "")
