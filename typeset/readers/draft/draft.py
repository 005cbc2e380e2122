"""What a reader hands over: a tree in the model's keys, nearly content, whose values know where they stood."""

from __future__ import annotations

from dataclasses import dataclass

from typeset.readers.draft.notes import Note
from typeset.source import Mapping, Node


@dataclass(frozen=True, slots=True)
class Draft:
    """Content as far as a reader could tell.

    `tree` has the model's keys; what the model has no key for may stand under any other, and is then kept under `x`.
    Every scalar has the place of the value it was made from. `source` is the tree of the file, for formats that
    are trees: each of its values that no scalar of `tree` and no note has the place of is kept and told of.
    `application` is what the file says about looks, in the keys of an application.
    """

    tree: Mapping
    notes: tuple[Note, ...] = ()
    source: Node | None = None
    application: Mapping | None = None
