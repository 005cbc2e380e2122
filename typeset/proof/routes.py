"""A file read back and what it claims to be in; how it says the document by each route that programs take out.

The stream is the text in the order in which a page paints it, the tags are the structure tree's, and the layout is
where on the paper each text of the stream came to stand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from typing import TypeVar

from typeset.document.shapes import Text
from typeset.proof import running
from typeset.proof.claim import Claim
from typeset.proof.finished import Finished
from typeset.proof.following import Followed, Found, Stream, follow, squeezed
from typeset.proof.sheets import GAP, Piece, Sheet

_Way = TypeVar("_Way")


@dataclass(frozen=True, slots=True)
class Route:
    """Text in the order of a route, and how it says the document; `starts` are the offsets of its parts."""

    stream: Stream
    followed: Followed
    starts: tuple[int, ...] = ()

    def parts(self, start: int, end: int) -> slice:
        """Return which parts a stretch of the stream is in."""
        return slice(max(bisect_right(self.starts, start) - 1, 0), bisect_left(self.starts, end))


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where a piece of text stands: page and row from 0 in the order in which the eye reads, edges in points."""

    page: int
    row: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A text of the document, and the spots where it stands, as they follow each other in it."""

    found: Found
    spots: tuple[Spot, ...]

    @property
    def text(self) -> Text:
        """The text itself."""
        return self.found.text

    @property
    def rows(self) -> tuple[tuple[int, int], ...]:
        """The page and the row of each line that it takes, from 0."""
        return tuple(dict.fromkeys((spot.page, spot.row) for spot in self.spots))


@dataclass(frozen=True, slots=True)
class Layout:
    """What is painted, in that order, and on what spots; the texts of the document that were found in it."""

    route: Route
    spots: tuple[Spot, ...]
    placed: tuple[Placed, ...]

    def between(self, start: int, end: int) -> tuple[Spot, ...]:
        """Return the spots of a stretch of the stream."""
        return self.spots[self.route.parts(start, end)]

    def by_unit(self) -> Iterator[tuple[int, list[Placed]]]:
        """Yield the numbers of the units and what was found of each."""
        for number, found in groupby(self.placed, lambda each: each.found.unit):
            yield number, list(found)


def is_garbled(finished: Finished) -> bool:
    """Whether a glyph is missing, which costs the text of its font; the rule `characters` names what is missing."""
    return any(font.missing for font in finished.fonts) or any("\0" in page for page in finished.pages)


class _Proved:
    """A file and its claim, told from others by identity: to compare what they hold takes longer than to read it."""

    def __init__(self, finished: Finished, claim: Claim) -> None:
        self.finished, self.claim = finished, claim

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Proved) and self.finished is other.finished and self.claim is other.claim

    def __hash__(self) -> int:
        return hash((id(self.finished), id(self.claim)))


def _once(way: Callable[[Finished, Claim], _Way]) -> Callable[[Finished, Claim], _Way]:
    """Follow a route once for all the rules that ask for it one after another."""
    cached = lru_cache(maxsize=1)(lambda proved: way(proved.finished, proved.claim))
    return lambda finished, claim: cached(_Proved(finished, claim))


@_once
def stream(finished: Finished, claim: Claim) -> Route:
    """Return the text of a file's pages in the order that it has there, without running heads."""
    pages = [page.split("\n") for page in finished.pages]
    kept = zip(pages, running.texts(pages, claim.document), strict=True)
    return _followed(Stream.of("\n".join(page[line] for page, lines in kept for line in lines)), claim)


@_once
def tags(finished: Finished, claim: Claim) -> Route:
    """Return what the structure tree says, in its order, but for a document's mark; its parts are the tags.

    Where tags meet, there is no white space to be seen.
    """
    mark = squeezed(claim.document.mark)
    said = ["" if mark and squeezed(tag.text) == mark else tag.text for tag in finished.tags]
    return _followed(Stream.of(*said), claim, said)


def _followed(found: Stream, claim: Claim, parts: Sequence[str] = ()) -> Route:
    starts = list(accumulate((len(squeezed(part)) for part in parts), initial=0))[:-1]
    return Route(found, follow(found.text, claim.document), tuple(starts))


@_once
def layout(finished: Finished, claim: Claim) -> Layout:
    """Return where on paper the texts of the document stand; nothing stands anywhere in a file without sheets."""
    kept = running.texts([[row.text for row in sheet.rows] for sheet in finished.sheets], claim.document)
    painted = [
        (piece, Spot(page, row, piece.box[0], piece.box[2]))
        for page, (sheet, lines) in enumerate(zip(finished.sheets, kept, strict=True))
        for piece, row in _rowed(sheet)
        if row in lines
    ]
    route = _followed(Stream.of("".join(_spaced(painted))), claim, [piece.text for piece, _ in painted])
    bare = Layout(route, tuple(spot for _, spot in painted), ())
    placed = (Placed(each, bare.between(each.start, each.end)) for each in route.followed.found)
    return replace(bare, placed=tuple(each for each in placed if each.spots))


def _rowed(sheet: Sheet) -> Iterator[tuple[Piece, int]]:
    """Yield the pieces of a page that are part of its text as they are painted, each with the number of its row."""
    lines = [-row.pieces[0].baseline for row in sheet.rows]
    for piece in sheet.painted:
        if not piece.is_artifact:
            after = bisect_left(lines, -piece.baseline)
            near = [number for number in (after - 1, after) if 0 <= number < len(lines)]
            yield piece, min(near, key=lambda number: abs(lines[number] + piece.baseline))


def _spaced(painted: list[tuple[Piece, Spot]]) -> Iterator[str]:
    """Yield what is painted, with white space where the eye sees it, and an end where a line ends."""
    for (piece, spot), (other, following) in pairwise(painted):
        yield piece.text
        if (spot.page, spot.row) != (following.page, following.row):
            yield "\n"
        elif following.left - spot.right > GAP * min(piece.size, other.size):
            yield " "
    yield from (piece.text for piece, _ in painted[-1:])
