"""Where a reader of a finished file can go: its outline, the labels of its pages, its links."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of an outline, the number of its page from 1, None where it leads nowhere, and how deep it stands."""

    title: str
    page: int | None
    level: int = 1


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of a file that can be clicked, and what it says.

    `address` is where it leads outside, empty for one that leads within; `is_dead` is one that leads to no place in
    the file; `is_within_reach` is false of one that has no size, or is off its page.
    """

    address: str
    page: int | None = None
    said: str | None = None
    is_dead: bool = False
    is_within_reach: bool = True
