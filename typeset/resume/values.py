"""One node in, one value of the kind a field asks for out; None with a fault noted when it is something else.

Every reader takes the node, what to call it in a message, and the list that faults are noted in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from typeset.resume import blocks, dates, names, text
from typeset.resume.blocks import Body
from typeset.resume.dates import Date, DateText
from typeset.resume.fields import (
    LEVELS,
    Attach,
    Email,
    LanguageTag,
    Levels,
    Path,
    Picks,
    Share,
    Slug,
    Wordings,
)
from typeset.resume.links import UNSEEN, NotAnAddress, Url
from typeset.resume.text import Text
from typeset.source import Fault, Mapping, Node, PlacedText, Scalar, Sequence

LONGEST_LINE = 300
LONGEST_TEXT = 1000
LONGEST_PARAGRAPH = 2000
LONGEST_WORD = 200

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
_IN_EMAIL = rf"[^{UNSEEN}@<>\"(),:;]+"
_EMAIL = re.compile(rf"{_IN_EMAIL}@{_IN_EMAIL}\.{_IN_EMAIL}")
_ENDS_LINES = r"\t-\r \u1680\u2000-\u2006\u2008-\u200a\u205f\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef"
"""Where lines end (UAX #14): at spaces but U+00A0, U+2007 and U+202F, and beside Chinese, Japanese and Korean signs."""
_UNBROKEN = re.compile(rf"[^{_ENDS_LINES}]{{{LONGEST_WORD + 1},}}")
_BLOCK_END = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")
_PATH_HINT = "join names with dots, such as `interests.hiking`"
_NUMBER = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_SHARE = re.compile(r"[01]?\.\d{1,4}|1", re.ASCII)

Read = Callable[[Node, str, list[Fault]], Any]


def kind_of(node: Node) -> str:
    """Return what a node is, for a message."""
    return {Scalar: "a text", Sequence: "a list", Mapping: "a mapping"}[type(node)]


def is_language_map(node: Node) -> bool:
    """Whether every key of a mapping is a language tag."""
    return isinstance(node, Mapping) and bool(node.entries) and all(LANGUAGE_TAG.fullmatch(key.text) for key, _ in node)


def scalar(node: Node, what: str, faults: list[Fault]) -> Scalar | None:
    """Return the node when it is a text with something in it; an empty pair of quotes is a way to say nothing."""
    if not isinstance(node, Scalar):
        faults.append(Fault(f"{what} must be a text, not {kind_of(node)}", node.place))
    elif node.is_null:
        faults.append(Fault(f"{what} is empty", node.place, "write a value, or remove the key"))
    elif node.text.strip():
        return node
    return None


def string(node: Node, what: str, faults: list[Fault]) -> str | None:
    """Return a line of characters that mean themselves."""
    found = scalar(node, what, faults)
    if not found or not _fits(found, found.text, LONGEST_LINE, what, faults):
        return None
    written = found.text.strip()
    if "\n" in written or "\r" in written:
        faults.append(Fault(f"{what} must stand on one line", node.place))
        return None
    return PlacedText.of(written, node.place)


def line(node: Node, what: str, faults: list[Fault]) -> Text | None:
    """Return inline text, in one language or several."""
    found: Text | None = _in_languages(node, what, faults, _line)
    return found


def body(node: Node, what: str, faults: list[Fault]) -> Body | None:
    """Return Markdown blocks, in one language or several."""
    found: Body | None = _in_languages(node, what, faults, _body)
    return found


def date(node: Node, what: str, faults: list[Fault]) -> Date | None:
    """Return a date: ISO 8601 at the precision known, `present`, or words."""
    if isinstance(node, Scalar) and not node.is_null:
        try:
            if found := dates.parse(node.text):
                return found
        except dates.NotADate as error:
            faults.append(Fault(f"{what}: {error}", node.place))
            return None
    words = line(node, what, faults)
    return DateText(words) if words else None


def url(node: Node, what: str, faults: list[Fault]) -> Url | None:
    """Return an absolute address of an allowed scheme."""
    written = string(node, what, faults)
    try:
        return Url(written) if written else None
    except NotAnAddress as error:
        faults.append(Fault(f"{what}: {error}", node.place, error.hint))
        return None


def flag(node: Node, what: str, faults: list[Fault]) -> bool | None:
    """Return true or false."""
    found = scalar(node, what, faults)
    if found and found.text not in ("true", "false"):
        faults.append(Fault(f"{what} must be `true` or `false`", node.place))
    return found.text == "true" if found else None


def mapping(node: Node, what: str, faults: list[Fault]) -> Mapping | None:
    """Return a mapping as it stands, for whoever knows what its keys mean."""
    if isinstance(node, Mapping):
        return node
    faults.append(Fault(f"{what} must be a mapping of keys to values, not {kind_of(node)}", node.place))
    return None


def by_path(node: Node, what: str, faults: list[Fault]) -> Mapping | None:
    """Return a mapping of paths to whatever they are to hold, as it stands."""
    found = mapping(node, what, faults)
    for key, _ in found or ():
        if not names.PATH.fullmatch(key.text):
            faults.append(Fault(f"{what}: `{key.text}` is not a path", key.place, _PATH_HINT))
    return found


def picks(node: Node, what: str, faults: list[Fault]) -> Mapping | None:
    """Return a mapping of paths to lists of names, as it stands."""
    found = by_path(node, what, faults)
    for key, value in found or ():
        if isinstance(value, Sequence):
            for item in value.items:
                KINDS[Slug](item, f"{what}: a name under `{key.text}`", faults)
        else:
            message = f"{what}: `{key.text}` must be a list of names, not {kind_of(value)}"
            faults.append(Fault(message, value.place, "write them as [one, another]"))
    return found


def levels(node: Node, what: str, faults: list[Fault]) -> Mapping | None:
    """Return a mapping of names to levels, as it stands."""
    found = mapping(node, what, faults)
    for key, value in found or ():
        level = scalar(value, f"{what}: `{key.text}`", faults)
        if level and level.text not in LEVELS:
            message = f"{what}: there is no level `{level.text}` for `{key.text}`"
            faults.append(Fault(message, level.place, names.hint(level.text, LEVELS)))
    return found


def number(node: Node, what: str, faults: list[Fault]) -> int | None:
    """Return a whole number from 1 to 9999."""
    found = scalar(node, what, faults)
    if found and _NUMBER.fullmatch(found.text):
        return int(found.text)
    if found:
        faults.append(Fault(f"{what} must be a whole number from 1", node.place))
    return None


def share(node: Node, what: str, faults: list[Fault]) -> float | None:
    """Return a part of a whole, more than 0 and no more than 1."""
    found = scalar(node, what, faults)
    if found and _SHARE.fullmatch(found.text) and 0 < float(found.text) <= 1:
        return float(found.text)
    if found:
        faults.append(Fault(f"{what} must be a number above 0, and 1 at most", node.place, "write one such as 0.8"))
    return None


def matching(pattern: re.Pattern[str], expected: str, hint: str) -> Read:
    """Return a reader of strings that match `pattern` from end to end."""

    def read(node: Node, what: str, faults: list[Fault]) -> str | None:
        written = string(node, what, faults)
        if written and not pattern.fullmatch(written):
            faults.append(Fault(f"{what}: `{written}` is not {expected}", node.place, hint))
            return None
        return written

    return read


KINDS: dict[Any, Read] = {
    Text: line,
    Body: body,
    Date: date,
    str: string,
    bool: flag,
    int: number,
    Mapping: mapping,
    Url: url,
    Slug: matching(names.WELL_FORMED, "a name", "use letters, digits, `_` and `-`"),
    Path: matching(names.PATH, "a path", _PATH_HINT),
    Share: share,
    Picks: picks,
    Wordings: by_path,
    Levels: levels,
    Email: matching(_EMAIL, "an e-mail address", "write one address, such as name@example.org"),
    LanguageTag: matching(LANGUAGE_TAG, "a language tag", "write one such as `en`, `de` or `pt-BR`"),
    Attach: matching(re.compile("content|none"), "`content` or `none`", "write one of the two"),
}


def _in_languages(node: Node, what: str, faults: list[Fault], read: Callable[[Scalar, str, list[Fault]], Any]) -> Any:
    """Read a text, or a map of languages; the first language is what the others fall back to."""
    if not isinstance(node, Mapping):
        found = scalar(node, what, faults)
        return found and read(found, what, faults)
    if not node.entries:
        faults.append(Fault(f"{what} must be a text, not {kind_of(node)}", node.place))
    versions = []
    for key, value in node:
        if not LANGUAGE_TAG.fullmatch(key.text):
            hint = "write a text, or a map such as {en: …, de: …}"
            faults.append(Fault(f"{what}: `{key.text}` is not a language", key.place, hint))
        elif found := scalar(value, f"{what} in `{key.text}`", faults):
            versions.append(replace(read(found, what, faults), language=key.text))
    return replace(versions[0], versions=tuple(versions)) if versions else None


def _line(found: Scalar, what: str, faults: list[Fault]) -> Text:
    if not _fits(found, found.text, LONGEST_TEXT, what, faults):
        return Text((), found.place)
    value, wrong = text.parse(found.text, found.place)
    faults += wrong
    return value


def _body(found: Scalar, what: str, faults: list[Fault]) -> Body:
    if not all(_fits(found, block, LONGEST_PARAGRAPH, what, faults) for block in _BLOCK_END.split(found.text)):
        return Body(())
    value, wrong = blocks.parse(found.text, found.place)
    faults += wrong
    return value


def _fits(found: Scalar, part: str, most: int, what: str, faults: list[Fault]) -> bool:
    """Whether a text is within its bounds: plain text alone can hang a layout engine."""
    if len(part) > most:
        faults.append(Fault(f"{what} has {len(part):,} characters; {most:,} are allowed at most", found.place))
    elif _UNBROKEN.search(part):
        faults.append(Fault(f"{what} has a word of more than {LONGEST_WORD} characters", found.place))
    else:
        return True
    return False
