"""A CV in Markdown, pandoc's, GitHub's or Jekyll's, in; a draft of content out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.nodes import listed, mapped
from typeset.readers.draft.sample import Sample
from typeset.readers.markdown.bounds import check_text
from typeset.readers.markdown.front_matter import FrontMatter, front_matter
from typeset.readers.markdown.inline import Hidden
from typeset.readers.markdown.outlining import outlined
from typeset.readers.markdown.parsing import things
from typeset.readers.markdown.repair import repaired
from typeset.readers.outline.making import made
from typeset.readers.outline.shapes import Item, Line, List, Outline
from typeset.source import Node, Place, Scalar

TITLE = "Markdown"

_MARKS = re.compile(
    r"^(?:#{1,6}\s+\S|={3,}\s*$|-{3,}\s*$)|\*\*[^*\n]+\*\*|^\s*[:~]\s+\S|\[[^\]\n]+\]\([^)\s]+\)|^\s*\* \S|<!--|^```",
    re.MULTILINE,
)
_HEADING = re.compile(r"^#{1,6}\s+\S.*$|(?:\A|(?<=\n\n))\S.*\n(?:=+|-+)[ \t]*$", re.MULTILINE)
_LEAST_MARKS = 3


def recognizes(sample: Sample) -> bool:
    """Whether a file is text with a heading and other marks of Markdown."""
    if sample.is_binary:
        return False
    text = sample.text.text
    return bool(_HEADING.search(text)) and sum(1 for _ in _MARKS.finditer(text)) >= _LEAST_MARKS


def read(sample: Sample) -> Draft:
    """Return the draft of a Markdown file. Raises `Faults` for one that is too long or nested too deep."""
    check_text(sample.text)
    matter, source = front_matter(sample.text)
    source, repairs = repaired(source)
    hidden = Hidden()
    found = things(source, hidden)
    outline = outlined(found, Place(source, 1, 1), matter.said.get("name") or matter.said.get("title"))
    notes = (*matter.notes, *repairs, *hidden.notes)
    return made(_with_matter(outline, matter), notes, _hidden(hidden, matter, outline.place))


def _with_matter(outline: Outline, matter: FrontMatter) -> Outline:
    """Return an outline with what stood above the file among its first lines."""
    labels = {"github": "GitHub: ", "linkedin": "LinkedIn: ", "twitter": "Twitter: ", "gitlab": "GitLab: ", "orcid": ""}
    labels |= {"location": "Address: ", "phone": "Phone: "}
    lines = [
        Item((Line(Scalar(f"{labels.get(name, '')}{value.text}", value.place), ends=True),))
        for name, value in matter.said.items()
        if name not in ("name", "title", "label")
    ]
    return replace(outline, front=(List(tuple(lines)), *outline.front)) if lines else outline


def _hidden(hidden: Hidden, matter: FrontMatter, place: Place) -> Iterator[tuple[str, Node]]:
    """Yield what no page shows, by the keys that it has under `x`."""
    for name, found in (("comments", hidden.comments), ("pictures", hidden.pictures)):
        if node := listed(found, place):
            yield name, node
    if matter.rest:
        yield "frontMatter", mapped(matter.rest, place)
