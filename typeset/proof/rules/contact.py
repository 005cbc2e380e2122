"""The rule `contact`: every way to reach the person, and every address on a page, is whole on one line."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof import routes
from typeset.proof.claim import Claim
from typeset.proof.expected import units
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import short, squeezed
from typeset.proof.routes import Layout, Placed
from typeset.source import Fault, Severity

_POSTAL = "location"
Stretch = tuple[int, int, str]
"""Where in the stream an address begins and ends, and how it is written."""


def contact(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Each e-mail address, phone number, postal address and link stands whole on one line.

    What is broken over two lines cannot be copied, and parsers take its first half for the whole. What breaks it is a
    theme that lets contact details wrap like running text; keep each one together (`white-space: nowrap`). One that is
    longer than a line cannot be kept together: that, addresses in running text, and postal ones, are only advised on.
    Give such links a shorter text. In a letter, a postal address may take several lines.
    """
    layout = routes.layout(finished, claim)
    edge = max((row.box[2] for sheet in finished.sheets for row in sheet.rows), default=0.0)
    kinds = {id(contact.text): contact.kind for contact in claim.document.masthead.contacts}
    links = {id(text) for unit in units(claim.document) for text in unit.early}
    for each in layout.placed:
        kind = kinds.get(id(each.text))
        if kind == _POSTAL and claim.document.letter:
            continue
        is_alone = id(each.text) in links or kind not in (None, _POSTAL)
        for start, end, said in _whole(each) if kind else _addresses(each):
            spots = layout.between(start, end)
            rows = {(spot.page, spot.row) for spot in spots}
            if len(rows) > 1:
                room = edge - min(spot.left for spot in spots)
                yield _broken(said, each, len(rows), is_alone and _width(layout, start, end) <= room)


def _whole(placed: Placed) -> Iterator[Stretch]:
    yield placed.found.start, placed.found.end, placed.text.plain


def _addresses(placed: Placed) -> Iterator[Stretch]:
    """Yield the links of a text that show their address as it is."""
    at = placed.found.start
    for run in placed.text.runs:
        end = at + len(squeezed(run.text))
        shown = squeezed(run.text).rstrip("/")
        if run.link and shown and " " not in run.text.strip() and shown in squeezed(run.link):
            yield at, end, run.text
        at = end


def _width(layout: Layout, start: int, end: int) -> float:
    """Return about how wide a stretch of the stream is set, in points: of a piece that says more, its share."""
    starts = layout.route.starts
    ends = [*starts[1:], len(layout.route.stream.text)]
    wide = 0.0
    for first, last, spot in list(zip(starts, ends, layout.spots, strict=True))[layout.route.parts(start, end)]:
        share = (min(last, end) - max(first, start)) / max(last - first, 1)
        wide += (spot.right - spot.left) * share
    return wide


def _broken(said: str, placed: Placed, rows: int, fits: bool) -> Finding:
    message = f"“{short(said)}” is broken over {rows} lines"
    hint = "the theme should keep it together" if fits else "a shorter text would stay on one"
    severity = Severity.WARNING if fits else Severity.ADVICE
    return Finding("contact", Fault(message, placed.text.place, hint, severity), placed.spots[0].page + 1)
