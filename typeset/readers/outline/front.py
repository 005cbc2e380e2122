"""What stands before a CV's first section in; the person's name, what they are, how to reach them, and the rest out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from typeset.readers.draft.notes import Fate, Note
from typeset.readers.outline.bodies import plain
from typeset.readers.outline.contact import Contact
from typeset.readers.outline.pieces import piece_of
from typeset.readers.outline.shapes import Block, Line, Outline, Paragraph
from typeset.readers.outline.vocabulary import names_role
from typeset.resume import links
from typeset.source import Scalar

_LONGEST_LABEL = 100
_MOST_LABEL_WORDS = 12


@dataclass(slots=True)
class Front:
    """What the first lines say; `prose` is what is left of them."""

    name: Scalar | None = None
    label: Scalar | None = None
    contact: Contact = field(default_factory=Contact)
    prose: list[Block] = field(default_factory=list)


def front(outline: Outline) -> Front:
    """Return what an outline says before its sections."""
    found = Front(outline.title)
    blocks = list(outline.front)
    if not found.name:
        found.name, blocks = _first_line(blocks)
    if found.name:
        found.contact.name(found.name)
    for number, block in enumerate(blocks):
        if found.contact.gather(block):
            _label_of_rest(found)
        elif not found.label and not found.prose and (label := _label(block, alone=number + 1 == len(blocks))):
            found.label = label
        else:
            found.prose.append(block)
    return found


def _first_line(blocks: list[Block]) -> tuple[Scalar | None, list[Block]]:
    """Return the first line of the first paragraph as the name, and the blocks without it."""
    if not blocks or not isinstance(first := blocks[0], Paragraph):
        return None, blocks
    name, *rest = first.lines
    piece = piece_of(name.text)
    if len(piece.plain) > _LONGEST_LABEL:
        return None, blocks
    below = [Paragraph(tuple(rest))] if rest else []
    return piece.node(), [*below, *blocks[1:]]


def _label(block: Block, *, alone: bool) -> Scalar | None:
    """Return what a person is: a short line that stands below the name."""
    if not isinstance(block, Paragraph) or len(block.lines) != 1:
        return None
    line: Line = block.lines[0]
    words = plain(line.text)
    is_short = len(words) <= _LONGEST_LABEL and len(words.split()) <= _MOST_LABEL_WORDS
    is_sentence = words.endswith(".") and (alone or len(words.split()) > _MOST_LABEL_WORDS // 2)
    return piece_of(line.text).node() if is_short and not is_sentence else None


def _label_of_rest(found: Front) -> None:
    """Take what a person is out of what no contact data was made of."""
    rest = found.contact.rest
    if not found.label and rest and _is_role(rest[0]):
        found.label = rest.pop(0)


def _is_role(line: Scalar) -> bool:
    words = plain(line)
    return names_role(words) and len(words.split()) <= _MOST_LABEL_WORDS // 2 and ":" not in words


def leads_nowhere(line: Scalar) -> bool:
    """Whether a line is a link that only led from a page to its neighbours: "[Download PDF](resume.pdf)"."""
    link = piece_of(line).link
    return bool(link and links.problem(link))


def moved_rest(rest: Sequence[Scalar]) -> list[Note]:
    """Return the notes for pieces of the first lines that nothing shows."""
    return [Note(Fate.MOVED, f"“{plain(line)}”, to `x.front`: a link within a site", line.place) for line in rest]
