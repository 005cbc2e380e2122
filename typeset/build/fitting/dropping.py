"""A résumé and the lines that its items take in; the items that may be left out, the first to go first, out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from typeset.build.prepare import Prepared
from typeset.document.arrange import arrange
from typeset.resume.items import items
from typeset.resume.model import Resume
from typeset.resume.tailoring.choosing import Choice, chosen

FIRST_DROPPABLE = 2
"""The `priority` from which items may be left out; 1, and none, is for what stays."""


def is_droppable(resume: Resume) -> bool:
    """Whether anything may be left out."""
    return any((item.priority or 0) >= FIRST_DROPPABLE for _, item in items(resume))


def in_turn(resume: Resume, lines: Mapping[str, int]) -> list[str]:
    """Return the paths of what may be left out: the highest number first, of one number the longest first.

    What would be gone with something before it is not among them, nor what takes no line of its own.
    """
    marked = [(path, item.priority or 0) for path, item in items(resume)]
    marked = [(path, number) for path, number in marked if number >= FIRST_DROPPABLE and lines.get(path)]
    marked.sort(key=lambda pair: (-pair[1], -lines[pair[0]]))
    found: list[str] = []
    for path, _ in marked:
        if not any(path.startswith(f"{gone}.") for gone in found):
            found.append(path)
    return found


def without(prepared: Prepared, paths: Iterable[str]) -> Prepared:
    """Return an application that leaves out some items more; paths that name none are passed over."""
    omitted = {path: path for path in paths}
    if not omitted:
        return prepared
    choice = dataclasses.replace(Choice.of(prepared.application), omitted=omitted)
    resume = chosen(prepared.resume, choice, prepared.resume.order)
    document = arrange(resume, prepared.document.language)
    masthead = dataclasses.replace(document.masthead, photo=prepared.document.masthead.photo)
    return dataclasses.replace(prepared, resume=resume, document=dataclasses.replace(document, masthead=masthead))
