"""Markdown in; its words and links, as a parser of CommonMark finds them, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from typeset.proof.finished import Finished

if TYPE_CHECKING:
    from markdown_it.token import Token


def read(data: bytes) -> Finished:
    """Return the text of all paragraphs and headings, each on a line; HTML in it counts as text that nobody wrote."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark").enable(["strikethrough", "table"])
    tokens = [token for block in markdown.parse(data.decode()) for token in (block, *(block.children or ()))]
    links = tuple(str(token.attrs["href"]) for token in tokens if token.type == "link_open")
    return Finished(pages=("".join(_said(tokens)),), links=links)


def _said(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline", "code_block", "fence", "html_block", "html_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak", "inline"):
            yield "\n"
