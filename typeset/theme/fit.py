"""What a page budget may change of a theme: its `fit` in; and a position in it in, the values of its options out.

A position is one number. From 0, where the user or the theme has set every option, it goes up as room is saved, and
down as pages are filled: one for each option that can be moved that way, which are moved one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from typeset.resume import names
from typeset.source import Fault, place_of
from typeset.theme.manifest import KnobPart, Option
from typeset.theme.options import POINTS, points, problem

Values = tuple[tuple[str, str], ...]
"""The value of each option, by name."""

MOVABLE = ("length", "number")


@dataclass(frozen=True, slots=True)
class Knob:
    """An option that may be moved, and its ends: towards less room taken and towards more; None where it stays.

    Where less room is taken by a greater value, `rises`.
    """

    option: str
    tight: str | None
    loose: str | None
    rises: bool = False


def resolve(written: Iterable[KnobPart], options: Mapping[str, Option]) -> tuple[tuple[Knob, ...], list[Fault]]:
    """Return what a chain of manifests comes to, the nearest theme last, and what is wrong with it."""
    parts = {str(part.option): part for part in written}
    faults = [fault for part in parts.values() for fault in _faults_of(part, options)]
    known = ((options.get(name), part) for name, part in parts.items())
    return tuple(_knob(option, part) for option, part in known if option), faults


def reach(knobs: Iterable[Knob], values: Values) -> tuple[float, float]:
    """Return the least and the greatest position."""
    knobs = tuple(knobs)
    return -float(len(_movable(knobs, values, "loose"))), float(len(_movable(knobs, values, "tight")))


def moved(knobs: Iterable[Knob], values: Values, position: float) -> Values:
    """Return the values of all options at a position."""
    ends = _movable(tuple(knobs), values, "tight" if position > 0 else "loose")
    found = dict(values)
    for number, (name, end) in enumerate(ends):
        share = min(max(abs(position) - number, 0.0), 1.0)
        if share:
            found[name] = end if share == 1 else _between(found[name], end, share)
    return tuple(found.items())


def _knob(option: Option, part: KnobPart) -> Knob:
    tight, loose = (points(end or option.default or "") or 0.0 for end in (part.tight, part.loose))
    return Knob(str(option.name), part.tight, part.loose, rises=tight > loose)


def _faults_of(part: KnobPart, options: Mapping[str, Option]) -> list[Fault]:
    option = options.get(part.option or "")
    if not option:
        return [Fault(f"the theme has no option `{part.option}`", part.place, names.hint(part.option or "", options))]
    if option.type not in MOVABLE:
        message = f"`{part.option}` cannot be moved, being a {option.type}"
        return [Fault(message, part.place, "name options that are lengths or numbers")]
    ends = [end for end in (part.tight, part.loose) if end]
    wrong = ((end, problem(option, end)) for end in ends)
    faults = [Fault(f"`{part.option}`: {each}", place_of(end), option.about) for end, each in wrong if each]
    sizes = [points(end) for end in ends]
    if len(sizes) == 2 and sizes[0] == sizes[1]:
        faults.append(Fault(f"`{part.option}`: `tight` and `loose` are the same", part.place))
    return faults


def _movable(knobs: tuple[Knob, ...], values: Values, way: str) -> list[tuple[str, str]]:
    """Return the options that can be moved one way from their values, each with its end."""
    known = dict(values)
    ends = ((knob, getattr(knob, way)) for knob in knobs)
    return [
        (knob.option, end)
        for knob, end in ends
        if end and _lies_ahead(known.get(knob.option, ""), end, up=knob.rises == (way == "tight"))
    ]


def _lies_ahead(value: str, end: str, up: bool) -> bool:
    """Whether there is room between a value and an end; between measures that cannot be compared there is none."""
    here, there = points(value), points(end)
    if here is None or there is None or not _comparable(value, end):
        return False
    return there > here if up else there < here


def _comparable(one: str, other: str) -> bool:
    units = {_unit(one), _unit(other)}
    return len(units) == 1 or "em" not in units


def _between(value: str, end: str, share: float) -> str:
    """Return a measure between two, in the unit of the end, to two decimals."""
    unit = _unit(end)
    here, there = ((points(measure) or 0.0) / POINTS.get(unit, 1.0) for measure in (value, end))
    return f"{here + (there - here) * share:.2f}".rstrip("0").rstrip(".") + unit


def _unit(measure: str) -> str:
    return measure.lstrip("-0123456789.")
