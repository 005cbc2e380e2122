"""Findings in; the same, with the page and the box on it that each one is about, as far as a page shows its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from typeset.document.shapes import Document, Text
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.following import squeezed
from typeset.proof.sheets import Box, Piece, Sheet
from typeset.source import Place

_QUOTED = re.compile("“([^”]+?)…?”")
_FEWEST = 3
"""Characters that are looked for; fewer stand anywhere."""
_ENOUGH = 24
"""Characters by which a text is known, where its lines are not together: a date in the margin may stand between."""


def boxed(findings: Iterable[Finding], sheets: Sequence[Sheet], documents: Iterable[Document]) -> list[Finding]:
    """Return findings with the box that each one's words have on a sheet: words it quotes, or those at its place.

    One whose words are on no sheet stays as it is.
    """
    if not sheets:
        return list(findings)
    known = [text for document in documents for text in texts(document) if text.place]
    pages = [_Page.of(sheet) for sheet in sheets]
    return [finding if finding.box else _boxed(finding, pages, known) for finding in findings]


def _boxed(finding: Finding, pages: list[_Page], known: list[Text]) -> Finding:
    allowed = [page for page in pages if finding.page in (None, page.number)]
    for said in _said(finding, known):
        for page in allowed:
            if box := page.box_of(said):
                return replace(finding, page=page.number, box=box)
    return finding


def _said(finding: Finding, known: list[Text]) -> Iterator[str]:
    """Yield what may be read where the finding is, without white space, the likeliest first."""
    quoted = _QUOTED.findall(finding.fault.message)
    whole = [said for said in map(squeezed, (*quoted, *_placed(finding.fault.place, known))) if len(said) >= _FEWEST]
    yield from whole
    yield from (said[:_ENOUGH] for said in whole if len(said) > _ENOUGH)


def _placed(at: Place | None, known: list[Text]) -> list[str]:
    """Return the text that begins at a place, or before it on the same line."""
    if not at:
        return []
    near = [
        (text.place.column, text.plain)
        for text in known
        if text.place and (text.place.source.name, text.place.line) == (at.source.name, at.line)
    ]
    return [said for column, said in sorted(near) if column <= at.column][-1:]


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page says in one line, and where in that line each of its pieces ends."""

    number: int
    stream: str
    pieces: tuple[Piece, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, sheet: Sheet) -> _Page:
        pieces = tuple(piece for row in sheet.rows for piece in row.pieces)
        said = [squeezed(piece.text) for piece in pieces]
        return cls(sheet.number, "".join(said), pieces, tuple(accumulate(map(len, said))))

    def box_of(self, said: str) -> Box | None:
        """Return the box around the pieces that say something; None where none do."""
        start = self.stream.find(said)
        if start < 0:
            return None
        found = [
            piece.box
            for piece, end, before in zip(self.pieces, self.ends, (0, *self.ends), strict=False)
            if before < start + len(said) and start < end
        ]
        left, bottom, right, top = zip(*found, strict=True)
        return min(left), min(bottom), max(right), max(top)
