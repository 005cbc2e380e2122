"""The rule `outline`: a PDF has a bookmark for each section, and each leads to it."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import squeezed
from typeset.proof.navigation import Bookmark
from typeset.source import Fault


def outline(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The outline has a bookmark for each section, in order, each leading to the page with its heading.

    It is what viewers show beside the page, how those who cannot see it move about, and what a reader of a CV of
    twelve pages looks for first. Engines make it from headings: a section is missing when a theme sets its title as
    something else than a heading (`bookmark-level: none`, a plain `<div>`, no `\\section`), and leads to the wrong page
    when a heading is moved by its theme.
    """
    waiting = list(finished.bookmarks)
    for section in claim.document.sections:
        title, place = section.title.plain, section.title.place
        wanted = squeezed(title)
        at = next((at for at, found in enumerate(waiting) if squeezed(found.title) == wanted), None)
        if at is None:
            is_there = any(squeezed(found.title) == wanted for found in finished.bookmarks)
            message = f"the bookmark of “{title}” is out of order" if is_there else f"“{title}” has no bookmark"
            yield Finding("outline", Fault(message, place))
            continue
        if not _leads_there(finished, waiting[at]):
            page = waiting[at].page
            where = "nowhere" if page is None else f"to page {page}, where it is not"
            yield Finding("outline", Fault(f"the bookmark of “{title}” leads {where}", place), page)
        del waiting[: at + 1]


def _leads_there(finished: Finished, bookmark: Bookmark) -> bool:
    if bookmark.page is None or bookmark.page > len(finished.pages):
        return False
    if any(font.missing for font in finished.fonts):
        return True  # One missing glyph garbles all text of its font; the rule `characters` names it.
    return squeezed(bookmark.title) in squeezed(finished.pages[bookmark.page - 1])
