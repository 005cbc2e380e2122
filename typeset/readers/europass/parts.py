"""What both dialects of Europass have: names of languages, levels, periods, texts in HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable

from typeset.readers.draft.descriptions import bounded, described, markdown_of_rich, rich
from typeset.readers.draft.finds import Find
from typeset.readers.draft.nodes import listed, literal, mapped, string
from typeset.source import Node, Place, Scalar

Entries = list[tuple[str, Node | None]]

LANGUAGES = {
    "ara": "Arabic", "ar": "Arabic", "bul": "Bulgarian", "bg": "Bulgarian", "cat": "Catalan", "ca": "Catalan",
    "hrv": "Croatian", "hr": "Croatian", "cze": "Czech", "ces": "Czech", "cs": "Czech", "dan": "Danish",
    "da": "Danish", "dut": "Dutch", "nld": "Dutch", "nl": "Dutch", "eng": "English", "en": "English",
    "est": "Estonian", "et": "Estonian", "fin": "Finnish", "fi": "Finnish", "fre": "French", "fra": "French",
    "fr": "French", "ger": "German", "deu": "German", "de": "German", "gre": "Greek", "ell": "Greek", "el": "Greek",
    "hun": "Hungarian", "hu": "Hungarian", "ice": "Icelandic", "isl": "Icelandic", "is": "Icelandic",
    "gle": "Irish", "ga": "Irish", "ita": "Italian", "it": "Italian", "jpn": "Japanese", "ja": "Japanese",
    "lav": "Latvian", "lv": "Latvian", "lit": "Lithuanian", "lt": "Lithuanian", "mac": "Macedonian",
    "mkd": "Macedonian", "mk": "Macedonian", "mlt": "Maltese", "mt": "Maltese", "chi": "Chinese", "zho": "Chinese",
    "zh": "Chinese", "nor": "Norwegian", "no": "Norwegian", "pol": "Polish", "pl": "Polish", "por": "Portuguese",
    "pt": "Portuguese", "rum": "Romanian", "ron": "Romanian", "ro": "Romanian", "rus": "Russian", "ru": "Russian",
    "srp": "Serbian", "sr": "Serbian", "slo": "Slovak", "slk": "Slovak", "sk": "Slovak", "slv": "Slovenian",
    "sl": "Slovenian", "spa": "Spanish", "es": "Spanish", "swe": "Swedish", "sv": "Swedish", "tur": "Turkish",
    "tr": "Turkish", "ukr": "Ukrainian", "uk": "Ukrainian",
}  # fmt: skip
"""Languages by their codes in ISO 639-1 and 639-2."""

_LEVELS = ("listening", "reading", "spoken interaction", "spoken production", "writing")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")


def said(find: Find, *names: str) -> Node | None:
    """Return a short text as content."""
    written = find.scalar(*names)
    return rich(" ".join(written.text.split()), written.place) if written else None


def told(find: Find, *names: str) -> Entries:
    """Return a long text as paragraphs and bullets."""
    written = find.scalar(*names)
    return described(markdown(written), written.place) if written else []


def body(find: Find, *names: str) -> Node | None:
    """Return a long text as one body."""
    written = find.scalar(*names)
    return string(markdown(written), written.place) if written else None


def markdown(written: Scalar) -> str:
    """Return the Markdown of a text in HTML.

    Europass's editor has a list's kind at its items (`<ol><li data-list="bullet">`), and people have typed bullets.
    """
    bounded(written.text, written.place)
    lists = [_bulleted(part) if 'data-list="bullet"' in part else part for part in written.text.split("</ol>")]
    return re.sub(r"^[•◦▪●]\s+", "- ", markdown_of_rich("</ol>".join(lists), written.place), flags=re.MULTILINE)


def _bulleted(html: str) -> str:
    before, _, items = html.rpartition("<ol")
    return f"{before}<ul{items}</ul>"


def joined(parts: Iterable[Scalar | None], separator: str = " ") -> Node | None:
    """Return texts as one, at the place of the first."""
    found = [part for part in parts if part]
    return literal(separator.join(" ".join(part.text.split()) for part in found), found[0].place) if found else None


def date(written: Scalar | None) -> Node | None:
    """Return a date without the time that some files have."""
    found = _DATE.fullmatch(written.text) if written else None
    return string("-".join(filter(None, found.groups())), written.place) if found and written else written


def language(written: Scalar | None) -> Node | None:
    """Return a language's name; a code by its English one."""
    if not written:
        return None
    name = LANGUAGES.get(written.text.lower().rpartition("/")[2])
    return literal(name or written.text, written.place)


def fluency(levels: list[Scalar | None]) -> Node | None:
    """Return the five levels of the Common European Framework in a line, or the one that all of them are."""
    found = [level for level in levels if level]
    if not found:
        return None
    different = {level.text for level in found}
    if len(different) == 1:
        return literal(found[0].text, found[0].place)
    words = ", ".join(f"{name} {level.text}" for name, level in zip(_LEVELS, levels, strict=True) if level)
    return literal(words[0].upper() + words[1:], found[0].place)


def named_list(name: str, found: list[Scalar], place: Place) -> Node | None:
    """Return a skill of a name with keywords, if there are any."""
    keywords = listed((literal(each.text, each.place) for each in found), place)
    return mapped([("name", string(name, place)), ("keywords", keywords)], place) if keywords else None
