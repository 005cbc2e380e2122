"""Inline text: Markdown source in; runs of one style each out. Parsed once, drawn by every writer.

The set is closed: emphasis, strong, code, link, hard break, and backslash escapes. Whatever else Markdown knows
(images, HTML, headings) stays the characters it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from typeset.resume.links import Url, problem
from typeset.source import Fault, Place

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

INLINE_RULES = ("emphasis", "link", "autolink", "backticks", "escape", "newline")
DEEPEST = 40
_MARKED = re.compile(r"[*_`\[\]<>\\\r\n]")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one style; a hard line break is the run `"\\n"`."""

    text: str
    emphasis: bool = False
    strong: bool = False
    code: bool = False
    link: str | None = None

    @property
    def address(self) -> Url | None:
        """Where it leads, for who writes it. Raises `NotAnAddress` for what stands in drafts alone."""
        return Url(self.link) if self.link else None


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph's worth of runs, where it was written, and its versions in other languages."""

    runs: tuple[Run, ...]
    place: Place | None = field(default=None, compare=False, repr=False)
    language: str | None = None
    versions: tuple[Text, ...] = ()

    @property
    def plain(self) -> str:
        """The characters alone, line breaks as spaces."""
        return "".join(run.text for run in self.runs).replace("\n", " ")

    def __bool__(self) -> bool:
        return bool(self.runs)


def text_of(characters: str, place: Place | None = None, link: Url | None = None) -> Text:
    """Return a text of one plain run."""
    return Text((Run(characters, link=link),) if characters else (), place)


def parse(markdown: str, place: Place) -> tuple[Text, list[Fault]]:
    """Return the text that `markdown` says, and a fault for each link that no CV may hold."""
    joined = markdown.strip()
    if not _MARKED.search(joined):
        return text_of(joined, place), []
    children = parser().parseInline(joined)[0].children or []
    text = Text(tuple(runs(children)), place)
    return text, link_faults(text)


def any_address(address: str) -> bool:  # noqa: ARG001  # the parser's own check, which would drop a link silently
    """Let the parser take every address, so that a bad one is refused with a place."""
    return True


@cache
def parser() -> MarkdownIt:
    """Return the parser of the closed set, inline rules only."""
    return restricted([])


def restricted(block_rules: list[str]) -> MarkdownIt:
    """Return a parser of the closed set of inline rules and of `block_rules`."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("zero", {"maxNesting": DEEPEST}).enable([*INLINE_RULES, *block_rules])
    markdown.validateLink = any_address  # type: ignore[assignment, method-assign]
    markdown.inline.ruler.before("link", "image_as_written", _image_as_written)
    return markdown


def _image_as_written(state: StateInline, silent: bool) -> bool:
    """Keep `![` as characters, or an image would be an exclamation mark and a link."""
    if not state.src.startswith("![", state.pos):
        return False
    if not silent:
        state.pending += "!["
    state.pos += 2
    return True


def runs(tokens: list[Token]) -> list[Run]:
    """Return the runs of an inline token stream, neighbours of one style joined."""
    found: list[Run] = []
    style = Run("")
    depth = {"em": 0, "strong": 0}
    for token in tokens:
        match token.type:
            case "em_open" | "strong_open" | "em_close" | "strong_close":
                depth[token.type.partition("_")[0]] += token.nesting
                style = replace(style, emphasis=depth["em"] > 0, strong=depth["strong"] > 0)
            case "link_open":
                style = replace(style, link=str(token.attrs["href"]))
            case "link_close":
                style = replace(style, link=None)
            case "hardbreak":
                _add(found, Run("\n"))
            case "softbreak":
                _add(found, replace(style, text=" "))
            case "code_inline":
                _add(found, replace(style, text=token.content, code=True))
            case _:
                _add(found, replace(style, text=token.content))
    return found


def _add(found: list[Run], run: Run) -> None:
    if not run.text:
        return
    if found and run.text != "\n" != found[-1].text and replace(found[-1], text="") == replace(run, text=""):
        run = replace(run, text=found.pop().text + run.text)
    found.append(run)


def link_faults(text: Text) -> list[Fault]:
    """Return a fault for each address in `text` that is relative, malformed, or of a scheme not allowed."""
    addresses = dict.fromkeys(run.link for run in text.runs if run.link is not None)
    return [
        Fault(found[0], text.place.at(address) if text.place else None, found[1])
        for address in addresses
        if (found := problem(address))
    ]
