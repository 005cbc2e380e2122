"""The rows of any other head in: a project, an award, an item of the person's own; its fields kept."""

from __future__ import annotations

import re

from typeset.readers.outline.found import WITH_ADDRESS, Found, Row
from typeset.readers.outline.pieces import Piece
from typeset.readers.outline.vocabulary import names_company, names_role
from typeset.readers.outline.when import ONE_DATE
from typeset.source import Scalar, Sequence

_FIELDS = {
    "projects": ("name", "entity", "location"),
    "awards": ("title", "awarder"),
    "certificates": ("name", "issuer"),
    "publications": ("name", "publisher"),
    "skills": ("name", "level"),
    "languages": ("language", "fluency"),
    "interests": ("name",),
    "references": ("name", "position", "organization"),
}
_OWN_FIELDS = ("title", "organization", "location")
_WHOLE = ("publications", "skills", "interests", "languages")
"""Kinds whose titles have commas and brackets of their own."""


def thing(rows: list[Row], kind: str, found: Found) -> None:
    """Keep what the rows of any other head say, in the fields that items of `kind` have."""
    names = list(_FIELDS.get(kind, _OWN_FIELDS))
    cells = [cell for row in rows for cell in row.cells]
    if len(cells) == 1 and kind not in _WHOLE:
        title, *others = cells[0].commas()
        cells = [title, *([cells[0].after_commas(1)] if others else [])]
    title, *others = cells
    if "location" in names:
        found.named(names[0], title)
    else:
        found.put(names[0], title)
        if title.link and kind in WITH_ADDRESS and "url" not in found.fields:
            found.fields["url"] = Scalar(title.link, title.place)
    if kind == "projects":
        others = _without_roles(others, found)
        names[1] = "entity" if rows[0].listed or not rows[0].cells[1:] else "description"
    for cell, name in zip(others, [*names[1:], *[""] * len(others)], strict=False):
        found.put("" if kind in ONE_DATE and re.search(r"\d", cell.plain) else name, cell)


def _without_roles(cells: list[Piece], found: Found) -> list[Piece]:
    """Return what is left when the part that the person played is kept."""
    roles = [cell for cell in cells if names_role(cell.plain) and not names_company(cell.plain)][:1]
    for cell in roles:
        found.fields["roles"] = Sequence(tuple(part.node() for part in cell.commas()), cell.place)
    return [cell for cell in cells if cell not in roles]
