"""Pandoc's variables in, an application, the language, and what has no equal out."""

from __future__ import annotations

import re

from typeset.readers.draft.looks import Looks
from typeset.readers.draft.nodes import is_empty, leaves, mapped, string, text_of
from typeset.readers.draft.notes import Fate
from typeset.readers.pandoc.aliases import VARIABLES, plain
from typeset.resume.values import LANGUAGE_TAG
from typeset.source import Mapping, Node, Scalar


def looked(whole: Mapping, looks: Looks) -> Mapping | None:
    """Fill an application with what the file says of looks; return the rest, or None for none."""
    for key, value in whole:
        match plain(key.text):
            case "papersize":
                looks.paper(value, key.text)
            case "fontsize":
                looks.length("size", value, key.text)
            case "color" | "accent" | "linkcolor" if "accent" not in looks.options:
                looks.color(value, key.text)
            case "geometry":
                _geometry(value, key.text, looks)
    if language := meant(whole):
        looks.keys["locale"] = language
    rest = [(key.text, left) for key, value in whole if _is_variable(key.text, value) and (left := looks.rest(value))]
    for name, left in rest:
        first = next(leaf for _, leaf in leaves(left))
        looks.notebook.note(Fate.MOVED, f"`{name}`, which is for pandoc, to `x.pandoc`", first.place)
    return mapped(rest, whole.place) if rest else None


def meant(whole: Mapping) -> Scalar | None:
    """Return the tag of the language that the CV is written in."""
    found = next((value for key, value in whole if plain(key.text) == "lang"), None)
    tag = _tag(text_of(found))
    return string(tag, found.place) if found and tag else None


def _is_variable(key: str, value: Node) -> bool:
    is_language = plain(key) == "lang" and _tag(text_of(value))
    return plain(key) in VARIABLES and not is_empty(value) and not is_language


def _tag(written: str) -> str | None:
    """Return a language tag in the letters that it should have."""
    language, _, region = written.replace("_", "-").partition("-")
    tag = "-".join(filter(None, (language.lower(), region.upper())))
    return tag if LANGUAGE_TAG.fullmatch(tag) else None


def _geometry(value: Node, path: str, looks: Looks) -> None:
    """Take one margin for all sides, the only one that themes have."""
    found = re.fullmatch(r"(?:h?margin|left)\s*=\s*(\S+)", text_of(value))
    if found and isinstance(value, Scalar):
        before = len(looks.taken)
        if looks.length("margin", Scalar(found[1], value.place), path):
            looks.taken[before:] = [value]
