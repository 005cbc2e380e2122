"""Manuscript in, LaTeX source out, with the fonts and the photo it needs: it compiles where it lies."""

from __future__ import annotations

from collections.abc import Mapping

from typeset.document.shapes import Document
from typeset.source.folders import is_regular
from typeset.theme.theme import Theme
from typeset.writers import CannotWrite, Files, Manuscript
from typeset.writers.assets import photo
from typeset.writers.tex import environment as tex
from typeset.writers.tex.log import Sheet
from typeset.writers.tex.markup import PHOTO, SIGNATURE


def write(manuscript: Manuscript) -> Files:
    """Return the source and, by their paths beside it, its companions; `lualatex` makes the PDF of them.

    Raises `CannotWrite` for a theme that has no LaTeX of its own.
    """
    source, companions = written(manuscript.document, manuscript.theme)
    return {".tex": source.text.encode("utf-8"), **companions}


def written(document: Document, theme: Theme) -> tuple[Sheet, Mapping[str, bytes]]:
    """Return the source, and the fonts and the photo that it names, by their paths."""
    if theme.engine != "latex":
        message = f"the theme `{theme.name}` has no LaTeX of its own"
        raise CannotWrite(message, hint="choose a theme with `engine: latex`, such as classic-latex")
    source = tex.sheet(document, theme)
    return source, {**_fonts(source, theme), **_photo(source, document)}


def _fonts(source: Sheet, theme: Theme) -> Files:
    """Return the faces that the source names, and their licences."""
    named = [face.file for face in theme.fonts if face.file.name in source.text]
    folders = {file.parent: None for file in named}
    licences = [path for folder in folders for path in sorted(folder.glob("*")) if path.suffix in (".txt", ".md")]
    return {f"fonts/{path.name}": path.read_bytes() for path in (*named, *licences) if is_regular(path)}


def _photo(source: Sheet, document: Document) -> Files:
    signed = document.letter.signature if document.letter else None
    shown = {PHOTO: document.masthead.photo, SIGNATURE: signed}
    return {name: photo.jpeg(found.file) for name, found in shown.items() if found and name in source.text}
