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
_DETAILED = ("projects", "references", "sections")
"""Kinds with a line below the title that says of whom and where."""
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
    if len(rows) == 2 and len(rows[0].cells) == 1 and kind in _DETAILED:
        title, *more = title.styled_and_rest()
        others = _details(kind, rows[1].cells, more, found)
    if "location" in names:
        found.named(names[0], title)
    else:
        found.put(names[0], title)
        if title.link and kind in WITH_ADDRESS and "url" not in found.fields:
            found.fields["url"] = Scalar(title.link, title.place)
    if kind == "projects":
        others = _without_roles(others, found)
        names[1] = "entity" if rows[0].listed or len(rows) > 1 or not rows[0].cells[1:] else "description"
    for cell, name in zip(others, [*names[1:], *[""] * len(others)], strict=False):
        found.put("" if kind in ONE_DATE and re.search(r"\d", cell.plain) else name, cell)


def _details(kind: str, cells: list[Piece], beside: list[Piece], found: Found) -> list[Piece]:
    """Return what a line below a title says of whom, where, and as what, in order of fields.

    `beside` is what stands behind the title on its line.
    """
    first, *places = cells
    name, *more = first.styled_and_rest() if places else first.commas()
    parts = [part for piece in more for part in piece.commas()]
    roles = [part for part in [name, *parts] if names_role(part.plain) and not names_company(part.plain)]
    if kind == "references":
        others = [part for part in [name, *parts] if part not in roles]
        return [*beside, *roles, *others] if len(roles) + len(beside) == len(others) == 1 else [*beside, *cells]
    if beside and kind == "sections":
        found.put("subtitle", beside[0])
    elif beside:
        return [name, *(places or parts), *beside[0].commas()]
    if places or len(parts) == 1:
        return [name, *(places or parts), *(parts if places else [])]
    return [name, parts[-1], *parts[:-1]] if parts and roles and name not in roles else cells


def _without_roles(cells: list[Piece], found: Found) -> list[Piece]:
    """Return what is left when the part that the person played is kept."""
    roles = [cell for cell in cells if names_role(cell.plain) and not names_company(cell.plain)][:1]
    for cell in roles:
        found.fields["roles"] = Sequence(tuple(part.node() for part in cell.commas()), cell.place)
    return [cell for cell in cells if cell not in roles]
