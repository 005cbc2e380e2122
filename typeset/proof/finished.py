"""The bytes of a finished file in; what an independent reader finds in it out. A format is a module and a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module

from typeset.proof.fonts import EmbeddedFont
from typeset.proof.navigation import Anchor, Bookmark
from typeset.proof.search.found import Inside
from typeset.proof.sheets import Sheet
from typeset.proof.standards import Breach
from typeset.proof.tags import Tag


@dataclass(frozen=True, slots=True)
class Reader:
    """The module that reads a format back, and the rules that speak of what it finds."""

    module: str
    rules: frozenset[str]


_EVERYWHERE = ("withheld", "leaks", "active")


def _row(module: str, *rules: str) -> Reader:
    return Reader(f"typeset.proof.reading.{module}", frozenset([*rules, *_EVERYWHERE]))


_ON_PAPER = ("words", "pages", "characters", "fonts", "description", "hidden")

_OF_SHEETS = (
    "edges",
    "margins",
    "clipped",
    "overlap",
    "small",
    "contrast",
    "stranded",
    "widows",
    "ending",
    "blank",
    "images",
)

_OF_READING = ("order", "name", "contact", "entries", "bullets", "headings", "structure", "breaks", "joins")

READERS = {
    "pdf": _row("pdf", *_ON_PAPER, *_OF_SHEETS, *_OF_READING, "links", "source", "archive", "outline", "window"),
    "print": _row("pdf", *_ON_PAPER, *_OF_SHEETS),
    "html": _row("html", "words", "joins", "characters", "links", "description"),
    "txt": _row("txt", "words", "joins", "characters"),
    "docx": _row("docx", "words", "joins", "characters", "links", "description", "headings"),
    "odt": _row("odt", "words", "joins", "characters", "links", "description", "headings"),
    "md": _row("markdown", "words", "joins", "characters", "links"),
    "latex": _row("latex", "characters", "links"),
    "json": _row("json", "content"),
    "yaml": _row("yaml", "content"),
    "jsonld": _row("jsonld", "said", "characters"),
    "vcard": _row("vcard", "card", "characters"),
    "png": _row("png", "pages", "pictures"),
    "svg": _row("svg", "pages", "pictures"),
}
"""How each format is read back and held to its claim."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page: its size, in units of its own, and whether nothing is on it."""

    width: int
    height: int
    is_blank: bool


LEAST_CONTRAST = 1.5
"""The contrast from which a colour can be told from what is behind it, however light a grey somebody likes."""
SMALLEST = 5.0
"""Points: the size of an index figure in type of eight points."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that a page shows in one piece: its size in points, its contrast (1 to 21) with what is behind it."""

    text: str
    page: int
    size: float
    contrast: float
    is_on_page: bool

    @property
    def is_seen(self) -> bool:
        """Whether somebody who looks at the page finds it."""
        return self.is_on_page and self.size >= SMALLEST and self.contrast >= LEAST_CONTRAST


@dataclass(frozen=True, slots=True)
class Finished:
    """A file read back: the text of each page or its picture, its links, its fonts, what it says of itself.

    `unseen` is the text that is there for programs alone; `sheets` have what stands where on paper; `tags` what the
    structure tree says, in its order; `breaches` are of the `standards` that it declares; `label_starts` are the pages
    at which labels begin anew; `anchors` can be clicked; `inside` is all that its bytes hold; `files` are its files as
    they are.
    """

    pages: tuple[str, ...]
    links: tuple[str, ...] = ()
    fonts: tuple[EmbeddedFont, ...] = ()
    pictures: tuple[Picture, ...] = ()
    title: str | None = None
    author: str | None = None
    language: str | None = None
    is_tagged: bool = False
    attachments: tuple[tuple[str, bytes], ...] = ()
    standards: frozenset[str] = frozenset()
    contradictions: tuple[str, ...] = ()
    unseen: tuple[Stretch, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    tags: tuple[Tag, ...] = ()
    breaches: tuple[Breach, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    label_starts: tuple[int, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    inside: Inside = field(default=Inside(), repr=False)
    files: tuple[bytes, ...] = field(default=(), repr=False)


def read_back(files: Sequence[bytes], format_name: str) -> Finished:
    """Return what is found in the files of one of `READERS`, the main one first, and all that is in them."""
    from typeset.proof.search.inside import inside

    finished: Finished = import_module(READERS[format_name].module).read(*files)
    held = finished.inside if finished.inside.layers else inside(files)
    return replace(finished, files=tuple(files), inside=held)
