"""The tokens of one paragraph in, its lines out: as inline Markdown that content may hold, with places.

HTML is layout: its text stays, a link in it is a link, `<br>` and the gap between two tags end a line. What it
hides, comments, is kept apart.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from typeset.readers.draft.notes import Fate, Note
from typeset.readers.outline.shapes import Line
from typeset.resume.markdown import inline
from typeset.resume.text import Run, Text
from typeset.source import Place, Scalar, Source

if TYPE_CHECKING:
    from markdown_it.token import Token

ADDRESS = re.compile(r"(?i)\b(?:https?://|www\.(?=\w))[^\s<>\"`\[\]{}|\\]+")
_MAIL = re.compile(r"[^\s@/<>:]+@[^\s@/<>:]+\.\w+")
_AFTER = re.compile(r"[.,;:!?'\"*_…’”)]+$")
TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>|<[?!][^<>]*>", re.DOTALL)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ENDS_LINE = re.compile(r"br|p|div|li|tr|ul|ol|table|h[1-6r]|d[dtl]|section|header|footer|t[dh]")
_STYLES = {"b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis"}
_TOLD_BY = 24
"""Characters of a line's beginning by which its column is found."""


@dataclass(slots=True)
class Hidden:
    """What a file holds and no page shows, gathered while it is read."""

    comments: list[Scalar] = field(default_factory=list)
    pictures: list[Scalar] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(slots=True)
class _Writer:
    """Gathers runs, line by line."""

    place: Place
    hidden: Hidden
    done: list[tuple[list[Run], bool]] = field(default_factory=list)
    line: list[Run] = field(default_factory=list)
    style: Run = field(default_factory=lambda: Run(""))
    depth: int = 0
    gap: bool = False

    def add(self, text: str, *, code: bool = False) -> None:
        """Add characters in the style of the moment."""
        if self.gap and text.strip():
            self.end(meant=True)
        self.gap = self.gap and not text.strip()
        if code or self.style.link is not None:
            self.line.append(replace(self.style, text=text, code=code))
            return
        at = 0
        for found in ADDRESS.finditer(text):
            is_bracketed = "(" in found[0] and ")" in found[0]
            address = found[0].rstrip(".,;:") if is_bracketed else _AFTER.sub("", found[0])
            self.line.append(replace(self.style, text=text[at : found.start()]))
            scheme = "" if address.lower().startswith("http") else "http://"
            self.line.append(replace(self.style, text=address, link=f"{scheme}{address}"))
            at = found.start() + len(address)
        self.line.append(replace(self.style, text=text[at:]))

    def end(self, *, meant: bool) -> None:
        """End a line; one that was merely wrapped goes on where a style or a link does."""
        if not meant and (self.depth or self.style.link is not None):
            self.line.append(replace(self.style, text=" "))
            return
        self.done.append((self.line, meant))
        self.line = []
        self.gap = False

    def enter(self, name: str, *, opens: bool) -> None:
        """Begin or end emphasis (`em`) or strong text."""
        self.depth = max(0, self.depth + (1 if opens else -1))
        if name == "strong":
            self.style = replace(self.style, strong=opens)
        else:
            self.style = replace(self.style, emphasis=opens)


def lines(tokens: Sequence[Token], place: Place, hidden: Hidden) -> tuple[Line, ...]:
    """Return the lines that tokens say; those that say nothing are left out. `place` is where the first one stands."""
    writer = _Writer(place, hidden)
    for token in tokens:
        _write(token, writer)
    writer.end(meant=True)
    return tuple(_placed(writer.done, place))


def html_lines(markup: str, place: Place, hidden: Hidden) -> tuple[Line, ...]:
    """Return the lines of a block of HTML."""
    writer = _Writer(place, hidden)
    at = 0
    for found in TAG.finditer(markup):
        _write_lines(markup[at : found.start()], writer)
        writer.place = Place(place.source, place.line + markup.count("\n", 0, found.start()), 1)
        _write_tag(found[0], writer)
        at = found.end()
    _write_lines(markup[at:], writer)
    writer.end(meant=True)
    return tuple(_placed(writer.done, place))


