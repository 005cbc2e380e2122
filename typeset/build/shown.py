"""A manuscript in; what of its looks a finished file is held to out: how many pictures, which colours are whose."""

from __future__ import annotations

import re

from typeset.proof.sheets import Color
from typeset.resume.application import Application
from typeset.source import Place
from typeset.writers import Manuscript

_HEX = re.compile(r"#?([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")


def pictures(manuscript: Manuscript) -> int:
    """Return how many pictures of the document its theme shows: a photo, and the picture of a signature."""
    document, values = manuscript.document, dict(manuscript.theme.values)
    photo = document.masthead.photo if values.get("photo", "none") != "none" else None
    signature = document.letter.signature if document.letter else None
    return sum(1 for picture in (photo, signature) if picture)


def colors(manuscript: Manuscript, application: Application) -> dict[Color, tuple[str, Place]]:
    """Return the colours that an application sets, each with the option's name and where it is set."""
    values = dict(manuscript.theme.values)
    written = ((values.get(key.text, ""), key) for key, _ in application.options or ())
    found = ((_HEX.fullmatch(value), key) for value, key in written)
    return {_color(match): (key.text, key.place) for match, key in found if match}


def _color(match: re.Match[str]) -> Color:
    red, green, blue = (int(part, 16) for part in match.groups())
    return red, green, blue
