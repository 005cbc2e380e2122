"""A file of prose and the draft made of it in; every word of the file that neither it nor a note holds, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from typeset.readers.draft.dates import periods
from typeset.readers.draft.draft import Draft
from typeset.readers.draft.nodes import leaves, with_entries, without
from typeset.readers.draft.notes import Fate, Note
from typeset.source import Mapping, Place, Scalar, Sequence, Source

_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+")
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>|&#?\w+;|^[ \t]*(?:[-*+>][ \t]+)*\d{1,9}[.)](?=[ \t])",
    re.DOTALL | re.MULTILINE,
)
_LINK = re.compile(r"\[([^\[\]]*)\]\(<?([^()\s<>]*)>?(?:\s+\"[^\"]*\")?\)")
_REFERENCE = re.compile(r"(?<=\])[ ]?\[[^\[\]\n]*\]|^ {0,3}\[[^\[\]\n]+\](?=:[ \t]+\S)", re.MULTILINE)
_ANCHOR = re.compile(r"<a\b[^<>]*?\bhref\s*=\s*[\"']?([^\s\"'<>]+)[^<>]*>([^<>]*)</a>", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)
_JOINING = re.compile(
    "an?|and|at|by|for|from|in|of|on|the|to|with|bei|beim|bis|chez|für|im|seit|since|until|vo[nm]|zu|zum|am|de|du|des|"
    "la|les?|à|en|dans|el|y|e|da|do|em|i|och|og|et|und|presso|至|https?|www|mailto"
)
"""Words between a role, an employer and a date: the page sets its own."""


def complete(draft: Draft, source: Source, marks: Collection[str] = (), shown: Iterable[str] = ()) -> Draft:
    """Return a draft that keeps, under `x.lines`, each line with a word that arrived nowhere, and tells so."""
    notes = missing(source, draft.tree, draft.notes, marks, shown)
    lines = [Scalar(source.line(note.place.line).strip(), note.place) for note in notes if note.place]
    if not lines:
        return draft
    x = draft.tree.get("x")
    x = with_entries(
        x if isinstance(x, Mapping) else Mapping((), draft.tree.place),
        [("lines", Sequence(tuple(lines), lines[0].place))],
    )
    tree = with_entries(without(draft.tree, "x"), [("x", x)])
    return replace(draft, tree=tree, notes=(*draft.notes, *notes))


def missing(
    source: Source, tree: Mapping, notes: Iterable[Note], marks: Collection[str] = (), shown: Iterable[str] = ()
) -> list[Note]:
    """Return a note for each line of a file with words that are neither in the tree nor told of.

    Told of are the words of a line that a note has the place of. Comments and tags of HTML, dates, words that join a
    role to an employer, and `marks`, such as "phone" before a number, may go without one; `shown` are texts that the
    page sets by itself, such as usual headings.
    """
    texts = (*(leaf.text for _, leaf in leaves(tree)), *shown)
    there = Counter(word for text in texts for word in words(text))
    told = {note.place.line for note in notes if note.place and note.place.source.name == source.name}
    found = []
    for number, line in _lines(source):
        dates = _words_of_dates(line)
        lost = [word for word in words(line) if word not in dates and not _taken(there, word)]
        lost = [word for word in lost if not _JOINING.fullmatch(word) and word not in marks]
        if lost and number not in told:
            place = Place(source, number, len(line) - len(line.lstrip()) + 1, max(1, len(line.strip())))
            said = ", ".join(f"“{word}”" for word in dict.fromkeys(lost))
            found.append(Note(Fate.MOVED, f"a line with words that no field holds ({said}), to `x.lines`", place))
    return found


def words(text: str) -> list[str]:
    """Return the words of a text, in order, in small letters; of a link that is its own words, those alone."""
    return [found.casefold() for found in _WORD.findall(_LINK.sub(_said_once, text))]


def _said_once(found: re.Match[str]) -> str:
    said, address = (_WORD.findall(part.casefold()) for part in found.groups())
    return found[1] if [word for word in address if word in said] == said else f"{found[1]} {found[2]}"


def _lines(source: Source) -> Iterator[tuple[int, str]]:
    """Yield lines with their numbers, without what hides or lays out; the address of a link stays."""

    def blank(found: re.Match[str]) -> str:
        address = _HREF.search(found[0]) if found[0].startswith("<a") else None
        return (f" {address[1]} " if address else "") + "\n" * found[0].count("\n")

    yield from enumerate(_REFERENCE.sub("", _MARKUP.sub(blank, _ANCHOR.sub(r"[\2](\1)", source.text))).split("\n"), 1)


def _taken(there: Counter[str], word: str) -> bool:
    """Whether the tree has a word as often as the file so far; it is counted off."""
    if there[word] <= 0:
        return False
    there[word] -= 1
    return True


def _words_of_dates(line: str) -> set[str]:
    bare = re.sub(r"[*_`]+", " ", line)
    return {word for _, _, (start, end) in periods(bare) for word in words(bare[start:end])}
