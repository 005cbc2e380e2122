"""HTML, SVG or any XML in; its words, its attributes, its comments, what in it would act, and the files in it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from typeset.proof.search.found import Act, Enclosed, Found, Layer, Trace
from typeset.proof.search.words import embedded

_IN_WORDS = (
    "href xlink:href src target content alt title descr value id name draw:name cite datetime placeholder summary "
    "aria-label aria-description w:author w:initials w:instr"
)
_SAYING = frozenset(_IN_WORDS.split())
"""Attributes that say something in words of the content; others say it in words of their format."""
_WORD = re.compile(r"[^\W\d_]{3}")
_SOURCES = ("script", "style")
_DATA_ALONE = frozenset(["application/ld+json", "application/json"])
"""Types of scripts that are not run."""
_RUN_OR_FETCH = (
    "applet audio base embed fencedframe form foreignobject frame frameset handler iframe object portal video "
    "office:dde-source draw:applet draw:floating-frame draw:object-ole draw:plugin text:execute-macro "
    "script:event-listener office:event-listener presentation:event-listener form:form"
)
_ACTING = frozenset(_RUN_OR_FETCH.split())
"""Elements that run, fetch, play or send something, of HTML, of SVG and of OpenDocument."""
_FETCHED = frozenset(
    ["src", "srcset", "poster", "data", "background", "xlink:href", "href", "ping", "action", "formaction"]
)
_LED_TO = frozenset(["a", "area", "text:a", "draw:a"])
"""Elements that fetch nothing before somebody follows them."""
_FETCHING_LINKS = frozenset(
    ["stylesheet", "icon", "preload", "prefetch", "preconnect", "modulepreload", "manifest", "import"]
)
_REMOTE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_IN_STYLE = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])((?:[a-z][a-z0-9+.-]*:)?//[^\s\"')]+)", re.IGNORECASE)
_FIELDS = re.compile(r"\b(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|MACROBUTTON|IMPORT|LINK|DATABASE)\b")
"""Fields of Word that fetch or run something (ISO/IEC 29500-1, 17.16.5)."""


def markup(text: str, where: str) -> Iterator[Found]:
    """Yield the words of markup, once as they stand side by side and once apart; whatever else it says; its files."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    yield Layer(where, "".join(reader.said))
    yield Layer(where, " ".join(reader.said))
    said, found = embedded("\n".join(reader.attributes), where)
    yield Layer(f"the attributes of {where}", said)
    for script in reader.scripts:
        yield Enclosed(f"a script in {where}", script.encode())
    styles = "\n".join(reader.source)
    source, more = embedded(styles, where)
    yield Layer(f"the source of {where}", source, source=True)
    yield from (*found, *more)
    fetched = (f"a style sheet that fetches `{address}`" for address in _IN_STYLE.findall(source))
    yield from (Act(what, where) for what in dict.fromkeys([*reader.acts, *fetched]))
    if reader.has_metadata:
        yield Trace("metadata", where)


class _Reader(HTMLParser):
    """Collects everything, whether it is well-formed or not."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.attributes: list[str] = []
        self.source: list[str] = []
        self.scripts: list[str] = []
        self.acts: list[str] = []
        self.within = ""
        self.root = ""
        self.has_metadata = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = tag if tag in _SOURCES else ""
        self.root = self.root or tag
        self.has_metadata |= tag == "metadata" and self.root == "svg"
        said = {name: value or "" for name, value in attrs}
        self.acts += acts(tag, said)
        for name, value in said.items():
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


def acts(tag: str, said: dict[str, str]) -> Iterator[str]:
    """Yield what an element would run, fetch, play or send, by its name and its attributes."""
    if tag == "script" and said.get("type", "").lower() not in _DATA_ALONE:
        yield "a script"
    elif tag in _ACTING:
        yield f"an element `{tag}`"
    elif tag == "meta" and said.get("http-equiv", "").lower() == "refresh":
        yield "a page that loads another"
    elif tag == "relationship":
        yield from _related(said)
    if tag == "w:fldsimple" and _FIELDS.search(said.get("w:instr", "")):
        yield "a field that fetches something"
    is_link = tag == "link" and not _FETCHING_LINKS & set(said.get("rel", "").lower().split())
    for name, value in said.items():
        if name.startswith("on") and ":" not in name and tag != "relationship":
            yield f"a script for `{name}`"
        elif name in _FETCHED and _REMOTE.match(value) and not is_link and (tag not in _LED_TO or name == "ping"):
            yield f"something fetched from `{value.strip()}`"


def _related(said: dict[str, str]) -> Iterator[str]:
    """Yield what a part of a Word file fetches (ISO/IEC 29500-2, 6.5); addresses that it leads to are links."""
    kind = said.get("type", "").rpartition("/")[2]
    if said.get("targetmode") == "External" and kind != "hyperlink":
        yield f"something fetched from `{said.get('target', '')}`"
