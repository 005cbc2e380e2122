"""An application and a format in; the fit that all its formats share, worked out once, out."""

from __future__ import annotations

from collections import deque

from typeset.build.fitting.dropping import is_droppable
from typeset.build.fitting.fit import Fit, fit
from typeset.build.levels import levels
from typeset.build.pieces import LETTER
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Plan, Project
from typeset.source import Faults, Severity
from typeset.writers import FORMATS, CannotWrite

_RECENT: deque[tuple[Prepared, Fit]] = deque(maxlen=4)
"""What was fitted last. Known by identity: `prepare` makes another as soon as a file has changed."""


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

    Where the budget cannot be kept, a paged format raises `Faults`, or gets the nearest there is where the application
    has the rule `pages` weigh less than an error; the others are made as they are without it, as they are where the
    pages cannot be laid out, for want of a program.
    """
    prepared = prepare(project, plan, theme)
    if not is_fitted(prepared, format_name, piece):
        return None
    is_paged = FORMATS[format_name].is_paged
    try:
        found = shared_fit(prepared)
    except CannotWrite:
        if is_paged:
            raise
        return None
    if not is_paged:
        return None if found.faults else found
    if found.faults and levels(prepared.application).get("pages", Severity.ERROR) is Severity.ERROR:
        raise Faults(found.faults)
    return found


def shared_fit(prepared: Prepared) -> Fit:
    """Return the fit of an application, the same to all of its formats while they follow one another."""
    found = next((found for known, found in _RECENT if known is prepared), None)
    if found is None:
        found = fit(prepared)
        _RECENT.append((prepared, found))
    return found
