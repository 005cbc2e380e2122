"""An HTML page in; the text of its body, its links and its description out."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from typeset.proof.finished import Finished
from typeset.proof.navigation import Anchor

_SILENT = frozenset(["head", "style", "script", "title"])
_WITHIN = "#"
_WITHIN_LINES = frozenset(
    (
        *("a", "abbr", "b", "cite", "code", "data", "em", "i", "img", "mark", "q", "s"),
        *("small", "span", "strong", "sub", "sup", "time", "u", "wbr"),
    )
)
"""Elements of running text; all others stand on lines of their own."""


def read(data: bytes) -> Finished:
    """Return what a parser of markup finds in a page; all of it is one page of text."""
    page = _Page()
    page.feed(data.decode("utf-8"))
    page.close()
    anchors = tuple(page.anchors())
    return Finished(
        pages=("".join(page.text),),
        links=tuple(anchor.address for anchor in anchors if anchor.address),
        title=page.about.get("title"),
        author=page.about.get("author"),
        language=page.about.get("language"),
        is_tagged=True,
        anchors=anchors,
    )


class _Page(HTMLParser):
    """Collects the text of a page's body and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.links: list[tuple[str, int]] = []
        self.ends: dict[int, int] = {}
        self.names: set[str] = {"", "top"}
        self.about: dict[str, str] = {}
        self.silent = 0
        self.in_title = False

    def anchors(self) -> Iterator[Anchor]:
        """Yield what can be clicked, with what it says."""
        for number, (address, start) in enumerate(self.links):
            said = "".join(self.text[start : self.ends.get(number)])
            if address.startswith(_WITHIN):
                yield Anchor("", said=said, is_dead=address[1:] not in self.names)
            else:
                yield Anchor(address, said=said)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.silent += tag in _SILENT
        self.in_title = tag == "title"
        self.part(tag)
        self.names |= {found[key] for key in ("id", "name") if key in found}
        if tag == "a" and "href" in found:
            self.links.append((found["href"], len(self.text)))
        if tag == "html":
            self.about["language"] = found.get("lang", "")
        if tag == "meta" and found.get("name") == "author":
            self.about["author"] = found.get("content", "")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT
        self.in_title = False
        self.part(tag)
        if tag == "a" and self.links:
            self.ends.setdefault(len(self.links) - 1, len(self.text))

    def part(self, tag: str) -> None:
        """Begin a line where a reader sees one: at each element that is not within a line."""
        if tag not in _WITHIN_LINES:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.about["title"] = data
        if not self.silent:
            self.text.append(data)
