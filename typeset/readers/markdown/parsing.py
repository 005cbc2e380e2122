"""Markdown text in, its blocks out in the order written: headings, definitions and the blocks that every CV has.

CommonMark with GitHub's tables and pandoc's definition lists; the only module of the readers that knows markdown-it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from textwrap import dedent
from typing import TYPE_CHECKING

from typeset.readers.draft.notes import Fate, Note
from typeset.readers.markdown.bounds import check_tokens
from typeset.readers.markdown.inline import Hidden, html_lines, line_place, lines, literal_lines
from typeset.readers.outline.shapes import Block, Item, Line, List, Paragraph, Quote, Table
from typeset.resume.text import any_address
from typeset.source import Fault, Faults, Place, Scalar, Source

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

DEEPEST = 60
"""Levels of tokens: twenty lists in each other."""
_HIGHEST_NUMBER = 100
"""A list that begins with a higher number is none: "1999. A good year."."""
_LIST = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\S")


@dataclass(frozen=True, slots=True)
class Title:
    """A heading of level 1 to 6, in one line or several."""

    level: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A term, and the blocks that say what it is."""

    term: tuple[Line, ...]
    blocks: tuple[Block, ...]


Thing = Title | Definition | Block


def things(source: Source, hidden: Hidden) -> tuple[Thing, ...]:
    """Return what a file says; gathers in `hidden` what it does not show.

    Raises `Faults` for what is larger than any CV, and for lists nested too deep.
    """
    return _Reader(source, hidden).read(source.text, 0)


@cache
def _parser(*, with_inline: bool = True) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin

    markdown = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").use(deflist_plugin)
    markdown.validateLink = any_address  # type: ignore[assignment, method-assign]
    return markdown if with_inline else markdown.disable("inline")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Walks the tree of a text that begins after line `offset` of a file."""

    source: Source
    hidden: Hidden
    offset: int = 0

    def read(self, text: str, offset: int) -> tuple[Thing, ...]:
        """Return the things of a text."""
        from markdown_it.tree import SyntaxTreeNode

        tokens = _parser(with_inline=False).parse(text)
        check_tokens(tokens, self.source, offset)
        tokens = _parser().parse(text)
        if any(token.level >= DEEPEST - 1 for token in tokens):
            raise Faults([Fault("lists or quotations are nested too deep", Place(self.source, offset + 1, 1))])
        reader = _Reader(self.source, self.hidden, offset)
        return tuple(thing for node in SyntaxTreeNode(tokens).children for thing in reader.thing(node))

    def thing(self, node: SyntaxTreeNode) -> Iterator[Thing]:
        """Yield what a node is at the top of a file."""
        match node.type:
            case "heading":
                if said := self.inline(node):
                    yield Title(int(node.tag[1:]), said)
            case "dl":
                yield from self.definitions(node)
            case _:
                yield from self.block(node)

    def block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Yield the blocks that a node is: none for a rule, several for what Markdown reads otherwise than people."""
        match node.type:
            case "paragraph" | "heading":
                if said := self.inline(node):
                    yield Paragraph(said)
            case "ordered_list" if int(node.attrs.get("start", 1)) > _HIGHEST_NUMBER:
                yield from self.numbered(node)
            case "bullet_list" | "ordered_list":
                items = tuple(item for child in node.children if (item := self.item(child)))
                if items:
                    yield List(items, node.type == "ordered_list")
            case "blockquote":
                if blocks := self.blocks(node):
                    yield Quote(blocks)
            case "table":
                yield Table(tuple(self.rows(node)))
            case "dl":
                for definition in self.definitions(node):
                    yield List((Item(definition.term, definition.blocks),))
            case "code_block" | "fence":
                yield from self.code(node)
            case "html_block":
                if said := html_lines(node.content, self.place(node), self.hidden):
                    yield Paragraph(said)

    def blocks(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        """Return the blocks below a node."""
        return tuple(block for child in node.children for block in self.block(child))

    def place(self, node: SyntaxTreeNode) -> Place:
        return line_place(self.source, (node.map[0] if node.map else 0) + self.offset + 1)

    def inline(self, node: SyntaxTreeNode) -> tuple[Line, ...]:
        """Return the lines of a node that holds text."""
        found = next((child for child in node.children if child.type == "inline"), None)
        return lines(found.token.children or [], self.place(node), self.hidden) if found and found.token else ()

    def item(self, node: SyntaxTreeNode) -> Item | None:
        """Return a point of a list: its first paragraph, and what is below it."""
        children = node.children
        if children and children[0].type == "dl":
            first, *others = self.definitions(children[0])
            more = [List((Item(found.term, found.blocks),)) for found in others]
            below = [block for child in children[1:] for block in self.block(child)]
            return Item(first.term, (*first.blocks, *more, *below))
        blocks = self.blocks(node)
        match blocks:
            case (Paragraph(said), *rest):
                return Item(said, tuple(rest))
        return Item((), blocks) if blocks else None

    def numbered(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Yield the points of a list that is none as paragraphs that begin with their numbers."""
        for child in node.children:
            number = f"{child.info}{child.markup}"
            place = self.place(child)
            self.note(f"`{number}` begins a sentence, not a list", place)
            match self.blocks(child):
                case (Paragraph((first, *more)), *rest):
                    said = Scalar(f"{number} {first.text.text}", place)
                    yield Paragraph((Line(said, first.ends), *more))
                    yield from rest
                case rest:
                    yield Paragraph((Line(Scalar(number, place)),))
                    yield from rest

    def rows(self, node: SyntaxTreeNode) -> Iterator[tuple[Scalar, ...]]:
        """Yield the rows of a table."""
        for row in (row for part in node.children for row in part.children):
            cells = [(self.inline(cell), self.place(row)) for cell in row.children]
            yield tuple(said[0].text if said else Scalar("", place) for said, place in cells)

    def code(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Yield a block of code: lines that stand as they are, or a list that was indented too far."""
        place = self.place(node)
        if node.type == "code_block" and _LIST.match(node.content):
            self.note("what is indented like code is a list", place)
            for thing in self.read(dedent(node.content), place.line - 1):
                yield from (thing,) if not isinstance(thing, Title | Definition) else ()
            return
        line = place.line + (node.type == "fence")
        if said := literal_lines(node.content, Place(self.source, line, 1)):
            yield Paragraph(said)

    def definitions(self, node: SyntaxTreeNode) -> Iterator[Definition]:
        """Yield the terms of a definition list; several definitions of one term are its blocks, one after another."""
        term: tuple[Line, ...] = ()
        blocks: list[Block] = []
        for child in node.children:
            if child.type == "dt":
                if term or blocks:
                    yield Definition(term, tuple(blocks))
                term, blocks = self.inline(child), []
            else:
                blocks += self.blocks(child)
        yield Definition(term, tuple(blocks))

    def note(self, message: str, place: Place) -> None:
        self.hidden.notes.append(Note(Fate.REPAIRED, message, place))
