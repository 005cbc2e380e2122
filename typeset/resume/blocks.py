"""Block text: Markdown source in; paragraphs, lists and quotations out, in the order written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from typeset.resume.text import DEEPEST, Text, link_faults, restricted, runs, text_of
from typeset.source import Fault, Place

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.tree import SyntaxTreeNode

_NUMBER = re.compile(r"\d+")
TOLD_BY = 16
"""Characters of a paragraph's beginning by which it is found again in its file."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Text


@dataclass(frozen=True, slots=True)
class ListItem:
    """A point of a list: its text, perhaps under a label, and blocks of its own below."""

    text: Text
    label: Text | None = None
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """Points, numbered or not."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Note(Quote):
    """The applicant's own words, for no other eyes; whoever does not know it sets it as a quotation."""


@dataclass(frozen=True, slots=True)
class Terms:
    """A label and what it lists on one line: "Technologies: Python, Rust"."""

    label: Text | None
    items: tuple[Text, ...]


Block = Paragraph | List | Quote | Terms


@dataclass(frozen=True, slots=True)
class Body:
    """Ordered blocks, and their versions in other languages."""

    blocks: tuple[Block, ...]
    language: str | None = None
    versions: tuple[Body, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.blocks)


def parse(markdown: str, place: Place) -> tuple[Body, list[Fault]]:
    """Return the blocks that `markdown` says, and a fault for each link that no CV may hold."""
    from markdown_it.tree import SyntaxTreeNode

    tokens = _parser().parse(markdown)
    if any(token.level >= DEEPEST - 1 for token in tokens):  # markdown-it drops what lies deeper
        return Body(()), [Fault("lists or quotations are nested too deep", place)]
    faults: list[Fault] = []
    return Body(_blocks(SyntaxTreeNode(tokens).children, place, faults)), faults


@cache
def _parser() -> MarkdownIt:
    markdown = restricted(["list", "blockquote"])
    markdown.block.ruler.at("list", _list_from_one, {"alt": ["paragraph", "blockquote"]})
    return markdown


def _list_from_one(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Markdown's rule for lists, except that "1999. A good year." begins none: the number would be lost."""
    from markdown_it.rules_block import list_block

    number = _NUMBER.match(state.src, state.bMarks[start] + state.tShift[start])
    return (silent or not number or int(number[0]) == 1) and list_block(state, start, end, silent)


def _blocks(nodes: list[SyntaxTreeNode], place: Place, faults: list[Fault]) -> tuple[Block, ...]:
    return tuple(block for node in nodes if (block := _block(node, place, faults)) and _says_something(block))


def _says_something(block: Block) -> bool:
    match block:
        case Paragraph():
            return bool(block.text)
        case Quote():
            return bool(block.blocks)
        case _:
            return bool(block.items)


def _block(node: SyntaxTreeNode, place: Place, faults: list[Fault]) -> Block | None:
    match node.type:
        case "bullet_list" | "ordered_list":
            items = (_item(item, place, faults) for item in node.children)
            return List(tuple(item for item in items if item.text or item.blocks), ordered=node.type == "ordered_list")
        case "blockquote":
            return Quote(_blocks(node.children, place, faults))
        case "paragraph":
            return Paragraph(_text(node, place, faults))
        case _:
            return None


def _item(node: SyntaxTreeNode, place: Place, faults: list[Fault]) -> ListItem:
    first, rest = text_of("", place), node.children
    if rest and rest[0].type == "paragraph":
        first, rest = _text(rest[0], place, faults), rest[1:]
    return ListItem(first, blocks=_blocks(rest, place, faults))


def _text(paragraph: SyntaxTreeNode, place: Place, faults: list[Fault]) -> Text:
    inline = paragraph.children[0].token if paragraph.children else None
    said = tuple(runs(inline.children or [])) if inline else ()
    text = Text(said, place.at(said[0].text[:TOLD_BY]) if said else place)
    faults += link_faults(text)
    return text
