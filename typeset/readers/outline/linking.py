"""An entry's head in; what it says, with what lines and links tell besides their words, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from typeset.readers.draft.dates import moment, periods
from typeset.readers.draft.nodes import leaves, listed, mapped
from typeset.readers.outline.bodies import plain, written
from typeset.readers.outline.heads import Head, head
from typeset.readers.outline.pieces import is_within_brackets, piece_of
from typeset.readers.outline.splitting import is_dates
from typeset.readers.outline.vocabulary import names_role
from typeset.resume import links
from typeset.resume.markdown import inline
from typeset.resume.text import Run, Text
from typeset.source import Node, Scalar

_ADDRESSES = ("url", "startDate", "endDate", "date", "releaseDate")
_RANGE = re.compile(
    r"(?P<start>[^()–—]*?\d{4}[^()\d–—-]?)\s*(?:\s-\s|[-–—至~])\s*(?P<end>[^()]{1,30}?)\s*(?P<remark>\([^()]+\))?"
)
_DURATION = re.compile(r"\(?\s*\d+\+?\s*(?:y|m|w|J|M|a)", re.IGNORECASE)


def linked_head(lines: Sequence[Scalar], kind: str) -> Head:
    """Return the fields of an entry's head.

    To what `heads.head` reads it adds: dates with an end in words ("1667 - death", "2010-2014 (expected)"), lines
    parted by semicolons, the role before the employer where words tell the two apart, the project before the role in
    it, publications cited in full, and every link.
    """
    if kind == "publications" and len(lines) == 1 and _is_citation(plain(lines[0])):
        return _with_links(Head((("name", lines[0]),)), lines)
    dates, rest = _dates(lines) if kind in _DATED else ((), lines)
    rest = [part for line in rest for part in _parted(line)] if kind in _DATED else rest
    made = head(_role_first(rest) if kind in ("work", "volunteer") else rest, kind)
    made = replace(made, fields=(*made.fields, *dates))
    return _with_links(_project_first(made) if kind == "projects" else made, lines)


_DATED = ("work", "volunteer", "education", "projects", "sections")


def _is_citation(words: str) -> bool:
    """Whether a line says when in its middle, as a citation does: "Doe, J. (2010). Title. Journal 3(2)."."""
    spans = [span for _, _, span in periods(words)]
    return bool(spans) and all(start > 3 and end < len(words) - 3 for start, end in spans)


def _dates(lines: Sequence[Scalar]) -> tuple[tuple[tuple[str, Node], ...], list[Scalar]]:
    """Return the dates of a line that says when, in words at its end, and the other lines."""
    for at, line in enumerate(lines):
        found = _RANGE.fullmatch(plain(line).strip())
        start = moment(found["start"].strip()) if found else None
        end = moment(found["end"].strip()) if found else None
        if not found or not start or not re.search(r"\w", found["end"]):
            continue
        remark = "" if _DURATION.match(found["remark"] or "") else found["remark"] or ""
        if (end and not remark) or (not end and not _is_alone(line, found["end"])):
            continue
        words = f"{found['end'].strip()} {remark}".strip()
        fields = (("startDate", Scalar(start, line.place)), ("endDate", Scalar(words, line.place)))
        return fields, [*lines[:at], *lines[at + 1 :]]
    return (), [*lines]


def _is_alone(line: Scalar, end: str) -> bool:
    """Whether words behind a date are when something ended: the whole line is set apart, and they are few."""
    runs = piece_of(line).runs
    return all(run.code or run.strong or run.emphasis for run in runs) and len(end.split()) <= 2


def _parted(line: Scalar) -> Iterator[Scalar]:
    """Yield the parts of a line that semicolons separate."""
    piece, start = piece_of(line), 0
    for found in re.finditer(r"[;；]\s+", piece.plain):
        if not is_within_brackets(piece.plain, found.start()):
            yield written(piece.cut(start, found.start()))
            start = found.end()
    yield written(piece.cut(start)) if start else line


def _role_first(lines: Sequence[Scalar]) -> Sequence[Scalar]:
    """Return lines with the employer behind the role, where the words tell the two apart."""
    match lines:
        case (first, second, *rest) if not is_dates(first):
            if names_role(plain(second)) and not names_role(plain(first)):
                return [second, first, *rest]
    return lines


def _project_first(made: Head) -> Head:
    """Return "Contributor, Project" as the project and the role in it."""
    fields = dict(made.fields)
    name, entity = fields.get("name"), fields.get("entity")
    if not isinstance(name, Scalar) or not isinstance(entity, Scalar) or "roles" in fields:
        return made
    if not names_role(plain(name)) or names_role(plain(entity)):
        return made
    renamed = {"name": "roles", "entity": "name"}
    ordered = sorted(((renamed.get(key, key), value) for key, value in made.fields), key=lambda pair: pair[0] != "name")
    return replace(made, fields=tuple(ordered))


# Links


def _with_links(made: Head, lines: Sequence[Scalar]) -> Head:
    """Return a head whose links are all kept: around the words that they stood on, or else in a list of links."""
    fields = made.fields
    lost: list[tuple[Run, Scalar]] = []
    for line in lines:
        for run in piece_of(line).runs:
            if run.link and run.text.strip() and not _says(fields, made, run.link):
                fields, found = _around_words(fields, run)
                lost += [] if found else [(run, line)]
    more = [
        mapped([("url", Scalar(run.link, line.place)), ("label", Scalar(run.text, line.place))], line.place)
        for run, line in lost
        if run.link and not links.problem(run.link)
    ]
    added = listed(more, lines[0].place) if more else None
    return replace(made, fields=(*fields, ("links", added)) if added else fields)


def _says(fields: Sequence[tuple[str, Node]], made: Head, address: str) -> bool:
    said = [leaf.text for _, value in fields for _, leaf in leaves(value)]
    return any(address in text for text in (*said, *(line.text for line in made.rest)))


def _around_words(fields: tuple[tuple[str, Node], ...], run: Run) -> tuple[tuple[tuple[str, Node], ...], bool]:
    """Return the fields with a link around the one that says its words, and whether there is one."""
    made = list(fields)
    for at, (key, value) in enumerate(fields):
        if isinstance(value, Scalar) and key not in _ADDRESSES and piece_of(value).plain.strip() == run.text.strip():
            linked = Run(run.text.strip(), code=run.code, link=run.link)
            made[at] = (key, Scalar(inline(Text((linked,))), value.place))
            return tuple(made), True
    return fields, False
