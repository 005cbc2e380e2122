"""Texts, dates, photos and option values in; the LaTeX that templates set them with, escaped, out. Each is a filter.

What is LaTeX already is of the type `Tex`, and only this module and templates make it. Whatever else a template draws
is escaped as it is drawn, so what is joined, cut or changed, and is a plain string by that, can only be escaped twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from typeset.document.shapes import Masthead, Period, Photo, Run, Text
from typeset.resume.links import Url
from typeset.source import Place
from typeset.writers import CannotWrite
from typeset.writers.assets import card

PHOTO = "photo.jpg"
"""What the photo is called beside the source."""
SIGNATURE = "signature.jpg"
"""What the picture of a signature is called there; a CV and a letter may lie in one folder."""
MOST_BOUND = 24
"""Characters of the two words that are kept together at the end of a paragraph."""
SHORTEST_WRAPPED = 60
"""Characters of the shortest paragraph that may need a second line."""
MOST_UNBROKEN = 16
"""Characters of the longest piece of a date that no line may break."""

LONGEST_WHOLE = 40
"""Characters of the longest word that is never broken."""
BREAK = r"\penalty5000 "
"""A place where a line ends rather than run off the page (TeX breaks nowhere at 10000, anywhere else for less)."""
_PIECES = re.compile(r"(?:.[\u0300-\u036f]*){1,4}", re.DOTALL)

CODE = 22 * 72 / 25.4
"""How wide a QR code is with the white around it, in points: 22 mm."""

MARK, MARK_END = "\x01", "\x02"
"""Between them stands where the content that follows was written, until `Sheet` takes them out."""

_SPECIAL = str.maketrans(
    {
        **{char: f"\\{char}" for char in "{}$&#%_"},
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "\u00a0": "~",
        "\u00ad": r"\-",
    }
)
_IN_ADDRESSES = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.:/?[]@!$'()*+,;=")
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(pt|px|mm|cm|in|em)?", re.ASCII)
_UNITS = {"pt": "bp", "px": "bp"}
"""A point of CSS is TeX's big point (CSS Values 3, section 6.2)."""


class Tex(str):
    """Characters that are LaTeX, and mean what they say."""

    __slots__ = ()


def escape(value: object) -> Tex:
    """Return characters as LaTeX that shows them; what is LaTeX already stays, nothing is drawn for None."""
    if isinstance(value, Tex):
        return value
    return Tex(_printable("" if value is None else str(value)).translate(_SPECIAL))


def _printable(text: str) -> str:
    """Return a text with spaces for its control characters, at some of which TeX would stop."""
    return "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)


def join(pieces: Iterable[str]) -> Tex:
    """Return what a template has drawn as one piece."""
    return Tex("".join(pieces))


class Places:
    """Numbers the places of content as it is drawn."""

    def __init__(self) -> None:
        self.known: list[Place] = []

    def mark(self, text: Text) -> str:
        """Return the mark of where a text was written."""
        if not text.place:
            return ""
        self.known.append(text.place)
        return f"{MARK}{len(self.known) - 1}{MARK_END}"


def inline(text: Text, places: Places) -> Tex:
    """Return inline text; runs of one link share one `\\href`."""
    return Tex(places.mark(text) + "".join(_linked(link, list(runs)) for link, runs in _by_link(text.runs)))


def ended(text: Text, places: Places) -> Tex:
    """Return the inline text of a paragraph, its last two words bound so that no line holds one short word alone."""
    *before, last = text.runs or (Run(""),)
    words = last.text.rsplit(" ", 2)
    is_styled = replace(last, text="") != Run("")
    if len(words) < 3 or len(" ".join(words[1:])) > MOST_BOUND or is_styled or len(text.plain) < SHORTEST_WRAPPED:
        return inline(text, places)
    bound = replace(last, text=f"{words[0]} {words[1]}\u00a0{words[2]}")
    return inline(replace(text, runs=(*before, bound)), places)


def _by_link(runs: Iterable[Run]) -> Iterable[tuple[Url | None, Iterable[Run]]]:
    return groupby(runs, key=lambda run: run.address)


