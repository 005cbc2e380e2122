"""A file that joins several PDFs and what it is made of in; how it reads back, and findings, out.

What comes from elsewhere is not held to anything but its place: only one's own parts are proved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from typeset.proof import unreadable
from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.levels import levelled
from typeset.proof.reading import pdf
from typeset.proof.rules.active import active
from typeset.proof.rules.archive import archive
from typeset.proof.rules.characters import characters
from typeset.proof.rules.hidden import hidden
from typeset.proof.rules.leaks import leaks
from typeset.proof.rules.pages import pages
from typeset.proof.rules.source import source
from typeset.proof.rules.withheld import withheld
from typeset.proof.rules.words import words
from typeset.source import Fault, Place

HELD_TO = (
    *("words", "pages", "characters", "hidden", "links", "description", "source", "archive", "withheld", "leaks"),
    *("active", "outline"),
)
"""The rules that a dossier is held to; every other has been asked of its own parts before they were joined."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part as it should be: its title, and what its pages are held to, or else the file that they are of."""

    title: str
    claim: Claim | None = None
    place: Place | None = None
    file: bytes = b""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a dossier is held to: its chapters in order, one of them at least with a claim; what it says of itself."""

    chapters: tuple[Chapter, ...]
    title: str
    author: str
    language: str


def prove_dossier(data: bytes, bundle: Bundle) -> tuple[Finished, list[Finding]]:
    """Return a dossier as it reads back, and every finding; a damaged one can make a reader raise anything."""
    try:
        finished, entries = replace(pdf.read(data), files=(data,)), pdf.chapters(data)
        findings = [*_whole(finished, bundle), *_chapters(finished, entries, bundle)]
    except Exception as error:
        return Finished(()), [unreadable(error)]
    levels = next(chapter.claim.levels for chapter in bundle.chapters if chapter.claim)
    return finished, levelled(findings, levels)


def _whole(finished: Finished, bundle: Bundle) -> Iterator[Finding]:
    for name, found, wanted in (
        ("title", finished.title, bundle.title),
        ("author", finished.author, bundle.author),
        ("language", finished.language, bundle.language),
    ):
        if found != wanted:
            yield Finding("description", Fault(f"the dossier gives its {name} as `{found}`, not `{wanted}`"))
    if not finished.is_tagged:
        yield Finding("description", Fault("the dossier's own parts are not tagged"))
    own = [chapter.claim for chapter in bundle.chapters if chapter.claim]
    yield from withheld(finished, own[0])
    yield from active(finished, own[0])
    carried = next((claim for claim in own if claim.attached), replace(own[0], attached=None))
    yield from source(finished, carried)
    if len(own) == len(bundle.chapters):
        yield from archive(finished, carried)
        yield from leaks(finished, carried)
        return
    for name in finished.contradictions:
        yield Finding("archive", Fault(f"the dossier gives its {name} twice, and differently"))
    for standard in sorted(finished.standards):
        yield Finding("archive", Fault(f"the dossier says that it is {standard}, and nobody knows"))


def _chapters(finished: Finished, entries: list[tuple[str, int]], bundle: Bundle) -> Iterator[Finding]:
    """Hold each part to what it should be, on the pages from its entry in the outline to the next one's."""
    wanted = [chapter.title for chapter in bundle.chapters]
    if [title for title, _ in entries] != wanted:
        found = ", ".join(title for title, _ in entries) or "nothing"
        yield Finding("outline", Fault(f"the dossier's outline has {found}; its parts are {', '.join(wanted)}"))
        return
    starts = [start for _, start in entries]
    for (title, start), chapter in zip(entries, bundle.chapters, strict=True):
        if start + 1 not in finished.label_starts:
            message = f"the pages of “{title}” have no labels of their own"
            yield Finding("outline", Fault(message, chapter.place), start + 1)
    ends = [*starts[1:], len(finished.pages)]
    for chapter, start, end in zip(bundle.chapters, starts, ends, strict=True):
        if chapter.claim:
            of_part = _own(_excerpt(finished, start, end), chapter.claim)
            yield from (replace(finding, page=finding.page and finding.page + start) for finding in of_part)
        elif (pages := pdf.length(chapter.file)) != end - start:
            message = f"“{chapter.title}” has {end - start} pages in the dossier, and {pages} of its own"
            yield Finding("pages", Fault(message, chapter.place))


def _excerpt(finished: Finished, start: int, end: int) -> Finished:
    """Return some pages of a file as if they were all, with what is known by page."""
    unseen = (replace(each, page=each.page - start) for each in finished.unseen if start < each.page <= end)
    sheets = (replace(sheet, number=sheet.number - start) for sheet in finished.sheets[start:end])
    tags = (replace(tag, page=tag.page - start) for tag in finished.tags if start < tag.page <= end)
    return replace(
        finished,
        pages=finished.pages[start:end],
        unseen=tuple(unseen),
        sheets=tuple(sheets),
        tags=tuple(tags),
        fonts=(),
    )


def _own(finished: Finished, claim: Claim) -> Iterator[Finding]:
    yield from words(finished, claim)
    yield from pages(finished, claim)
    yield from characters(finished, claim)
    yield from hidden(finished, claim)
    found = {unquote(address) for address in finished.links}
    for text in texts(claim.document):
        for run in text.runs:
            if run.link and unquote(run.link) not in found:
                yield Finding("links", Fault(f"the link to `{run.link}` is not in the dossier", text.place))
