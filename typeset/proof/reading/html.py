"""An HTML page in; the text of its body, its links and its description out."""

from __future__ import annotations

from html.parser import HTMLParser

from typeset.proof.finished import Finished

_SILENT = frozenset(["head", "style", "script", "title"])


def read(data: bytes) -> Finished:
    """Return what a parser of markup finds in a page; all of it is one page of text."""
    page = _Page()
    page.feed(data.decode("utf-8"))
    page.close()
    return Finished(
        pages=("".join(page.text),),
        links=tuple(page.links),
        title=page.about.get("title"),
        author=page.about.get("author"),
        language=page.about.get("language"),
        is_tagged=True,
    )


class _Page(HTMLParser):
    """Collects the text of a page's body and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.links: list[str] = []
        self.about: dict[str, str] = {}
        self.silent = 0
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.silent += tag in _SILENT
        self.in_title = tag == "title"
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag == "html":
            self.about["language"] = found.get("lang", "")
        if tag == "meta" and found.get("name") == "author":
            self.about["author"] = found.get("content", "")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT
        self.in_title = False

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.about["title"] = data
        if not self.silent:
            self.text.append(data)
