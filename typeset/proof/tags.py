"""What the tags of a finished PDF say, in the order of its structure tree."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADING = re.compile(r"H([1-6])")


@dataclass(frozen=True, slots=True)
class Tag:
    """Text that belongs to one element of a structure tree.

    `path` says by numbers from 0 which child of which child of the tree it is; `roles` are the standard types of the
    elements on this way, the outermost first (ISO 32000-2, 14.8.4). `page` is from 1.
    """

    text: str
    page: int
    path: tuple[int, ...]
    roles: tuple[str, ...]

    @property
    def heading(self) -> tuple[int, tuple[int, ...]] | None:
        """The level of the heading that the text is in, and the path of that heading; None for other text."""
        for depth, role in enumerate(self.roles, 1):
            if match := _HEADING.fullmatch(role):
                return int(match[1]), self.path[:depth]
        return None
