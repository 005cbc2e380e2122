"""Values for a theme's options in, checked against their types and ranges; the full set of values out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from typeset.resume import names
from typeset.source import Fault, Mapping, Place, Scalar
from typeset.theme.manifest import Option

POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "px": 0.75, "em": 10.0}
"""Points to one unit (CSS Values 3, section 6.2); `em` for comparing only, at 10 pt text."""

LEAST = {"size": "9pt", "margin": "12mm"}
"""The least that options of these names may be set to in any theme: smaller text is hard to read, printers cut less."""

_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)([a-z]*)", re.ASCII)


def values(options: Iterable[Option], wanted: Mapping | None) -> tuple[dict[str, str], list[Fault]]:
    """Return the value of every option by name: what `wanted` says, else the default; and what it says wrongly."""
    known: dict[str, Option] = {option.name: option for option in options if option.name}
    chosen = {name: option.default or "" for name, option in known.items()}
    faults: list[Fault] = []
    for key, node in wanted or ():
        option = known.get(key.text)
        if option is None:
            faults.append(Fault(f"the theme has no option `{key.text}`", key.place, names.hint(key.text, known)))
        elif not isinstance(node, Scalar):
            faults.append(Fault(f"`{key.text}` must be one value", node.place))
        elif wrong := problem(option, node.text):
            faults.append(Fault(f"`{key.text}`: {wrong}", node.place, option.about))
        else:
            chosen[key.text] = node.text
    return chosen, faults


def problem(option: Option, value: str) -> str | None:
    """Return what is wrong with a value, or None."""
    match option.type:
        case "color":
            return None if _COLOR.fullmatch(value) else f"`{value}` is not a colour such as #1f4e79"
        case "choice":
            choices = ", ".join(option.choices)
            return None if value in option.choices else f"`{value}` is not one of {choices}"
        case "flag":
            return None if value in ("true", "false") else f"`{value}` is not true or false"
        case "number" | "length":
            return _out_of_range(option, value)
        case _:
            return f"options have no type `{option.type}`"


def points(measure: str) -> float | None:
    """Return a length in points, a bare number as itself, None for anything else."""
    match = _MEASURE.fullmatch(measure)
    if not match or match[2] not in ("", *POINTS):
        return None
    return float(match[1]) * POINTS.get(match[2], 1.0)


def _out_of_range(option: Option, value: str) -> str | None:
    measured = points(value)
    has_unit = not value[-1:].isdigit()
    if measured is None or has_unit != (option.type == "length"):
        return f"`{value}` is not a {option.type} such as {option.default}"
    for bound, is_outside in ((option.min, measured.__lt__), (option.max, measured.__gt__)):
        limit = points(bound) if bound else None
        if limit is not None and is_outside(limit):
            return f"`{value}` is outside {option.min or '…'} to {option.max or '…'}"
    return None


def faults_of(option: Option, place: Place | None) -> list[Fault]:
    """Return what is wrong with an option's own description."""
    wrong = problem(option, option.default or "")
    return [Fault(f"option `{option.name}`: {each}", place) for each in (wrong, _too_small(option)) if each]


def _too_small(option: Option) -> str | None:
    """Return what is wrong with the least value of an option that may not be small, or None."""
    least = LEAST.get(option.name or "") if option.type == "length" else None
    if not least or (points(option.min or "") or 0) >= (points(least) or 0):
        return None
    return f"`min` must be {least} or more"
