"""An application and a format in; the fit that all its formats share, worked out once, out."""

from __future__ import annotations

from functools import lru_cache

from typeset.build.fitting.dropping import is_droppable
from typeset.build.fitting.fit import Fit, fit
from typeset.build.pieces import LETTER
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Plan, Project
from typeset.source import Faults
from typeset.writers import FORMATS, CannotWrite


def is_fitted(prepared: Prepared, format_name: str, piece: str) -> bool:
    """Whether the page budget bears on a format: all that is paged; what a theme draws; what may leave items out.

    Without a budget only what is paged is looked at, for how its pages end.
    """
    row = FORMATS[format_name]
    if piece == LETTER or row.is_paged:
        return piece != LETTER
    return bool(prepared.application.pages) and (row.is_themed or is_droppable(prepared.resume))


def fit_for(project: Project, plan: Plan, theme: str | None, format_name: str, piece: str) -> Fit | None:
    """Return the fit of a format, or None where the budget does not bear on it.

    Where the budget cannot be kept, a paged format raises `Faults`; the others are made as they are without it, as they
    are where the pages cannot be laid out, for want of a program.
    """
    if not is_fitted(prepare(project, plan, theme), format_name, piece):
        return None
    is_paged = FORMATS[format_name].is_paged
    try:
        found = shared_fit(project, plan, theme)
    except CannotWrite:
        if is_paged:
            raise
        return None
    if found.faults and is_paged:
        raise Faults(found.faults)
    return None if found.faults else found


@lru_cache(maxsize=4)  # the formats of one application follow one another
def shared_fit(project: Project, plan: Plan, theme: str | None) -> Fit:
    """Return the fit of an application in its own theme, or in another."""
    return fit(prepare(project, plan, theme))
