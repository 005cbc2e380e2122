"""The rule `structure`: the tags of a PDF call headings headings, skip no level of them, and points points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, islice

from typeset.proof import routes
from typeset.proof.claim import Claim
from typeset.proof.expected import Unit, texts, units
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import short, squeezed
from typeset.proof.tags import Tag
from typeset.source import Fault, Place, Severity

MOST_FINDINGS = 5
_HEADING = re.compile(r"H[1-6]?")


def structure(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The titles of sections are tagged as headings, points as items of lists, and no level of heading is skipped.

    Who does not see a page goes through it from heading to heading, and is told how many points a list has; programs
    that take a page apart do the same. PDF/UA-1 forbids skipped levels (ISO 14289-1, 7.4.2). What breaks it are themes
    that set a heading as a bold paragraph, go from `h2` to `h4`, or take items out of their lists
    (`display: contents`). Write headings as `h1` to `h6` in their order, and points as `li`.
    """
    if finished.tags and not routes.is_garbled(finished):
        yield from islice(_levels(finished.tags, claim), MOST_FINDINGS)
        yield from islice(_roles(finished, claim), MOST_FINDINGS)


def _levels(tags: tuple[Tag, ...], claim: Claim) -> Iterator[Finding]:
    """Yield a warning for each heading that is more than one level below the one before it."""
    above = 0
    for heading, inside in groupby(tags, lambda tag: tag.heading):
        if heading:
            level, said = heading[0], "".join(tag.text for tag in inside).strip()
            if level > above + 1:
                before = f"one of level {above}" if above else "none"
                message = f"“{short(said)}” is tagged as a heading of level {level}, after {before}"
                yield _warning(message, _place_of(said, claim))
            above = level


def _roles(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Yield a warning for each title of a section, and each point, whose tags do not say that it is one."""
    route, expected = routes.tags(finished, claim), list(units(claim.document))
    for each in route.followed.found:
        roles = {role for tag in finished.tags[route.parts(each.start, each.end)] for role in tag.roles}
        if problem := _problem(expected[each.unit], roles):
            yield _warning(f"“{short(each.text.plain)}” {problem}", each.text.place)


def _problem(unit: Unit, roles: set[str]) -> str | None:
    if unit.section and not any(map(_HEADING.fullmatch, roles)):
        return "is not tagged as a heading"
    return "is not tagged as an item of a list" if unit.mark and "LI" not in roles else None


def _place_of(said: str, claim: Claim) -> Place | None:
    """Return where the longest text is written that a heading says."""
    known = [text for text in texts(claim.document) if text.place and squeezed(text.plain) in squeezed(said)]
    return max(known, key=lambda text: len(text.plain)).place if known else None


def _warning(message: str, place: Place | None) -> Finding:
    hint = "screen readers, and programs that take a page apart, go by its tags"
    return Finding("structure", Fault(message, place, hint, Severity.WARNING))
