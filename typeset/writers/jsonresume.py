"""Tailored résumé in, JSON Resume 1.x in the document's language out, with what it has no room for kept apart."""

from __future__ import annotations

from typeset.resume.jsonresume.flattening import flattened
from typeset.resume.source_text import shown_tree
from typeset.source import Fault, Severity
from typeset.source.emit_json import json_text
from typeset.writers import Manuscript


def write(manuscript: Manuscript) -> bytes:
    """Return the file in UTF-8; a JSON Resume of which nothing is hidden comes back byte for byte."""
    tree, is_whole = shown_tree(manuscript.resume)
    flat, _ = flattened(tree, manuscript.document.language)
    if is_whole and flat is tree and tree.place.source.name.endswith(".json"):
        return tree.place.source.data
    return f"{json_text(flat)}\n".encode()


def losses(manuscript: Manuscript) -> tuple[Fault, ...]:
    """Return one warning when other readers of the file will not find all there is; the file lists what."""
    tree, _ = shown_tree(manuscript.resume)
    lost = flattened(tree, manuscript.document.language)[1]
    if not lost:
        return ()
    kinds = "one kind of thing" if len(lost) == 1 else f"{len(lost)} kinds of things"
    hint = "the file lists them under `meta.typeset`, and typeset reads them back"
    return (Fault(f"JSON Resume has no room for {kinds} in this CV", hint=hint, severity=Severity.WARNING),)
