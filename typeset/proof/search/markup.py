"""HTML, SVG or any XML in; the words in it, its attributes, its comments and the files in it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from typeset.proof.search.layers import Layer, embedded, layers

_IN_WORDS = (
    "href xlink:href src target content alt title descr value id name draw:name cite datetime placeholder summary "
    "aria-label aria-description w:author w:initials w:instr"
)
_SAYING = frozenset(_IN_WORDS.split())
"""Attributes that say something in words of the content; others say it in words of their format."""
_WORD = re.compile(r"[^\W\d_]{3}")
_SOURCES = ("script", "style")


def markup(text: str, where: str, depth: int) -> Iterator[Layer]:
    """Yield the words of markup, once as they stand side by side and once apart; whatever else it says; its files."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    yield Layer(where, "".join(reader.said))
    yield Layer(where, " ".join(reader.said))
    said, found = embedded("\n".join(reader.attributes), where, depth)
    yield Layer(f"the attributes of {where}", said)
    for script in reader.scripts:
        yield from layers(script.encode(), f"a script in {where}", depth + 1)
    source, more = embedded("\n".join(reader.source), where, depth)
    yield Layer(f"the source of {where}", source, source=True)
    yield from (*found, *more)


class _Reader(HTMLParser):
    """Collects everything, whether it is well-formed or not."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.attributes: list[str] = []
        self.source: list[str] = []
        self.scripts: list[str] = []
        self.within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = tag if tag in _SOURCES else ""
        for name, value in attrs:
            if value and (name in _SAYING or name.startswith("data-")):
                self.attributes += [value, *([value.replace("-", "/")] if " " not in value else [])]
            elif value and _WORD.search(value):
                self.source.append(value)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # the signature of the standard library
        self.within = ""

    def handle_data(self, data: str) -> None:
        kept = {"script": self.scripts, "style": self.source}.get(self.within, self.said)
        kept.append(data)

    def handle_comment(self, data: str) -> None:
        self.said.append(f" {data} ")

    def handle_pi(self, data: str) -> None:
        self.source.append(data)

    def unknown_decl(self, data: str) -> None:
        self.said.append(data)

    def handle_decl(self, decl: str) -> None:
        self.source.append(decl)
