"""A pattern for names of files, and what stands for its fields, in; a name in letters that every system takes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from string import Formatter

from typeset.resume import names
from typeset.resume.application import Application
from typeset.source import Fault, place_of

USUAL = "{name}-CV"
FIELDS = ("name", "company", "role", "application", "theme", "language")
LONGEST = 120
"""Characters of a name, without its ending; file systems take 255 bytes."""

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows gives to devices."""


def pattern_faults(application: Application) -> list[Fault]:
    """Return a fault for whatever in the pattern of an application is not a field in braces, or plain characters."""
    pattern = application.file
    if not pattern:
        return []
    place = place_of(pattern)
    try:
        fields = _fields(pattern)
    except ValueError as error:
        return [Fault(f"`file`: {str(error).lower()}", place, f"fields stand in braces, such as {USUAL}")]
    strange = [field for field in fields if field not in FIELDS]
    return [
        Fault(
            f"`file` has no field `{{{field}}}`",
            place and place.at(f"{{{field}"),
            names.hint(field.partition(":")[0].partition("!")[0], FIELDS),
        )
        for field in strange
    ]


def file_name(pattern: str, values: Mapping[str, str], otherwise: str) -> str:
    """Return the name of a file without its ending; `otherwise` where no letter is left.

    A name holds ASCII letters, digits, `-`, `_` and `.`, begins and ends with a letter or digit, and is none that a
    system keeps for itself. A field of which no letter is left leaves no gap; for the person's name `otherwise` stands.
    """
    filled = {field: "-".join(re.findall(r"[A-Za-z0-9]+", _plain(values.get(field, "")))) for field in FIELDS}
    filled["name"] = filled["name"] or otherwise
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", _plain(pattern.format(**filled)))
    name = re.sub(r"([-_.])[-_.]+", r"\1", name)[:LONGEST].strip("-_.") or otherwise
    return f"{name}-CV" if _RESERVED.fullmatch(name) else name


def unfilled(application: Application) -> list[Fault]:
    """Return a fault for each field of an application's pattern that it has no value for."""
    opening = application.opening
    known = {"company": opening and opening.company, "role": opening and opening.role}
    fields = [] if pattern_faults(application) else _fields(application.file or "")
    return [
        Fault(
            f"`file` names a {field}, and there is none", place_of(application.file), f"write it: `for: {{{field}: …}}`"
        )
        for field in dict.fromkeys(fields)
        if field in known and not known[field]
    ]


def _fields(pattern: str) -> list[str]:
    """Return the fields in a pattern, each with whatever else stands in its braces; raises `ValueError`."""
    parts = Formatter().parse(pattern)
    return [
        f"{field}{'!' + conversion if conversion else ''}{':' + form if form else ''}"
        for _, field, form, conversion in parts
        if field is not None
    ]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
