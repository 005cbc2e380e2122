"""What a page budget comes to: every CV in a folder, in every theme, on one page and on two, as it stands.

The same again with every bullet marked as one that may be left out. A CV in any format that can be imported counts;
what cannot be read is left out. Every fit is held against its promises: no page too many, no option outside its range.

Run: python benchmarks/fitting.py FOLDER [THEME ...]
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any

from corpus import corpus

from typeset.build.fitting.fit import Fit, fit
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Plan, Project
from typeset.resume.application import Pages
from typeset.resume.model import Highlight, Part
from typeset.theme import SHIPPED_THEMES
from typeset.theme.options import problem
from typeset.theme.theme import available, load
from typeset.writers import CannotWrite

LEAST_PRIORITY = 2


@dataclass(frozen=True)
class Tried:
    """One CV in one theme under one budget, and what became of it; `why` when it could not be laid out at all."""

    name: str
    theme: str
    pages: int
    is_droppable: bool
    seconds: float
    fit: Fit | None
    why: str = ""


def main() -> None:
    """Print a line for each theme, budget and way, and the reasons of what failed."""
    folder, *themes = sys.argv[1:]
    themes = themes or [name for name in available([SHIPPED_THEMES]) if load(name, [SHIPPED_THEMES]).engine != "latex"]
    with corpus(Path(folder)) as (project, plans):
        print(f"{len(plans)} CVs")
        tried: list[Tried] = []
        for theme, pages, is_droppable in product(themes, (1, 2), (False, True)):
            group = [trial(project, plan, theme, pages, is_droppable) for plan in plans]
            print(line(f"{theme}, {pages} p.{', bullets droppable' if is_droppable else ''}", group), flush=True)
            tried += group
    print(line("all", tried))
    for each in tried:
        if each.why:
            print(f"{each.name} in {each.theme}: {each.why}")


def trial(project: Project, plan: Plan, theme: str, pages: int, is_droppable: bool) -> Tried:
    """Return what becomes of a CV in a theme, on so many pages at most."""
    prepared = with_budget(prepare(project, plan, theme), pages)
    if is_droppable:
        prepared = replace(prepared, resume=with_priorities(prepared.resume))
    started = time.perf_counter()
    try:
        found = fit(prepared)
    except CannotWrite as error:
        return Tried(plan.name, theme, pages, is_droppable, time.perf_counter() - started, None, str(error))
    hold(found, prepared, pages)
    return Tried(plan.name, theme, pages, is_droppable, time.perf_counter() - started, found)


def with_budget(prepared: Prepared, pages: int) -> Prepared:
    """Return a CV on so many pages at most; without its photo, which is not there."""
    masthead = replace(prepared.document.masthead, photo=None)
    application = replace(prepared.application, pages=Pages(max=pages))
    return replace(prepared, application=application, document=replace(prepared.document, masthead=masthead))


def hold(found: Fit, prepared: Prepared, pages: int) -> None:
    """Fail where a fit breaks its promises."""
    values = dict(found.prepared.theme.values)
    illegal = [option.name for option in prepared.theme.options if problem(option, values[option.name or ""])]
    if illegal or bool(found.faults) != (found.layout.pages > pages):
        raise SystemExit(f"{prepared.plan.name} breaks a promise: {illegal}, {found.layout.pages} pages of {pages}")


def with_priorities(value: Any) -> Any:
    """Return a part of a CV with every bullet marked as one that may be left out."""
    if isinstance(value, tuple):
        return tuple(map(with_priorities, value))
    if not isinstance(value, Part):
        return value
    names = [field.name for field in value.record_fields if isinstance(getattr(value, field.name), tuple)]
    changed: dict[str, Any] = {name: with_priorities(getattr(value, name)) for name in names}
    return replace(value, **changed, **({"priority": LEAST_PRIORITY} if isinstance(value, Highlight) else {}))


def line(name: str, tried: list[Tried]) -> str:
    """Return what a group of trials comes to, in one line."""
    fits = [each.fit for each in tried if each.fit]
    kept = [found for found in fits if not found.faults]
    moved = [found for found in kept if found.outcome.moved or found.outcome.left_out]
    shares = (len(kept) / len(tried), (len(fits) - len(kept)) / len(tried), 1 - len(fits) / len(tried))
    layouts = sorted(found.outcome.layouts for found in moved) or [0]
    return (
        f"{name:34} {len(tried):4} tried: {shares[0]:4.0%} fit, {shares[1]:4.0%} named why not, "
        f"{shares[2]:3.0%} not drawn; "
        f"{len(moved):3} changed, with {median(layouts):.1f} layouts in the median, "
        f"{sum(count <= 5 for count in layouts) / len(layouts):.0%} at most 5, most {layouts[-1]}; "
        f"{median(each.seconds for each in tried):.1f} s"
    )


if __name__ == "__main__":
    main()
