"""A vCard's text in (2.1, 3.0 as in RFC 2426, 4.0 as in RFC 6350); its properties with their places out."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

from typeset.readers.draft.notes import Fate, Note
from typeset.source import Fault, Faults, Place, Source

MOST = 5_000
"""Lines of a file, folded ones counted as one."""

_LINE = re.compile(r"(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<parameters>(?:;[^:;\"]*(?:\"[^\"]*\"[^:;\"]*)*)*):")
_PARAMETER = re.compile(r";([^=;:\"]+)(?:=((?:[^;\"]|\"[^\"]*\")*))?")
_ESCAPE = re.compile(r"\\([\\,;:nN])")
_PARTS = re.compile(r"(?<!\\);")


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card: its name in capitals, its parameters' values in small letters, what it says, and where."""

    name: str
    types: tuple[str, ...]
    written: str
    place: Place

    @property
    def text(self) -> str:
        """The value with its escapes resolved."""
        return _plain(self.written).strip()

    @property
    def parts(self) -> list[str]:
        """The components of a structured value."""
        return [_plain(part).strip() for part in _PARTS.split(self.written)]


def properties(source: Source, notes: list[Note]) -> Iterator[Property]:
    """Yield the properties of all cards; what is none of them is told of once.

    Raises `Faults` for more than `MOST` lines.
    """
    damaged: list[Place] = []
    for count, (number, line) in enumerate(_unfolded(source)):
        if count > MOST:
            raise Faults(
                [Fault(f"more than {MOST:,} lines: that is no card of one person's", Place(source, number, 1))]
            )
        match = _LINE.match(line)
        if not match:
            damaged += [Place(source, number, 1)] if line.strip() else []
            continue
        types = tuple(value.lower() for value in _values(match["parameters"]))
        written = _decoded(line[match.end() :], types, match["parameters"])
        yield Property(match["name"].upper(), types, written, Place(source, number, match.end() + 1))
    if damaged:
        lines = f"{len(damaged)} lines that are" if len(damaged) > 1 else "a line that is"
        notes.append(Note(Fate.DROPPED, f"{lines} no property of a card", damaged[0]))


def _unfolded(source: Source) -> Iterator[tuple[int, str]]:
    """Yield logical lines with the number of their first: a line that begins with white space continues the last."""
    first, parts = 1, list[str]()
    for number, line in enumerate(source.lines, 1):
        is_soft = bool(parts) and parts[-1].endswith("=") and "QUOTED-PRINTABLE" in parts[0].upper()
        if parts and (is_soft or line[:1] in (" ", "\t")):
            parts.append(f"\n{line}" if is_soft else line[1:])
            continue
        if parts:
            yield first, "".join(parts)
        first, parts = number, [line]
    yield first, "".join(parts)


def _values(parameters: str) -> Iterator[str]:
    """Yield what parameters say: `TYPE=home,work;PREF=1` is home, work, pref; 2.1 has no names for them."""
    for name, value in _PARAMETER.findall(parameters):
        if name.upper() == "PREF":
            yield "pref"
        elif name.upper() in ("TYPE", "ENCODING", "SERVICE-TYPE", "X-SERVICE-TYPE"):
            yield from (part.strip() for part in value.strip('"').split(","))
        elif not value:
            yield name.strip()


def _decoded(written: str, types: tuple[str, ...], parameters: str) -> str:
    if "quoted-printable" not in types:
        return written
    charset = re.search(r";CHARSET=([\w-]+)", parameters, re.IGNORECASE)
    raw = quopri.decodestring(written.encode("utf-8"))
    try:
        return raw.decode(charset[1] if charset else "utf-8", errors="replace").replace("\ufffd", "?")
    except LookupError:
        return raw.decode("utf-8", errors="replace").replace("\ufffd", "?")


def _plain(written: str) -> str:
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], written)