def literal_lines(characters: str, place: Place) -> tuple[Line, ...]:
    """Return lines that mean themselves, such as those of a block of code, each where it stands."""
    written = enumerate(characters.split("\n"))
    return tuple(
        Line(_scalar([Run(line.strip())], Place(place.source, place.line + number, 1)), ends=True)
        for number, line in written
        if line.strip()
    )


def _write(token: Token, writer: _Writer) -> None:
    match token.type:
        case "em_open" | "em_close" | "strong_open" | "strong_close":
            writer.enter(token.type.partition("_")[0], opens=token.nesting > 0)
        case "link_open":
            writer.add("")
            writer.style = replace(writer.style, link=_address(str(token.attrs["href"]), writer))
            if title := str(token.attrs.get("title") or ""):
                _hide_title(title, writer)
        case "link_close":
            writer.style = replace(writer.style, link=None)
        case "softbreak":
            writer.end(meant=False)
        case "hardbreak":
            writer.end(meant=True)
        case "code_inline":
            writer.add(token.content, code=True)
        case "html_inline":
            _write_tag(token.content, writer)
        case "image":
            said = f"{token.content} ({token.attrs['src']})".strip()
            place = writer.place.at(str(token.attrs["src"]))
            writer.hidden.pictures.append(Scalar(said, place))
            writer.hidden.notes.append(Note(Fate.MOVED, "a picture, to `x.pictures`", place))
        case _:
            writer.add(token.content)


def _hide_title(title: str, writer: _Writer) -> None:
    message = f"the title of a link, “{title}”, which only a mouse would show"
    writer.hidden.notes.append(Note(Fate.DROPPED, message, writer.place.at(title)))


def _write_lines(markup: str, writer: _Writer) -> None:
    for number, line in enumerate(markup.split("\n")):
        if number:
            writer.end(meant=False)
        writer.add(html.unescape(line))


def _write_tag(tag: str, writer: _Writer) -> None:
    if tag.startswith("<!--"):
        said = " ".join(tag.removeprefix("<!--").removesuffix("-->").split())
        place = writer.place.at(tag.partition("\n")[0][:_TOLD_BY])
        if said:
            writer.hidden.comments.append(Scalar(said, place))
            writer.hidden.notes.append(Note(Fate.MOVED, "a comment, to `x.comments`", place))
        return
    found = re.match(r"<(/?)([A-Za-z0-9]+)", tag)
    name = found[2].lower() if found else ""
    opens = bool(found) and not (found and found[1])
    if _ENDS_LINE.fullmatch(name):
        writer.end(meant=True)
    elif name in _STYLES:
        writer.enter("strong" if _STYLES[name] == "strong" else "em", opens=opens)
    elif name == "a":
        href = _HREF.search(tag) if opens else None
        address = html.unescape(next(filter(None, href.groups()), "")) if href else ""
        writer.style = replace(writer.style, link=_address(address, writer) if address else None)
    elif name == "span" and not opens:
        writer.gap = True


def _address(written: str, writer: _Writer) -> str:
    """Return where a link leads; an e-mail address without its scheme gets it."""
    if not _MAIL.fullmatch(written):
        return written
    message = f"the link to `{written}` made `mailto:{written}`"
    writer.hidden.notes.append(Note(Fate.REPAIRED, message, writer.place.at(written)))
    return f"mailto:{written}"


def _placed(found: Sequence[tuple[list[Run], bool]], place: Place) -> Iterator[Line]:
    """Yield lines that say something, each with the place where its beginning is found from the last one on."""
    for runs, ends in found:
        said = "".join(run.text for run in runs)
        if not said.strip():
            continue
        begins = next((run.text.strip() for run in runs if run.text.strip()), "")
        place = place.at(begins[:_TOLD_BY])
        yield Line(_scalar(runs, place), ends)


def _scalar(runs: list[Run], place: Place) -> Scalar:
    return Scalar(inline(Text(tuple(run for run in runs if run.text))), place)


def line_place(source: Source, line: int) -> Place:
    """Return the place of the first character that is not white space on a line, counted from 1."""
    written = source.line(line)
    return Place(source, line, len(written) - len(written.lstrip()) + 1, max(1, len(written.strip())))
