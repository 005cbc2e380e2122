"""Tailored résumé in, the content file behind it out: as it stands, or what of it this application shows."""

from __future__ import annotations

from typeset.resume.source_text import shown_tree, source_of
from typeset.source.emit_yaml import yaml_text
from typeset.writers import Manuscript


def write(manuscript: Manuscript) -> bytes:
    """Return the bytes that `typeset.resume.source_text.source_of` gives; as YAML if the file is in another format."""
    name, data = source_of(manuscript.resume)
    return data if name.endswith((".yaml", ".yml")) else yaml_text(shown_tree(manuscript.resume)[0]).encode()
