"""Printed lines in; rows of text that know their gaps, headings, styles and links, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median

from typeset.readers.draft.headings import kind
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.outline.lines.row import Row
from typeset.readers.pdf.glyphs import Look
from typeset.readers.pdf.lines import Printed, Stretch, signs
from typeset.source import Place
from typeset.source.place import Source

_EDGE = 0.09
"""The part of a page's height in which running heads and page numbers stand."""
_MARKS = re.compile(r"[\\*<\[]")
_WIDTH = 0.5
"""The width of a character, in sizes of its type."""


def rows(printed: Sequence[Printed], name: str) -> tuple[list[Row], Source, list[Note]]:
    """Return the rows of a CV, the text that their places are in, and what was left out."""
    kept, repeated = _without_running(printed)
    kept = _name_first(kept)
    source = Source(name, "\n".join(line.plain for line in kept))
    notes = [
        Note(Fate.DROPPED, f"“{text}” on {count} pages: a running head or a page's number") for text, count in repeated
    ]
    edge = _edge(kept)
    looks = _heading_looks(kept, edge)
    leading = _leading(kept)
    margin = min((line.left for line in kept), default=0.0)
    edges = _edges(kept)
    made = []
    for number, line in enumerate(kept):
        before = kept[number - 1] if number else None
        following = kept[number + 1] if number + 1 < len(kept) else None
        row = Row(
            _marked(line),
            Place(source, number + 1, 1, max(1, len(line.plain))),
            round((line.left - margin) / (_WIDTH * max(line.look.size, 1))),
            gap=before is not None and _is_apart(before, line, leading) and not _runs_over(before, line, edges),
            heading=(_seen(line, edge) in looks) if looks else None,
            fills=_fills(line, following, edges),
        )
        made.append(row)
    return [row for row in made if row.text], source, notes


def _without_running(printed: Sequence[Printed]) -> tuple[list[Printed], list[tuple[str, int]]]:
    """Return the lines without those that stand at the edge of several pages, but for figures the same."""
    pages = {line.page for line in printed}

    def key(line: Printed) -> str:
        is_edge = line.y < _EDGE * line.height or line.y > (1 - _EDGE) * line.height
        return re.sub(r"\d+", "#", line.plain) if is_edge else ""

    counted = Counter(key for key in {(key(line), line.page) for line in printed})
    often = Counter(text for text, _ in counted)
    repeated = {text for text, count in often.items() if text and count >= max(2, (len(pages) - 1) * 0.6)}
    if len(pages) < 2:
        repeated = set()
    return [line for line in printed if key(line) not in repeated], [(text, often[text]) for text in sorted(repeated)]


def _name_first(printed: list[Printed]) -> list[Printed]:
    """Return the lines with the largest of the first page at the top, where one is clearly larger than all others."""
    first = [line for line in printed if line.page == printed[0].page] if printed else []
    if not first:
        return printed
    largest = max(first, key=lambda line: line.look.size)
    body = _body_size(printed)
    if largest.look.size < 1.3 * body or len(largest.plain) > 60 or kind(largest.plain):
        return printed
    return [largest, *(line for line in printed if line is not largest)]


def _body_size(printed: Sequence[Printed]) -> float:
    sizes = Counter[float]()
    for line in printed:
        sizes[line.look.size] += len(line.plain)
    return sizes.most_common(1)[0][0] if sizes else 1.0


Seen = tuple[Look, bool, bool]
"""How a line looks: its type, whether in capitals, whether beside the text and not above it."""


def _edge(printed: Sequence[Printed]) -> float:
    """Return where most text begins."""
    starts = Counter[int]()
    for line in printed:
        starts[round(line.left)] += len(line.plain)
    return float(starts.most_common(1)[0][0]) if starts else 0.0


def _seen(line: Printed, edge: float) -> Seen:
    return line.look, line.plain.isupper(), line.right < edge


def _heading_looks(printed: Sequence[Printed], edge: float) -> set[Seen]:
    """Return how headings look in this file: as those do whose words are known, unless much else looks so."""
    known = Counter(_seen(line, edge) for line in printed[1:] if len(line.plain) < 50 and kind(line.plain))
    every = Counter(_seen(line, edge) for line in printed[1:])
    body = _body_size(printed)
    plain = (Look(body), False, False)
    return {
        seen
        for seen, count in known.items()
        if seen != plain and (count * 3 >= every[seen] or (seen[0].size > 1.15 * body and count > 1))
    }


def _leading(printed: Sequence[Printed]) -> float:
    """Return the usual distance of baselines, in sizes of the type."""
    steps = [
        (before.y - line.y) / max(line.look.size, 1)
        for before, line in pairwise(printed)
        if before.page == line.page and 0.8 * line.look.size < before.y - line.y < 2.2 * line.look.size
    ]
    return median(steps) if steps else 1.3


def _is_apart(before: Printed, line: Printed, leading: float) -> bool:
    if before.page != line.page or line.y > before.y + 1:
        return True
    return (before.y - line.y) / max(line.look.size, before.look.size, 1) > leading * 1.22


def _runs_over(before: Printed, line: Printed, edges: dict[int, float]) -> bool:
    """Whether a line full to its end is the last of its page, so that the next page may go on with it."""
    is_sentence = before.plain.endswith((".", "!", "?", ":"))
    return before.page != line.page and not is_sentence and bool(_fills(before, line, edges))


def _edges(printed: Sequence[Printed]) -> dict[int, float]:
    """Return how far lines reach to the right, by where they begin, in points."""
    edges: dict[int, float] = {}
    for line in printed:
        start = round(line.left)
        for near in range(start - 3, start + 4):
            edges[near] = max(edges.get(near, 0.0), line.right)
    return edges


def _fills(line: Printed, following: Printed | None, edges: dict[int, float]) -> bool | None:
    """Whether the next line's first word would not have found room at the end of this one."""
    if following is None:
        return None
    word = following.plain.split(maxsplit=1)[0] if following.plain else ""
    room = edges[round(line.left)] - line.right
    return (len(word) + 1) * _WIDTH * following.look.size * 0.9 > room and len(line.plain) > 30


def _marked(line: Printed) -> str:
    text = "   ".join(filter(None, map(_stretch, line.stretches)))
    return f"• {text}" if line.dotted else text


def _stretch(stretch: Stretch) -> str:
    """Return a stretch with marks for its styles, and for links that lead elsewhere than they say."""
    made = []
    for (bold, italic, link), group in groupby(signs(stretch.glyphs), lambda found: found[1:]):
        text = _MARKS.sub(lambda found: f"\\{found[0]}", "".join(sign for sign, *_ in group))
        made.append(_styled(text, bold=bold, italic=italic, link=link))
    text = "".join(made).strip()
    return re.sub(r"^\\\*(?=\s)", "*", " ".join(text.split()))


def _styled(text: str, *, bold: bool, italic: bool, link: str | None) -> str:
    core = text.strip()
    if not core or not re.search(r"\w", core):
        return text
    head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if link and "\\" not in core and not _says(core, link) and re.fullmatch(r"(?:https?|mailto|tel):[^\s()<>]+", link):
        core = f"[{core}]({link})"
    marks = "**" if bold else "*" if italic else ""
    return f"{head}{marks}{core}{marks}{tail}"


def _says(text: str, link: str) -> bool:
    """Whether a link's words are its address, or a part of it."""
    bare = re.sub(r"^(?:https?://|mailto:|tel:)?(?:www\.)?|/$", "", link.casefold())
    words = re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", text.casefold())
    return words.replace(" ", "") in bare.replace(" ", "") and ("." in words or link.startswith("tel:"))