def _linked(link: Url | None, runs: list[Run]) -> str:
    said = "".join(map(_run, runs))
    return rf"\href{{{address(link)}}}{{{said}}}" if link else said


def _run(run: Run) -> str:
    if run.text == "\n":
        return r"\newline{}"
    said = _words(run.text)
    for is_set, command in ((run.emphasis, "emph"), (run.strong, "textbf")):
        if is_set:
            said = rf"\{command}{{{said}}}"
    return said


def _words(text: str) -> str:
    return "".join(map(_breakable, re.split(r"(\s+)", text)))


def _breakable(word: str) -> str:
    """Return a word as LaTeX; one that no line may have room for can be broken, where nothing else will do."""
    if len(word) <= LONGEST_WHOLE:
        return escape(word)
    return BREAK.join(map(escape, _PIECES.findall(word)))


def address(link: Url) -> Tex:
    """Return a web address as `\\href` takes it: what means something to TeX or is no ASCII, in percent-encoding."""
    encoded = "".join(char if char in _IN_ADDRESSES or char in "%#&_~" else _percent(char) for char in link)
    return Tex(encoded.translate({ord(char): f"\\{char}" for char in "%#&_$"}).replace("~", r"\string~"))


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))


def unbroken(period: Period, places: Places) -> Tex:
    """Return a date in pieces that no line may break, if they are short: "Jan 2012 –", "Feb 2015"; "(3 months)"."""
    pieces = re.split(r"(?<=[–—]) | (?=\()", period.text.plain)
    boxed = (rf"\mbox{{{escape(piece)}}}" if len(piece) <= MOST_UNBROKEN else _words(piece) for piece in pieces)
    return Tex(places.mark(period.text) + " ".join(boxed))


def picture(shown: Photo) -> Tex:  # noqa: ARG001  # one document has one photo
    """Return the name of the file that the photo is in."""
    return Tex(PHOTO)


def signature(shown: Photo) -> Tex:  # noqa: ARG001  # one letter has one signature
    """Return the name of the file that the picture of a signature is in."""
    return Tex(SIGNATURE)


def code(masthead: Masthead) -> Tex:
    """Return the contact data as a QR code, `CODE` wide, black on white: the operators of PDF that paint it.

    Dark modules beside each other are one rectangle.
    """
    rows = card.modules(masthead)
    side = len(rows) + 2 * card.QUIET_ZONE
    scale = f"{CODE / side:.5f}"
    runs = (
        f"{card.QUIET_ZONE + left} {side - card.QUIET_ZONE - 1 - down} {right - left} 1 re"
        for down, row in enumerate(rows)
        for left, right in _dark(row)
    )
    return Tex(f"q {scale} 0 0 {scale} 0 0 cm 1 g 0 0 {side} {side} re f 0 g {' '.join(runs)} f Q")


def _dark(row: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Return where the runs of dark modules in a row begin and end."""
    end = 0
    for is_dark, modules in groupby(row):
        start, end = end, end + len(list(modules))
        if is_dark:
            yield start, end


def measure(value: object) -> Tex:
    """Return an option's length or number as TeX takes it; raises `CannotWrite` for anything else."""
    match = _MEASURE.fullmatch(str(value))
    if not match:
        raise CannotWrite(f"`{value}` is no length")
    size = float(match[1]) * (0.75 if match[2] == "px" else 1)
    return Tex(f"{size:g}{_UNITS.get(match[2], match[2] or '')}")


def color(value: object) -> Tex:
    """Return a colour such as `#5c1a24` as six hexadecimal digits; raises `CannotWrite` for anything else."""
    digits = str(value).removeprefix("#")
    if not re.fullmatch(r"(?:[0-9a-fA-F]{3}){1,2}", digits):
        raise CannotWrite(f"`{value}` is no colour")
    return Tex((digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)).upper())


FILTERS = {
    "escape": escape,
    "address": address,
    "picture": picture,
    "signature": signature,
    "code": code,
    "measure": measure,
    "color": color,
}
PLACED: dict[str, Callable[..., Tex]] = {"inline": inline, "ended": ended, "unbroken": unbroken}
"""Filters that are also told where to note places."""
