"""Words in, dates out: as people write them, in many languages, where they can mean one date only.

A date is given as content has it: `2012`, `2012-01`, `2012-01-05` or `present`. Seasons and "about 2010" stay words.
"""

from __future__ import annotations

import re
from functools import cache

from typeset.readers.draft.months import MONTHS
from typeset.resume import dates

Ends = tuple[str | None, str | None]
"""Start and end of a stretch of time."""

Span = tuple[int, int]
"""Where it stands in its line: the first character, and the one after the last; brackets around it included."""

PRESENT = "present"
"""The date of what has not ended."""

_NOW = """
present now current currently today ongoing heute aktuell jetzt laufend gegenwärtig derzeit présent aujourd'hui
aujourd’hui actuel actuellement maintenant actualidad presente actual actualmente ahora hoy oggi attuale attualmente
atual atualmente atualidade hoje heden nu nuvarande pågående nuværende nyt nykyinen obecnie teraz nadal současnost
dosud nyní súčasnosť jelen jelenleg prezent sada danas сейчас теперь дотепер günümüz halen devam σήμερα
"""
_SEASONS = """
spring summer fall autumn winter frühling frühjahr sommer herbst wintersemester sommersemester ws ss printemps été
automne hiver primavera verano otoño invierno estate autunno inverno verão outono zomer herfst lente early mid late
circa ca about around q1 q2 q3 q4
"""
_SHORT_WORDS = "ag ago bal des dub elo gen kas kol led loka mag mar may out pro set sie stu tem tra vas"
"""Names of months that are words of other languages: inside a text they count with a capital or a full stop."""

# A name is looked up once and stands, in what the patterns read, as one character of its kind, filled up to its length.
_FILL, _PRESENT, _SEASON = "\ue000", "\ue00d", "\ue00e"
_KINDS = {name: chr(0xE000 + number) for name, number in MONTHS.items()}
_KINDS |= dict.fromkeys(_NOW.split(), _PRESENT) | dict.fromkeys(_SEASONS.split(), _SEASON)
_WORD = re.compile(r"[qQ][1-4]\b|[^\W\d_\u3040-\u9fff\uac00-\ud7af]+(?:['’][^\W\d_]+)?")

_M = f"(?:[\ue001-\ue00c]{_FILL}*)"
_S = f"(?:{_SEASON}{_FILL}*)"
_Y = r"(?:(?:1[5-9]|20)\d\d(?!\d))"
_MM = r"(?:1[0-2]|0?[1-9])"
_DD = r"(?:3[01]|[12]\d|0?[1-9])"
_OF = r"(?:\s+(?:de|del|of)\s+)"
_DATE = "|".join(
    [
        *(rf"{_Y}{sign}{_MM}{sign}{_DD}(?![\d/])(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?" for sign in ("-", "/", r"\.")),
        rf"{_Y}\s?[年년](?:\s?{_MM}\s?[月월](?:\s?{_DD}\s?[日일])?)?",
        rf"{_DD}(?:st|nd|rd|th|er|º|\.)?(?:{_OF}|\s*){_M}[.,]?(?:{_OF}|[\s-]*){_Y}",
        rf"{_M}\.?\s+{_DD}(?:st|nd|rd|th)?,?\s+{_Y}",
        rf"{_M}[.,]?(?:{_OF}|\s*[-/]?\s*)(?:{_Y}|['’]\d\d(?!\d))",
        rf"{_Y}[./,]?\s?{_M}\.?(?:\s{_DD}\.)?",
        rf"{_Y}[-./]{_MM}(?![\d/.]*\d)",
        rf"{_DD}\.\s?{_MM}\.\s?{_Y}",
        rf"\d\d?/\d\d?/{_Y}",
        rf"{_MM}\s?[-./]\s?{_Y}",
        rf"{_S}(?:[\s/-]{{0,3}}{_S})*[.\s-]{{0,3}}{_Y}",
        _Y,
    ]
)
_UNTIL_NOW = (
    rf"(?:the\s)?{_PRESENT}{_FILL}*|(?:to|till)\sdate|à\sce\sjour|en\scours|la\sfecha|in\scorso|сих\sпор|н\.\s?в\.|"
    r"(?:наст\.|настоящее)\sвремя|至今|现在|現在|目前|现今|今|현재"
)
_TO = (
    r"(?:\s*(?:-{1,3}|[–—−―~〜～‒‐‑→至]|から)\s*|\s+(?:to|until|till|til|through|thru|bis(?:\szum)?|à|au|a|al|"
    r"jusqu[’']à|hasta(?:\sla)?|fino\sa[dl]?|até|ate|tot|do|до|по)\s+|(?<=[月年월년\s])(?=至今))"
)
_SINCE = r"(?:since|seit|ab|depuis|desde|dal|sinds|sedan|siden|od|с)\s+"
_FROM = rf"(?:{_SINCE}|(?:from|von|vom|de|del|du|van|från|fra)\s+)"
_UNTIL = r"(?:until|till|bis|jusqu[’']en|hasta|fino\sal|até|tot|до)\s+"
_PERIOD = re.compile(
    rf"(?:{_FROM})?(?P<start>{_DATE}|\?{{1,3}}|{_M}\.?(?:\s?{_DD})?|{_DD}\.?\s?{_M}\.?){_TO}(?P<end>{_DATE}|{_UNTIL_NOW}|date\b)"
    rf"|(?P<first>{_Y})(?:[–/](?P<last>\d\d)|-(?P<short>1[3-9]|[2-9]\d))(?![\d/.-]*\d)"
    rf"|{_SINCE}(?P<since>{_DATE})|{_UNTIL}(?P<until>{_DATE})|(?P<one>{_DATE})",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?P<date>{_DATE})|(?:{_UNTIL_NOW})", re.IGNORECASE)
