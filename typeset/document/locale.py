"""Dates in, dates as a locale writes them out. The only room that knows Babel."""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING

from typeset.document.inline import filled
from typeset.document.shapes import Period
from typeset.document.words import words
from typeset.resume.dates import Date, DateText, PartialDate, Present
from typeset.resume.text import Text, text_of

if TYPE_CHECKING:
    from babel import Locale

_SKELETONS = ("y", "yMMM", "yMMMd")


def period(start: Date | None, end: Date | None, language: str) -> Period | None:
    """Return a range as `language` writes it, or None when nothing is known of either end."""
    if start == end or end is None or start is None:
        return moment(start or end, language)
    text = _range(start, end, language)
    return Period(text, _iso(start), _iso(end))


def moment(date: Date | None, language: str) -> Period | None:
    """Return one date as `language` writes it."""
    return Period(_shown(date, language), _iso(date), _iso(date)) if date else None


def _range(start: Date, end: Date, language: str) -> Text:
    if isinstance(start, PartialDate) and isinstance(end, PartialDate) and _precision(start) == _precision(end):
        from babel.dates import format_interval

        skeleton = _SKELETONS[_precision(start)]
        return text_of(_spaced(format_interval(_day(start), _day(end), skeleton, locale=_locale(language))))
    ends = {"0": _shown(start, language), "1": _shown(end, language)}
    is_short = not any(" " in end.plain for end in ends.values())
    return filled(_short_pattern(language) if is_short else _pattern(language), **ends)


def _shown(date: Date, language: str) -> Text:
    match date:
        case DateText():
            return date.text
        case Present():
            return text_of(words(language)["present"])
        case PartialDate():
            from babel.dates import format_skeleton

            return text_of(_spaced(format_skeleton(_SKELETONS[_precision(date)], _day(date), locale=_locale(language))))


def _pattern(language: str) -> str:
    """Return CLDR's pattern for two ends, `{0}` and `{1}`, of a range it has no other pattern for."""
    pattern: str = _locale(language).interval_formats[None]
    return _spaced(pattern)


def _short_pattern(language: str) -> str:
    """Return the pattern of a range of years, which many languages write closer: "1999–2005", so "1998–heute".

    Where years that follow each other are not written out ("1999–2005年"), that of a range of months ("…月至…月").
    """
    for month in (0, 1):
        first, last = PartialDate(2001, month), PartialDate(2002, month)
        text = _range(first, last, language).plain
        pattern = text.replace(_shown(first, language).plain, "{0}").replace(_shown(last, language).plain, "{1}")
        if "{0}" in pattern and "{1}" in pattern:
            return pattern
    return _pattern(language)


def _spaced(text: str) -> str:
    """Replace CLDR's thin and narrow spaces, which few text faces have, by plain ones."""
    return text.replace("\u2009", " ").replace("\u202f", " ")


def _precision(date: PartialDate) -> int:
    return (date.month > 0) + (date.day > 0)


def _day(date: PartialDate) -> datetime.date:
    return datetime.date(date.year, date.month or 1, date.day or 1)


def _iso(date: Date | None) -> str:
    return str(date) if isinstance(date, PartialDate) else ""


@cache
def _locale(language: str) -> Locale:
    """Return what CLDR knows of a language, of its nearest relative (`de` for `de-US`), or of English."""
    from babel import Locale, UnknownLocaleError

    while language:
        try:
            return Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError):
            language = language.rpartition("-")[0]
    return Locale.parse("en")


def day(date: Date, language: str) -> Period:
    """Return the date of a letter as `language` writes it out, its month in letters; words stay as they are."""
    if not isinstance(date, PartialDate) or not date.day:
        return Period(_shown(date, language), _iso(date), _iso(date))
    from babel.dates import format_date

    written = text_of(_spaced(format_date(_day(date), "long", locale=_locale(language))))
    return Period(written, _iso(date), _iso(date))


def country(code: str, language: str) -> str:
    """Return the name of a country (ISO 3166-1 alpha-2) in a language, or the code itself when there is none."""
    name: str = _locale(language).territories.get(code.upper(), code)
    return name
