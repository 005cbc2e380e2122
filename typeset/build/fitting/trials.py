"""A prepared application in; the same at any position and without any items, laid out once each, out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from typeset.build.fitting.contents import pieces
from typeset.build.fitting.dropping import without
from typeset.build.fitting.expecting import expected
from typeset.build.fitting.goal import Goal
from typeset.build.fitting.layout import Layout, layout
from typeset.build.fitting.solving import Search
from typeset.build.prepare import Prepared
from typeset.theme.fit import Values, moved, reach
from typeset.writers import LaidOut, Manuscript

LayOut = Callable[[Manuscript], LaidOut]


@dataclass(frozen=True, slots=True)
class Effort:
    """How many layouts there are to be: once something fits, at most while nothing does, more for better ends."""

    usual: int = 5
    most: int = 9
    more: int = 4


EFFORTS = {"latex": Effort(4, 8, 4)}
"""The effort that an engine is worth, where it is another than the usual one: TeX takes seconds for a layout."""


@dataclass(frozen=True, slots=True)
class Trial:
    """An application in one setting, laid out."""

    position: float
    dropped: tuple[str, ...]
    prepared: Prepared
    laid_out: LaidOut
    layout: Layout


class Trials:
    """What was tried of one application, and what its budget comes to."""

    def __init__(self, prepared: Prepared, lay_out: LayOut) -> None:
        self.prepared = prepared
        self.effort = EFFORTS.get(prepared.theme.engine, Effort())
        self._lay_out = lay_out
        self._knobs, self._values = prepared.theme.fit, prepared.theme.values
        self._made: dict[tuple[Values, tuple[str, ...]], Trial] = {}
        self.reach = reach(self._knobs, self._values)
        self.goal = Goal.of(prepared.application.pages, self.at(0.0).layout.pages)

    @property
    def made(self) -> list[Trial]:
        """Every trial, in the order made."""
        return list(self._made.values())

    def at(self, position: float, dropped: Sequence[str] = ()) -> Trial:
        """Return the application at a position, without some items."""
        values, dropped = moved(self._knobs, self._values, position), tuple(dropped)
        if (values, dropped) not in self._made:
            fewer = without(self.prepared, dropped)
            prepared = replace(fewer, theme=replace(fewer.theme, values=values))
            laid_out = self._lay_out(prepared.manuscript)
            found = layout(laid_out.sheets, pieces(prepared.document, prepared.resume))
            self._made[values, dropped] = Trial(position, dropped, prepared, laid_out, found)
        return self._made[values, dropped]

    def search(self, dropped: Sequence[str] = (), more: int = 0) -> Search:
        """Return a search that knows what was tried, and may try so many times more, or as often as is usual."""
        dropped = tuple(dropped)
        seen = {trial.position: trial.layout.height for trial in self.made if trial.dropped == dropped}
        return Search(
            measure=lambda position: self.at(position, dropped).layout.height,
            expect=lambda position: expected(moved(self._knobs, self._values, position)),
            reach=self.reach,
            usual=len(seen) + more if more else self.effort.usual,
            most=len(seen) + more if more else self.effort.most,
            seen=seen,
        )