_FREE = re.compile(r"[\w$€£#]|\d[./-]")
"""What stands before figures that are a part of something longer."""
_BRACKETS = {"(": ")", "[": "]", "（": "）"}


def moment(words: str) -> str | None:
    """Return the date that `words` are from end to end, as content writes it; None when they could mean another."""
    words = _bare(words)
    found = _ONE.fullmatch(_coded(words, inside=False))
    if not found:
        return None
    return _date(found["date"]) if found["date"] else PRESENT


def period(words: str) -> Ends | None:
    """Return the ends of the range that `words` are from end to end; None for one date and for anything else.

    "since 2019" ends at present, "until 2017" has no start. An end that is a season stays words.
    """
    words = _bare(words)
    found = _PERIOD.fullmatch(_coded(words, inside=False))
    return _ends(found, words) if found and not found["one"] else None


def periods(line: str) -> list[tuple[str | None, str | None, Span]]:
    """Return the ranges and dates in a line, in order, with their spans; one date alone is a start without an end."""
    if not re.search(r"\d|\?\?", line):
        return []
    made = []
    for found in _PERIOD.finditer(_coded(line, inside=True)):
        start, end = found.span()
        before = line[max(0, start - 2) : start]
        if (found["one"] and _FREE.fullmatch(before[-1:])) or re.fullmatch(r"\d[./-]|.?[\w$€£#]", before):
            continue
        ends = _ends(found, line)
        if ends:
            made.append((*ends, _with_brackets(line, start, end)))
    return made


def _bare(words: str) -> str:
    words = words.strip().strip("*_").strip().rstrip(",;:").strip()
    if words[:1] in _BRACKETS and words[-1:] == _BRACKETS[words[0]]:
        words = words[1:-1].strip()
    return words


def _with_brackets(line: str, start: int, end: int) -> Span:
    left, right = line[:start].rstrip(), line[end:].lstrip()
    if left and right and _BRACKETS.get(left[-1]) == right[0]:
        return len(left) - 1, len(line) - len(right) + 1
    return start, end


@cache
def _kind(word: str) -> str:
    return _KINDS.get(word.casefold(), "")


def _coded(words: str, *, inside: bool) -> str:
    """Return the words with names replaced by their kinds, each character where it was."""

    def code(found: re.Match[str]) -> str:
        word = found[0]
        kind = _kind(word)
        if not kind or (inside and word in _SHORT_WORDS.split() and words[found.end() : found.end() + 1] != "."):
            return word
        return kind + _FILL * (len(word) - 1)

    return _WORD.sub(code, words)


def _ends(found: re.Match[str], words: str) -> Ends | None:
    """Return the two ends of what `_PERIOD` found; None when there is no such day."""
    if found["one"]:
        return _known(_end(found, "one", words), None)
    if found["since"]:
        return _known(_end(found, "since", words), PRESENT)
    if found["until"]:
        return _known(None, _end(found, "until", words))
    if found["first"]:
        first, last = found["first"], found["last"] or found["short"]
        return (first, first[:2] + last) if last > first[2:] else None
    end = _end(found, "end", words)
    if end and not re.search(r"\d{3}|['’]\d|\?", found["start"]):
        start = _date(f"{found['start']} {end[:4]}")
        return (start, end) if start and len(start) == len(end) else None
    start = _end(found, "start", words)
    return (start, end) if start and end else None


def _known(start: str | None, end: str | None) -> Ends | None:
    return (start, end) if start or (end and end != PRESENT) else None


def _end(found: re.Match[str], name: str, words: str) -> str | None:
    """Return one end as a date, or as its words where it is a season or unknown."""
    written = found[name]
    if _SEASON in written or "?" in written:
        return " ".join(words[found.start(name) : found.end(name)].split())
    if not re.search(r"\d", written):
        return PRESENT
    return _date(written)


def _number(coded: str) -> int:
    """Return the number of the month that a coded text names, or 0."""
    return next((ord(sign) - 0xE000 for sign in coded if "\ue001" <= sign <= "\ue00c"), 0)


def _date(coded: str) -> str | None:
    """Return the ISO form of one coded date; None where days and months could change places, and for no day at all."""
    figures = [int(found) for found in re.findall(r"\d+", coded.partition("T")[0])]
    year = next((figure for figure in figures if figure > 999), 0)
    rest = [figure for figure in figures if figure != year]
    if _SEASON in coded:
        return None
    if month := _number(coded):
        if not year:
            [short], rest = rest, []
            year = short + (2000 if short < 50 else 1900)
        parts = [month, *rest]
    elif len(rest) == 2 and figures[0] != year:
        parts = _month_and_day(rest, "/" in coded)
    else:
        parts = rest
    written = "-".join([f"{year:04d}", *(f"{part:02d}" for part in parts)])
    try:
        return written if year and parts is not _UNKNOWN and dates.parse(written) else None
    except dates.NotADate:
        return None


_UNKNOWN: list[int] = []


def _month_and_day(figures: list[int], is_slashed: bool) -> list[int]:
    """Return the month and the day of two figures before a year: only slashes leave their order open."""
    first, second = figures
    if not is_slashed or first == second or first > 12:
        return [second, first]
    return [first, second] if second > 12 else _UNKNOWN
