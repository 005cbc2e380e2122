"""The rule `joins`: words that stand apart do not come out as one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from typeset.document.shapes import Text
from typeset.proof import routes
from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import Stream, gaps
from typeset.proof.routes import Route
from typeset.source import Fault

MOST_FINDINGS = 5


def joins(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Words that stand apart come out apart, with white space or a sign between them.

    Who searches for “Lovelace” does not find “LovelaceAnalyst”. Where no space is written, programs see one in a gap or
    in a new line, and some see a new line only where its baseline is farther down than 0.8 times the size of what
    stands above it (pypdf; measured). What breaks it are a line set close below much larger type, and texts that are
    only moved apart. Give the line more room, or write a space, a comma or a dot between the texts.
    """
    if not routes.is_garbled(finished):
        yield from islice(_joined(routes.stream(finished, claim)), MOST_FINDINGS)


def _joined(route: Route) -> Iterator[Finding]:
    """Yield an error for each end of a word that has no white after it, between two texts and within each."""
    found = [each for each in route.followed.found if each.text.plain.strip()]
    for one, other in pairwise(found):
        if one.end == other.start and _is_joined(route.stream, one.end):
            yield _finding(one.text.plain.split()[-1], other.text.plain.split()[0], one.text, other.text)
    for each in found:
        words = each.text.plain.split()
        for number, at in enumerate(gaps(each.text)):
            if at and each.start + at < each.end and _is_joined(route.stream, each.start + at):
                yield _finding(words[number - 1], words[number], each.text)


def _is_joined(stream: Stream, at: int) -> bool:
    return at not in stream.spaces and stream.is_within_word(at)


def _finding(one: str, other: str, *texts: Text) -> Finding:
    place = next((text.place.at(word) for text, word in zip(texts, (one, other), strict=False) if text.place), None)
    hint = "the theme should set a space between them, or more room"
    return Finding("joins", Fault(f"“{one}” and “{other}” come out as one word, “{one}{other}”", place, hint))
