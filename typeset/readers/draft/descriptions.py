"""The one big text that other formats give an entry in; the model's paragraphs, bullets and what follows them out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from typeset.readers.draft.nodes import listed, literal, mapped, string
from typeset.resume import blocks
from typeset.resume.blocks import Block, List, ListItem
from typeset.source import Fault, Faults, Node, Place

Entries = list[tuple[str, Node | None]]

LONGEST = 15_000
"""Characters of one text of an entry: some five pages."""

_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[•‣▪●○◦·∙⁃►➢✓✔*–—-]|->)\s+(?=\S)|\s*[•‣▪●◦]\s*(?=\S)")
_INLINE_BULLET = re.compile(r"\s*[•▪●]\s*")


def described(markdown: str, place: Place) -> Entries:
    """Return the entries `summary`, `highlights` and `body` of a text in Markdown: before, in and after its first list.

    A numbered list is no list of highlights; it stays where it stands.
    """
    body, _ = blocks.parse(markdown, place)
    found: tuple[Block, ...] = body.blocks if body else ()
    at = next((at for at, block in enumerate(found) if isinstance(block, List) and not block.ordered), len(found))
    bullets = found[at] if at < len(found) else None
    return [
        ("summary", _markdown(found[:at], place)),
        ("highlights", _highlights(bullets.items, place) if isinstance(bullets, List) else None),
        ("body", _markdown(found[at + 1 :], place)),
    ]


def described_plainly(text: str, place: Place) -> Entries:
    """Return the same of a text in which every character means itself, and only lines and bullets tell its parts."""
    return described(markdown_of_lines(text, place), place)


def bounded(text: str, place: Place) -> str:
    """Return a text as it is.

    Raises `Faults` for one of more than `LONGEST` characters: to read Markdown takes long of those that are meant to.
    """
    if len(text) > LONGEST:
        raise Faults([Fault(f"a text of {len(text):,} characters; {LONGEST:,} are read at most", place)])
    return text


def markdown_of_lines(text: str, place: Place) -> str:
    """Return the Markdown of lines of which each is a paragraph, or, behind a bullet, an item of a list.

    Raises `Faults` for more than `LONGEST` characters.
    """
    from typeset.resume.markdown import inline
    from typeset.resume.text import text_of

    made: list[str] = []
    in_list = False
    for line in _lines(bounded(text, place)):
        bullet = _BULLET.match(line)
        said = inline(text_of(line[bullet.end() :] if bullet else line.strip()), starts_line=True)
        if not said:
            in_list = False
        elif bullet:
            made.append(f"- {said}" if in_list else f"\n- {said}")
            in_list = True
        elif in_list and said[0].islower():
            made[-1] += f" {said}"
        else:
            made.append(f"\n{said}")
            in_list = False
    return "\n".join(made).strip()


def rich(text: str, place: Place) -> Node:
    """Return a short text, which may be HTML, as content."""
    if _TAG.search(text):
        return string(" ".join(markdown_of_rich(text, place).split()), place)
    return literal(html.unescape(bounded(text, place)), place)


def markdown_of_rich(text: str, place: Place) -> str:
    """Return the Markdown of a text that may be HTML.

    Raises `Faults` for more than `LONGEST` characters, and for elements that are nested too deep.
    """
    if not _TAG.search(bounded(text, place)):
        return markdown_of_lines(html.unescape(text), place)
    from typeset.readers.draft.html import markdown_of

    made = markdown_of(text)
    if made is None:
        raise Faults([Fault("HTML whose elements are nested too deep", place)])
    return made


def _lines(text: str) -> list[str]:
    """Return the lines of a text; one whose bullets all stand on one line has lost its line ends."""
    lines = text.strip().split("\n")
    if len(lines) == 1 and (len(_INLINE_BULLET.findall(text)) > 1 or _INLINE_BULLET.match(text)):
        before, *items = _INLINE_BULLET.split(lines[0])
        return [before, *(f"• {item}" for item in items)]
    return lines


def _markdown(found: Sequence[Block], place: Place) -> Node | None:
    from typeset.resume.markdown import blocks as markdown

    return string(markdown(found), place) if found else None


def _highlights(items: Iterable[ListItem], place: Place) -> Node | None:
    return listed((_highlight(item, place) for item in items), place)


def _highlight(item: ListItem, place: Place) -> Node:
    from typeset.resume.markdown import inline

    text = string(inline(item.text), place)
    if not item.blocks:
        return text
    first, *rest = item.blocks
    nested = first if isinstance(first, List) and not first.ordered else None
    below = rest if nested else item.blocks
    return mapped(
        [
            ("text", text if text.text else None),
            ("highlights", _highlights(nested.items, place) if nested else None),
            ("body", _markdown(below, place)),
        ],
        place,
    )
