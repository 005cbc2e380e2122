"""An advertisement in Markdown in; its headings, points and paragraphs, without marks and addresses, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typeset.coverage.posting.blocks import Block, Kind
from typeset.coverage.posting.plain import labelled
from typeset.source.place import Source

if TYPE_CHECKING:
    from markdown_it.token import Token


def blocks(source: Source) -> list[Block]:
    """Return the blocks of a text in Markdown (CommonMark, with tables)."""
    from markdown_it import MarkdownIt

    found: list[Block] = []
    depth = 0
    heading = ""
    for token in MarkdownIt("commonmark").enable("table").parse(source.text):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type in ("heading_open", "heading_close"):
            heading = token.tag if token.nesting > 0 else ""
        elif token.type == "inline" and token.map:
            kind = Kind.POINT if depth else Kind.TEXT
            if heading:
                kind = Kind.HEADING if found else Kind.TITLE
            found += labelled(Block(kind, _plain(token), token.map[0] + 1))
        elif token.type in ("fence", "code_block") and token.map:
            found.append(Block(Kind.TEXT, token.content, token.map[0] + 1 + (token.type == "fence")))
    return found


def _plain(token: Token) -> str:
    """Return what a line or more of Markdown says, its lines kept apart."""
    breaks = {"softbreak": "\n", "hardbreak": "\n", "html_inline": " "}
    return "".join(breaks.get(part.type, part.content) for part in token.children or ())
