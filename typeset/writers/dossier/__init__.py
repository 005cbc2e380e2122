"""Finished PDFs in, one that joins them out: with an outline, labels of pages, and one set of metadata."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from typeset.source import Place
from typeset.writers import CannotWrite
from typeset.writers.dossier import navigation, strangers, structure
from typeset.writers.paper import archive

PRODUCER = "typeset"


@dataclass(frozen=True, slots=True)
class Part:
    """One PDF of a dossier: what it is called, what its pages are called, and where the application names it.

    `prefix` stands before the number of a page, which is in the `style` of a page label (ISO 32000-2, table 161). What
    is not one's `own` comes from elsewhere: of it the pages are taken, without what they would do when opened.
    """

    title: str
    data: bytes
    style: str = "/D"
    prefix: str = ""
    is_own: bool = True
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What the whole says of itself; `language` is a BCP 47 tag."""

    title: str
    author: str
    language: str
    keywords: tuple[str, ...] = ()


def joined(parts: Sequence[Part], about: About) -> bytes:
    """Return one PDF of all parts in order; the same parts give the same bytes.

    One's own parts keep their tags, their outlines, and the source that one of them may carry. A file of them alone is
    PDF/A and PDF/UA-1 as they are; any other does not say so, since nobody knows what is in the rest. Raises
    `CannotWrite` for a part that is encrypted, damaged or without pages.
    """
    import pikepdf

    try:
        return _joined(parts, about)
    except pikepdf.PdfError as error:
        raise CannotWrite(f"the parts of the dossier cannot be joined: {error}") from error


def _joined(parts: Sequence[Part], about: About) -> bytes:
    import pikepdf

    with ExitStack() as stack:
        sources = [stack.enter_context(strangers.opened(part.data, part.title, part.place)) for part in parts]
        whole = stack.enter_context(pikepdf.new())
        own = [source for part, source in zip(parts, sources, strict=True) if part.is_own]
        structure.count_on(own)
        for part, source in zip(parts, sources, strict=True):
            if not part.is_own:
                strangers.tame(source)
            whole.pages.extend(source.pages)
        structure.join(whole, own)
        for source in own:
            _carry(whole, source)
        lengths = [len(source.pages) for source in sources]
        starts = [end - length for end, length in zip(accumulate(lengths), lengths, strict=True)]
        placed = list(zip(parts, sources, starts, strict=True))
        navigation.outline(
            whole,
            [navigation.Chapter(part.title, start, source if part.is_own else None) for part, source, start in placed],
        )
        navigation.label(whole, [(start, part.style, part.prefix) for part, _, start in placed])
        _describe(whole, about, is_archival=len(own) == len(parts))
        if len(own) == len(parts):
            _declare_colors(whole, own)
        return _saved(whole)


def _saved(whole: Any) -> bytes:
    import pikepdf

    out = io.BytesIO()
    mode = pikepdf.ObjectStreamMode.generate
    whole.remove_unreferenced_resources()
    whole.save(out, min_version="1.7", deterministic_id=True, object_stream_mode=mode)
    return out.getvalue()


def _carry(whole: Any, source: Any) -> None:
    """Let the whole carry the files that a part does (ISO 32000-2, 14.13)."""
    import pikepdf

    names = source.Root.get("/Names", {})
    if "/EmbeddedFiles" not in names or "/Names" in whole.Root:
        return
    files = source.make_indirect(names.EmbeddedFiles)
    whole.Root.Names = pikepdf.Dictionary({"/EmbeddedFiles": whole.copy_foreign(files)})
    if "/AF" in source.Root:
        whole.Root.AF = whole.copy_foreign(source.make_indirect(source.Root.AF))


def _declare_colors(whole: Any, own: Sequence[Any]) -> None:
    """Say what the colours of the pages mean, as the first part does (ISO 19005-2, 6.2.3)."""
    declared = next((source for source in own if "/OutputIntents" in source.Root), None)
    if declared:
        whole.Root.OutputIntents = whole.copy_foreign(declared.make_indirect(declared.Root.OutputIntents))


def _describe(whole: Any, about: About, is_archival: bool) -> None:
    """Say what the file is, in its `Info` dictionary and in XMP."""
    import pikepdf

    said = archive.About(about.title, about.author, about.language, PRODUCER, about.keywords)
    packet = archive.archival(said, 3 if "/AF" in whole.Root else 2) if is_archival else archive.plain(said)
    whole.Root.Metadata = whole.make_stream(packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    whole.Root.Lang = pikepdf.String(about.language)
    whole.Root.ViewerPreferences = pikepdf.Dictionary({"/DisplayDocTitle": True})
    whole.Root.PageMode = pikepdf.Name.UseOutlines
    info = {"/Title": about.title, "/Author": about.author, "/Producer": PRODUCER}
    if about.keywords:
        info["/Keywords"] = ", ".join(about.keywords)
    whole.trailer.Info = whole.make_indirect(pikepdf.Dictionary(info))


__all__ = ["About", "CannotWrite", "Part", "joined"]
