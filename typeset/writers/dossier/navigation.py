"""Where a reader of a dossier is, and how to get elsewhere: its outline and the labels of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part as the outline has it: its title, its first page from 0, and the PDF whose own outline goes below it."""

    title: str
    start: int
    source: Any = None


def outline(whole: Any, chapters: Sequence[Chapter]) -> None:
    """Write an entry for each chapter, with the outline of its own file below it."""
    from pikepdf import OutlineItem

    with whole.open_outline() as written:
        for chapter in chapters:
            entry = OutlineItem(chapter.title, chapter.start)
            if chapter.source is not None:
                entry.children.extend(_entries(chapter.source, chapter.start))
            entry.is_closed = len(chapters) > 1 and not entry.children
            written.root.append(entry)


def label(whole: Any, ranges: Iterable[tuple[int, str, str]]) -> None:
    """Call the pages from each start on by a prefix and a number from 1 in a style (ISO 32000-2, 12.4.2)."""
    import pikepdf

    numbers: list[Any] = []
    for start, style, prefix in ranges:
        called: dict[str, Any] = {"/S": pikepdf.Name(style)}
        if prefix:
            called["/P"] = pikepdf.String(prefix)
        numbers += [start, pikepdf.Dictionary(called)]
    whole.Root.PageLabels = pikepdf.Dictionary({"/Nums": pikepdf.Array(numbers)})


def _entries(source: Any, start: int) -> list[Any]:
    """Return a file's own outline for pages that begin at `start`; a file that is one heading has none to show."""
    pages = {page.objgen: number for number, page in enumerate(source.pages, start)}
    with source.open_outline(max_depth=_DEEPEST) as read:
        entries = [found for item in read.root for found in _moved(source, item, pages)]
    if len(entries) == 1:
        entries = entries[0].children
    return entries if len(entries) > 1 or (entries and entries[0].children) else []


def _moved(source: Any, item: Any, pages: dict[Any, int]) -> list[Any]:
    """Return an entry with what is below it, its page one of the whole; what is below alone where it has no page."""
    from pikepdf import OutlineItem

    children = [found for child in item.children for found in _moved(source, child, pages)]
    target = _target(source, item)
    number = pages.get(target[0].objgen) if target is not None and len(target) else None
    if number is None:
        return children
    top = target[3] if len(target) > 3 and str(target[1]) == "/XYZ" else None
    entry = OutlineItem(item.title, number, "XYZ", left=0, top=float(top)) if top else OutlineItem(item.title, number)
    entry.children.extend(children)
    return [entry]


def _target(source: Any, item: Any) -> Any:
    """Return the destination of an entry: an array of a page and where on it (ISO 32000-2, 12.3.2.2), or None."""
    import pikepdf

    found = item.destination
    if found is None and item.action is not None:
        found = item.action.get("/D")
    if isinstance(found, str | pikepdf.String):
        found = _named(source, str(found))
    if isinstance(found, pikepdf.Dictionary):
        found = found.get("/D")
    return found if isinstance(found, pikepdf.Array) else None


def _named(source: Any, name: str) -> Any:
    import pikepdf

    names = source.Root.get("/Names", pikepdf.Dictionary())
    return pikepdf.NameTree(names.Dests).get(name) if "/Dests" in names else None
