"""An advertisement as a web page in; what a reader of it sees as headings, points and paragraphs out."""

from __future__ import annotations

from html.parser import HTMLParser

from typeset.coverage.posting.blocks import Block, Kind
from typeset.coverage.posting.plain import labelled
from typeset.source.place import Source

_SILENT = frozenset(["head", "script", "style", "template", "noscript", "nav", "footer", "form", "button", "svg"])
_STYLES = frozenset(["b", "code", "em", "font", "i", "mark", "small", "strong", "sub", "sup", "u"])
_INLINE = _STYLES | {"a", "abbr", "q", "span", "wbr"}
_KINDS = {"li": Kind.POINT, "dd": Kind.POINT, "h1": Kind.TITLE} | {f"h{level}": Kind.HEADING for level in range(2, 7)}
_WITHOUT_END = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"])
_DEEPEST = 200
"""Elements in each other; what stands deeper counts as of the last of them."""


def blocks(source: Source) -> list[Block]:
    """Return the blocks of a page; menus, forms and what frames the page are left out."""
    page = _Page()
    page.feed(source.text)
    page.close()
    page.end_block()
    return page.found


class _Page(HTMLParser):
    """Gathers text till something begins or ends that is no part of a line."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Block] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.first = self.line = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the parser's
        if tag not in _INLINE:
            self.end_block()
        if tag not in _WITHOUT_END and len(self.open) < _DEEPEST:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.end_block()
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if _SILENT & set(self.open) or not (data.strip() or self.text):
            return
        line = self.getpos()[0]
        if not self.text:
            self.first = self.line = line
        self.text.append("\n" * (line - self.line) + data)
        self.line = line + data.count("\n")

    def end_block(self) -> None:
        """Put what was gathered in the row of blocks."""
        text = "".join(self.text)
        if text.strip():
            kind = next((_KINDS[tag] for tag in reversed(self.open) if tag in _KINDS), Kind.TEXT)
            self.found += labelled(Block(kind, text, self.first))
        self.text = []
