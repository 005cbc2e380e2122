"""A style sheet's text in; its declarations, each with its place, out. The only room that knows tinycss2."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from typeset.source import Place, Source

_GROUPS = ("media", "supports", "layer", "container", "scope")
"""At-rules that hold other rules."""
_SCREEN_ONLY = re.compile(r"(?<!not )(?:screen|speech|prefers-color-scheme)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration: its property in small letters, its value as written, the selector of its rule.

    `words` are the value's identifiers and functions, in small letters; `measures` its numbers with their units;
    `texts` its strings; `addresses` what its `url()` name. `beside` are the values of all properties of the same rule.
    """

    name: str
    value: str
    selector: str
    place: Place
    words: frozenset[str] = frozenset()
    measures: tuple[tuple[float, str], ...] = ()
    texts: tuple[str, ...] = ()
    addresses: tuple[tuple[str, Place], ...] = ()
    beside: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def subjects(self) -> list[str]:
        """What the selectors select: the last part of each, `li::before` of `ul > li::before`."""
        ends = (re.split(r"[\s>+~]+(?![^(\[]*[)\]])", each.strip())[-1] for each in self.selector.split(","))
        return [end for end in ends if end]


@dataclass(frozen=True, slots=True)
class AtRule:
    """An at-rule that stands alone, such as `@import`: its keyword and its place."""

    keyword: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in a style sheet, in its order; `errors` are what is no CSS, with why; `classes` are in selectors."""

    declarations: tuple[Declaration, ...]
    at_rules: tuple[AtRule, ...]
    errors: tuple[tuple[str, Place], ...]
    classes: tuple[tuple[str, Place], ...] = ()


def read(source: Source, *, for_screens: bool = False) -> Sheet:
    """Return what a style sheet says; what is for screens alone only where that is asked for."""
    tinycss2 = _library()
    reader = _Reader(source, for_screens=for_screens)
    reader.rules(tinycss2.parse_stylesheet(source.text, skip_comments=True, skip_whitespace=True))
    return reader.sheet


def read_attribute(written: str, element: str, place: Place) -> Sheet:
    """Return what a `style` attribute says, at places counted from where its value begins."""
    tinycss2 = _library()
    reader = _Reader(place.source, place)
    reader.block(tinycss2.parse_blocks_contents(written, skip_comments=True, skip_whitespace=True), element)
    return reader.sheet


def _library() -> Any:
    import tinycss2  # type: ignore[import-untyped]  # it ships no types

    return tinycss2


class _Reader:
    """Goes through a parsed style sheet once."""

    def __init__(self, source: Source, start: Place | None = None, *, for_screens: bool = False) -> None:
        self.source = source
        self.start = start
        self.for_screens = for_screens
        self.declarations: list[Declaration] = []
        self.at_rules: list[AtRule] = []
        self.errors: list[tuple[str, Place]] = []
        self.classes: list[tuple[str, Place]] = []

    @property
    def sheet(self) -> Sheet:
        return Sheet(tuple(self.declarations), tuple(self.at_rules), tuple(self.errors), tuple(self.classes))

    def rules(self, nodes: Iterable[Any]) -> None:
        for node in nodes:
            match node.type:
                case "qualified-rule":
                    self.rule(node, "")
                case "at-rule":
                    self.at_rule(node, "")
                case "error":
                    self.errors.append((node.message, self.place(node)))

    def rule(self, node: Any, outer: str) -> None:
        self.classes += _classes(node.prelude, self.place)
        selector = _written(node.prelude).strip()
        self.block(_contents(node.content), f"{outer} {selector}".strip())

    def at_rule(self, node: Any, outer: str) -> None:
        keyword = node.lower_at_keyword
        if keyword in _GROUPS and node.content is not None:
            if self.for_screens or not _SCREEN_ONLY.search(_written(node.prelude)):
                self.rules(_rules(node.content)) if not outer else self.block(_contents(node.content), outer)
            return
        self.at_rules.append(AtRule(keyword, self.place(node, len(keyword) + 1)))
        if node.content is not None and keyword != "font-face":
            self.block(_contents(node.content), f"@{keyword}")

    def block(self, nodes: Iterable[Any], selector: str) -> None:
        nodes = list(nodes)
        declared = [node for node in nodes if node.type == "declaration"]
        beside = {node.lower_name: _written(node.value).strip().lower() for node in declared}
        for node in nodes:
            match node.type:
                case "declaration":
                    self.declarations.append(self.declaration(node, selector, beside))
                case "qualified-rule":
                    self.rule(node, selector)
                case "at-rule":
                    self.at_rule(node, selector)
                case "error":
                    self.errors.append((node.message, self.place(node)))

    def declaration(self, node: Any, selector: str, beside: Mapping[str, str]) -> Declaration:
        tokens = list(_flat(node.value))
        return Declaration(
            name=node.name if node.name.startswith("--") else node.lower_name,
            value=_written(node.value).strip(),
            selector=selector,
            place=self.place(node, len(node.name)),
            words=frozenset(filter(None, map(_word, tokens))),
            measures=tuple(_measure(token) for token in tokens if token.type in ("number", "dimension")),
            texts=tuple(token.value for token in tokens if token.type == "string"),
            addresses=tuple((address, self.place(token)) for token in tokens if (address := _address(token))),
            beside=beside,
        )

    def place(self, node: Any, length: int = 1) -> Place:
        line, column = node.source_line, node.source_column
        if self.start is None:
            return Place(self.source, line, column, length)
        column += self.start.column - 1 if line == 1 else 0
        return Place(self.source, self.start.line + line - 1, column, length)


def _contents(tokens: Any) -> list[Any]:
    found: list[Any] = _library().parse_blocks_contents(tokens, skip_comments=True, skip_whitespace=True)
    return found


def _rules(tokens: Any) -> list[Any]:
    found: list[Any] = _library().parse_rule_list(tokens, skip_comments=True, skip_whitespace=True)
    return found


def _written(tokens: Any) -> str:
    text: str = _library().serialize([token for token in tokens if token.type != "comment"])
    return text


def _flat(tokens: Iterable[Any]) -> Iterator[Any]:
    """Yield tokens and those inside of functions and brackets."""
    for token in tokens:
        yield token
        inside = getattr(token, "arguments", None) or getattr(token, "content", None)
        if isinstance(inside, list):
            yield from _flat(inside)


def _word(token: Any) -> str | None:
    found = {"ident": "lower_value", "function": "lower_name"}.get(token.type)
    return getattr(token, found) if found else None


def _measure(token: Any) -> tuple[float, str]:
    return token.value, getattr(token, "lower_unit", "")


def _address(token: Any) -> str | None:
    """Return what a `url()` names, quoted or not."""
    if token.type == "url":
        return str(token.value)
    if token.type == "function" and token.lower_name in ("url", "src"):
        return next((str(inside.value) for inside in token.arguments if inside.type == "string"), None)
    return None


def _classes(prelude: Iterable[Any], place: Any) -> list[tuple[str, Place]]:
    """Return the classes that a selector names."""
    tokens = list(_flat(prelude))
    return [
        (token.value, place(token, len(token.value)))
        for dot, token in pairwise(tokens)
        if dot == "." and token.type == "ident"
    ]
