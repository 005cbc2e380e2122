"""The rule `breaks`: no word of the document comes out in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from typeset.document.shapes import Document, Text
from typeset.proof import routes
from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import Found, Stream, gaps, short, squeezed
from typeset.proof.routes import Route
from typeset.source import Fault, Severity

MOST_FINDINGS = 5
_PARTED = re.compile(r"(?<!\w)(\w+)[-\u2010\u00ad] *\n *(\w+)")


def breaks(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Each word comes out in one piece: without a space, a hyphen or the end of a line in it.

    Who searches for “Kubernetes” does not find “Kuber netes”. Programs take white between letters for the end of a
    word from about a tenth of the size of the type on (measured: `letter-spacing` from 0.08em in text, from 0.09em in
    headings), and only some join what a hyphen has parted. What breaks it are wide letter-spacing, automatic hyphens,
    and words that are longer than a line. Set letters closer, leave `hyphens` off, and shorten the word.
    """
    if not routes.is_garbled(finished):
        yield from islice(_parted(finished, claim.document), MOST_FINDINGS)
        yield from islice(_spaced(finished, claim), MOST_FINDINGS)


def _parted(finished: Finished, document: Document) -> Iterator[Finding]:
    """Yield an error for each word that a hyphen parts at the end of a line, and that the document writes without."""
    for number, page in enumerate(finished.pages, 1):
        for first, second in _PARTED.findall(page):
            word = squeezed(first + second)
            hyphened = squeezed(f"{first}-{second}")
            known = [text for text in texts(document) if word in squeezed(text.plain)]
            if known and not any(hyphened in squeezed(text.plain) for text in texts(document)):
                place = known[0].place.at(first + second) if known[0].place else None
                message = f"“{first + second}” comes out with a hyphen in it, as “{first}-” and “{second}”"
                yield Finding("breaks", Fault(message, place, "switch automatic hyphens off in the theme"), number)


def _spaced(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each word that comes out with white space in it, by the first route that does so."""
    met = set[tuple[int, int]]()
    for route, where in (
        (routes.stream(finished, claim), "text"),
        (routes.layout(finished, claim).route, "page"),
        (routes.tags(finished, claim), "tags"),
    ):
        for each, offsets in _broken(route):
            for at, word, inside in _words(each.text, offsets):
                if (id(each.text), at) not in met and not _stands_whole(word, route.stream, claim.document):
                    met.add((id(each.text), at))
                    is_end = all(each.start + at + offset in route.stream.ends for offset in inside)
                    yield _finding(each.text, word, inside, None if is_end else where)


def _stands_whole(word: str, stream: Stream, document: Document) -> bool:
    """Whether a word stands in one piece as often as it should, so that what looks like a broken one is other words."""
    said = (stream.text[at:end] for at, end in pairwise([0, *sorted(stream.spaces), len(stream.text)]))
    meant = (squeezed(each) for text in texts(document) for each in text.plain.split())
    return sum(each == squeezed(word) for each in said) >= sum(each == squeezed(word) for each in meant)


def _broken(route: Route) -> Iterator[tuple[Found, list[int]]]:
    """Yield the texts with white space in their words, and after how many of their characters it is."""
    stream = route.stream
    spaces = [at for at in sorted(stream.spaces) if stream.is_within_word(at)]
    number = 0
    for each in route.followed.found:
        offsets = []
        while number < len(spaces) and spaces[number] < each.end:
            offsets += [spaces[number] - each.start] if spaces[number] > each.start else []
            number += 1
        if offsets and (wrong := sorted(set(offsets).difference(gaps(each.text)))):
            yield each, wrong


def _words(text: Text, offsets: list[int]) -> Iterator[tuple[int, str, list[int]]]:
    """Yield where each broken word of a text begins, the word, and after how many of its characters it is broken."""
    for at, word in zip(gaps(text), text.plain.split(), strict=True):
        end = at + len(squeezed(word))
        if inside := [offset - at for offset in offsets if at < offset < end]:
            yield at, word, inside


def _finding(text: Text, word: str, inside: list[int], where: str | None) -> Finding:
    """Return what is told of a word; `where` it comes out so, if not only at the ends of lines."""
    place = text.place.at(word) if text.place else None
    if not where:
        message = f"“{short(word)}” is broken at the end of a line, after “{short(word[: inside[0]])}”"
        return Finding("breaks", Fault(message, place, "shorten it, or give it more room", Severity.WARNING))
    parts = " ".join(word[one:other] for one, other in pairwise([0, *inside, len(word)]))
    message = f"“{short(word)}” comes out in the {where} as “{short(parts)}”"
    return Finding("breaks", Fault(message, place, "the theme should set its letters closer"))
