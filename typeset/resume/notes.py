"""A résumé in; the same with the notes of its items below what they say, for the applicant alone, out."""

from __future__ import annotations

import dataclasses
from typing import Any

from typeset.resume.blocks import Body, Note
from typeset.resume.fields import described
from typeset.resume.languages import nearest_version
from typeset.resume.model import SECTIONS, Item, Resume

_LISTS = ("positions", "highlights", "items")
_LAST = ("body", "summary", "reference")
"""What an item ends with, by kind."""


def with_notes(resume: Resume) -> tuple[Resume, int]:
    """Return the résumé with each note as the last block of its item, and how many there are."""
    count = 0
    changed: dict[str, Any] = {}
    for section in (*SECTIONS, "sections"):
        changed[section], found = _noted(getattr(resume, section))
        count += found
    return dataclasses.replace(resume, **changed), count


def _noted(group: tuple[Any, ...]) -> tuple[tuple[Any, ...], int]:
    made, count = [], 0
    for item in group:
        changed: dict[str, Any] = {}
        for name in _LISTS:
            if getattr(item, name, ()):
                changed[name], found = _noted(getattr(item, name))
                count += found
        if isinstance(item, Item) and item.notes:
            last = next(name for name in _LAST if name in described(type(item)))
            changed[last] = _ended(getattr(item, last), item.notes)
            count += 1
        made.append(dataclasses.replace(item, **changed) if changed else item)
    return tuple(made), count


def _ended(body: Body | None, notes: Body) -> Body:
    """Return a body with the notes below it, in each language that either is written in."""
    whole = body or Body((), notes.language)
    languages = dict.fromkeys(version.language for version in (*whole.versions, *notes.versions) if version.language)
    versions = tuple(
        Body((*nearest_version(whole, language).blocks, Note(nearest_version(notes, language).blocks)), language)
        for language in languages
    )
    return Body((*whole.blocks, Note(notes.blocks)), whole.language, versions)
