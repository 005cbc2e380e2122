"""A Markdown text that ends in a list in, the text before it and the list's points as highlights out."""

from __future__ import annotations

from typeset.readers.draft.nodes import listed, mapped, string
from typeset.resume.blocks import Block, List, ListItem, Paragraph
from typeset.source import Node, Place, Scalar, Sequence


def split(node: Scalar) -> tuple[Scalar | None, Sequence] | None:
    """Return the paragraphs of a text and the points below them; None unless it is paragraphs and then one list.

    The first scalar of what is returned has the text's own place.
    """
    from typeset.resume import blocks
    from typeset.resume.markdown import blocks as markdown

    found = blocks.parse(node.text, node.place)[0].blocks
    if not found or not all(isinstance(block, Paragraph) for block in found[:-1]):
        return None
    last = found[-1]
    if not isinstance(last, List) or last.ordered:
        return None
    before = string(markdown(found[:-1]), node.place) if found[:-1] else None
    points = _points(last, node.place, None if before else node.place)
    return (before, points) if points else None


def _points(block: List, place: Place, first: Place | None = None) -> Sequence | None:
    places = [(first if not number else None) or item.text.place or place for number, item in enumerate(block.items)]
    return listed((_point(item, there) for item, there in zip(block.items, places, strict=True)), place)


def _point(item: ListItem, place: Place) -> Node:
    from typeset.resume.markdown import blocks as markdown
    from typeset.resume.markdown import inline

    text = string(inline(item.text), place)
    if not item.blocks:
        return text
    lists = [block for block in item.blocks if isinstance(block, List) and not block.ordered]
    others: list[Block] = [block for block in item.blocks if block not in lists]
    if len(lists) != 1 or others:
        return mapped([("text", text), ("body", string(markdown(item.blocks), place))], place)
    return mapped([("text", text), ("highlights", _points(lists[0], place))], place)
