"""A template's text in; what its markup breaks in PDF/UA, or lets in that nobody vouches for, out, at its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from typeset.source import Fault, Place, Severity, Source
from typeset.source.characters import place_at
from typeset.theme.lint import constructs
from typeset.theme.lint.sheet import read_attribute

_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_STATEMENT = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_NAMING = re.compile(r"(?:\{%|<%)[-+]?\s*(?:include|import|from|extends)\b(.*?)%[}>]", re.DOTALL)
_QUOTED = re.compile(r"""["']([^"']+\.(?:html|tex))["']""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_UNESCAPED = re.compile(r"\|\s*safe\b|\bautoescape\s+false\b")
_OWN_SOURCE = re.compile(r"\{\{[-+]?\s*web\.(?:style|screen|data)\s*(?:\|\s*safe\s*)?[-+]?\}\}")
"""What the compiler hands a page that is published: its style sheets and its JSON-LD, escaped for where they stand."""

ACTIVE = frozenset(
    "script iframe frame object embed applet base link form input button video audio".split()  # noqa: SIM905  # a list
)
"""Elements that run something, fetch something, or send something."""
_DATA = "application/ld+json"


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute as written: its name, its value without quotes (None without one), whether it is quoted, its place.

    `value` has the template's own expressions, which `is_filled` tells of.
    """

    name: str
    value: str | None
    is_quoted: bool
    is_filled: bool
    place: Place


def names(source: Source) -> Iterator[tuple[str, Place]]:
    """Yield the templates that a template names, and where."""
    for match in _NAMING.finditer(source.text):
        for name in _QUOTED.finditer(match[1]):
            yield name[1], place_at(source, match.start(1) + name.start(1), len(name[1]))


def faults_of(source: Source) -> Iterator[Fault]:
    """Yield what is wrong with the markup of a template."""
    yield from _unescaped(source)
    yield from _private(source)
    parser = _Parser(source)
    parser.feed(_STATEMENT.sub(_blank, _EXPRESSION.sub(_filled, source.text)))
    parser.close()
    yield from parser.faults


def _unescaped(source: Source) -> Iterator[Fault]:
    own = [match.span() for match in _OWN_SOURCE.finditer(source.text)]
    for match in _UNESCAPED.finditer(source.text):
        if not any(start <= match.start() < end for start, end in own):
            message = f"`{match[0].strip('| ')}` lets markup of the content onto the page"
            yield Fault(message, place_at(source, match.start(), len(match[0])), "set texts with `|inline`")


def _private(source: Source) -> Iterator[Fault]:
    for at, char in enumerate(source.text):
        if unicodedata.category(char) == "Co":
            message = f"U+{ord(char):04X} means nothing outside an icon font"
            yield Fault(message, place_at(source, at), "set an icon as a background, or leave it out")


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _filled(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", "x", match[0])


class _Parser(HTMLParser):
    """Reads markup in which every expression is a word, and every statement white space, of the same length."""

    def __init__(self, source: Source) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.faults: list[Fault] = []
        self.open: list[str] = []

    @property
    def here(self) -> Place:
        line, column = self.getpos()
        return Place(self.source, line, column + 1)

    @property
    def reached(self) -> int:
        line, column = self.getpos()
        return sum(len(each) + 1 for each in self.source.lines[: line - 1]) + column

    def fault(self, message: str, place: Place, hint: str | None = None, severity: Severity = Severity.ERROR) -> None:
        self.faults.append(Fault(message, place, hint, severity))

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # they have lost their places
        found = list(self.attributes(tag))
        known = {attribute.name: attribute for attribute in found}
        place = Place(self.source, self.here.line, self.here.column, len(tag) + 1)
        self.element(tag, known, place)
        for attribute in found:
            self.attribute(tag, attribute)
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        inside = self.cdata_elem
        start = self.reached
        for match in _EXPRESSION.finditer(self.source.text, start, start + len(data)) if inside else ():
            if not _OWN_SOURCE.fullmatch(match[0]):
                place = place_at(self.source, match.start(), len(match[0]))
                self.fault(f"a value inside `<{inside}>` can say anything there", place, "make it an option")

    def element(self, tag: str, known: dict[str, Attribute], place: Place) -> None:
        parent = self.open[-1] if self.open else ""
        if tag in ("svg", "math"):
            hint = "set a drawing as a background (`url(data:image/svg+xml,…)`), or leave it out"
            self.fault(f"an inline `<{tag}>` has no words for who cannot see it (PDF/UA-1 fails)", place, hint)
        if tag in ACTIVE and not (tag == "script" and "type" in known and known["type"].value == _DATA):
            self.fault(f"`<{tag}>` has no business in a CV", place, "take it out")
        if tag == "img":
            self.image(known, place)
        if tag == "div" and parent == "dl":
            self.fault("a `<div>` in a `<dl>` breaks the tags of lists (PDF/UA-1 fails)", place, "use paragraphs")

    def image(self, known: dict[str, Attribute], place: Place) -> None:
        described = known.get("alt")
        if not described or not (described.value or "").strip():
            self.fault("an image without words in `alt` (PDF/UA-1 fails)", place, "say what it shows, or leave it out")
        if "a" in self.open:
            self.fault("an image inside a link has no words of its own (PDF/UA-1 fails)", place, "link a text")

    def attribute(self, tag: str, found: Attribute) -> None:
        if found.is_filled and not found.is_quoted:
            self.fault(f"the value of `{found.name}` can end the tag", found.place, "write it in quotes")
        if found.name.startswith("on"):
            self.fault(f"`{found.name}` runs a program", found.place, "take it out")
        elif found.name == "style":
            self.style(tag, found)
        elif found.name in ("href", "src", "srcset", "data", "action", "poster", "background"):
            self.address(found)

    def style(self, tag: str, found: Attribute) -> None:
        if found.is_filled:
            hint = "make it an option, which reaches style sheets as `var(--…)`"
            self.fault("a value inside `style` can say anything there", found.place, hint)
            return
        sheet = read_attribute(found.value or "", tag, found.place)
        self.faults += [fault for each in sheet.declarations for fault in constructs.faults_of(each)]
        self.faults += [Fault(f"not CSS: {why}", place) for why, place in sheet.errors]

    def address(self, found: Attribute) -> None:
        value = (found.value or "").strip()
        if not found.is_filled and not value.lower().startswith(("data:", "#")):
            self.fault(f"`{value}` is never fetched", found.place, "a theme's pages hold all they need")
        elif found.name == "href" and found.is_filled:
            hint = "set links with `|inline`, which lets through only what is safe to open"
            self.fault("an address of the content, as it is", found.place, hint, Severity.WARNING)

    def attributes(self, tag: str) -> Iterator[Attribute]:
        """Yield the attributes of the tag that was just read, each with the place of its value, or else its own."""
        raw = self.get_starttag_text() or ""
        start = self.reached
        for match in _ATTRIBUTE.finditer(raw, 1 + len(tag)):
            written = match[2]
            quote = written[:1] if written and written[:1] in "\"'" else ""
            first, last = match.span(2) if written else match.span(1)
            first, last = start + first + len(quote), start + last - len(quote)
            value = self.source.text[first:last]
            yield Attribute(
                name=match[1].lower(),
                value=value if written else None,
                is_quoted=bool(quote),
                is_filled=bool(written) and bool(_EXPRESSION.search(value)),
                place=place_at(self.source, first, max(1, len(value.partition("\n")[0]))),
            )
