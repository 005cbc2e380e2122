"""The lines of a file's pages and its document in; which of them are no running heads out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from typeset.document.shapes import Document
from typeset.proof.following import squeezed


def texts(pages: Sequence[Sequence[str]], document: Document) -> Iterator[range]:
    """Yield the numbers of each page's lines but of those at its top or foot that repeat the name and count pages."""
    if not pages:
        return
    first, *others = pages
    yield _between(first, re.compile(re.escape(squeezed(document.mark)))) if document.mark else range(len(first))
    signed = squeezed(document.letter.name.plain) if document.letter else ""
    for number, page in enumerate(others, 2):
        yield _between(page, _running(document, number, len(pages)), signed)


def _running(document: Document, page: int, pages: int) -> re.Pattern[str]:
    """What a running head may say: name, label, this page's number and the last one's, and signs between them."""
    masthead = document.masthead
    said = [squeezed(text.plain) for text in (masthead.name, masthead.label) if text]
    said += [squeezed(document.mark)] if document.mark else []
    numbers = rf"(?<!\d)(?:{page}|{pages})(?!\d)"  # and no other: a line may well be a year or two
    return re.compile(r"(?=.*[^\W_])(?:" + "|".join([r"[\W_]", numbers, *map(re.escape, said)]) + ")+")


def _between(page: Sequence[str], running: re.Pattern[str], signed: str = "") -> range:
    """Return the numbers of a page's lines but of what is running at its ends.

    A letter is `signed` with the name: at a foot it goes once, and only with a number.
    """
    lines, start = list(page), 0
    for end in (0, -1):
        gone = ""
        while lines and (not lines[end].strip() or running.fullmatch(squeezed(lines[end]))):
            line = squeezed(lines[end])
            is_name = end == -1 and signed and signed in line
            if is_name and (signed in gone or not re.search(r"\d", line + gone)):
                break
            gone += line
            del lines[end]
        start = start if end else len(page) - len(lines)
    return range(start, start + len(lines))
