"""Tailored résumé in, JSON Resume 1.x in the document's language out, with what it has no room for kept apart."""

from __future__ import annotations

from typeset.resume.jsonresume.flattening import flattened
from typeset.resume.jsonresume.origin import as_imported
from typeset.resume.jsonresume.room import own_of
from typeset.resume.source_text import shown_tree
from typeset.source import Fault, Mapping, Node, Severity
from typeset.source.emit_json import json_text
from typeset.writers import Manuscript


def write(manuscript: Manuscript) -> bytes:
    """Return the file in UTF-8.

    A JSON Resume of which nothing is hidden comes back byte for byte; one that was imported, value for value.
    """
    tree, is_whole = _unmarked(manuscript)
    flat, _ = flattened(tree, manuscript.document.language)
    if is_whole and flat is tree and tree.place.source.name.endswith(".json"):
        return tree.place.source.data
    return f"{json_text(as_imported(tree, flat))}\n".encode()


def losses(manuscript: Manuscript) -> tuple[Fault, ...]:
    """Return one warning when other readers of the file will not find all there is; the file lists what."""
    tree, _ = _unmarked(manuscript)
    flat, lost = flattened(tree, manuscript.document.language)
    made = as_imported(tree, flat)
    if not lost or not isinstance(made, Mapping) or not own_of(made.get("meta")):
        return ()
    kinds = "one kind of thing" if len(lost) == 1 else f"{len(lost)} kinds of things"
    hint = "the file lists them under `meta.typeset`, and typeset reads them back"
    return (Fault(f"JSON Resume has no room for {kinds} in this CV", hint=hint, severity=Severity.WARNING),)


def _unmarked(manuscript: Manuscript) -> tuple[Node, bool]:
    """Return the tree that is shown and whether it is the whole, without the version of a model that is not theirs."""
    tree, is_whole = shown_tree(manuscript.resume)
    meta = tree.get("meta") if isinstance(tree, Mapping) else None
    if not isinstance(tree, Mapping) or not isinstance(meta, Mapping) or not meta.get("model"):
        return tree, is_whole
    rest = Mapping(tuple(entry for entry in meta if entry[0].text != "model"), meta.place)
    entries = ((key, rest if key.text == "meta" else value) for key, value in tree)
    return Mapping(tuple(entry for entry in entries if entry[0].text != "meta" or rest.entries), tree.place), is_whole
