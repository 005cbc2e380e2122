"""A résumé in; every item of it, with the path that it is known by, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from typeset.resume.model import SECTIONS, Item, Resume


def items(resume: Resume) -> Iterator[tuple[str, Item]]:
    """Yield every item with its path, such as `work.wibidata.realtime`, in the order of the file.

    A section of the person's own stands at the top by its `id` alone: `twitch`, not `sections.twitch`.
    """
    for section in SECTIONS:
        yield from _below(section, getattr(resume, section))
    yield from _below("", resume.sections)
    yield from _below("profiles", resume.basics.profiles)


def _below(path: str, group: tuple[Any, ...]) -> Iterator[tuple[str, Item]]:
    for item in group:
        if isinstance(item, Item):
            here = f"{path}.{item.id}" if path else item.id
            yield here, item
            for field in ("positions", "highlights", "items"):
                yield from _below(here, getattr(item, field, ()))
