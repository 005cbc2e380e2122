"""Faults with a place, collected and raised once, and how they read on a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from typeset.source.place import Place

LONGEST_SHOWN = 200
_SHOWN_AS_ESCAPES = frozenset(["Cc", "Cf", "Cs", "Zl", "Zp"])


class Severity(StrEnum):
    """How much a fault weighs: an error stops the work, a warning is told, advice to who asks for it."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: what, where, and what would be right."""

    message: str
    place: Place | None = None
    hint: str | None = None
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        where = f"{escaped(str(self.place))}: " if self.place else ""
        lines = [f"{where}{self.severity}: {visible(self.message)}"]
        if self.place:
            lines += excerpt(self.place)
        if self.hint:
            lines.append(f"  hint: {visible(self.hint)}")
        return "\n".join(lines)


class Faults(Exception):
    """Every fault of a stage, in the order of their places."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=_position))
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


def _position(fault: Fault) -> tuple[str, int, int]:
    place = fault.place
    return (place.source.name, place.line, place.column) if place else ("", 0, 0)


def raise_errors(faults: Iterable[Fault]) -> None:
    """Raise `Faults` with all of `faults` when one of them is an error."""
    faults = tuple(faults)
    if any(fault.severity is Severity.ERROR for fault in faults):
        raise Faults(faults)


def visible(text: str) -> str:
    r"""Return `text` fit for a terminal: control, bidi and format characters as `\u…`, cut at 200 characters."""
    return escaped(text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…")


def escaped(text: str) -> str:
    r"""Return `text` with control, bidi and format characters as `\u…`, however long it is."""
    return "".join(_escape(char) if unicodedata.category(char) in _SHOWN_AS_ESCAPES else char for char in text)


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def excerpt(place: Place, width: int = LONGEST_SHOWN) -> list[str]:
    """Return the line of a place, up to `width` characters of it around the place, and what marks it; none if blank."""
    line = place.source.line(place.line)
    if not line.strip():
        return []
    start = max(0, place.column - 1 - width // 2)
    window = line[start : start + width - 1]
    before = visible(window[: place.column - 1 - start].replace("\t", " "))
    marked = visible(window[place.column - 1 - start :][: max(1, place.length)])
    number = f"{place.line:5d}"
    return [
        f"{number} | {visible(window.replace(chr(9), ' '))}",
        f"{' ' * len(number)} | {' ' * _width(before)}{'^' * max(1, _width(marked))}",
    ]


def _width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)
