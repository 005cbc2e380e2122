"""The rule `endings`: the points of a list end alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.lint.subject import Subject
from typeset.lint.telling import advice
from typeset.lint.texts import Bullet, lists
from typeset.source import Place
from typeset.source.findings import Finding

FEWEST = 3
"""Points from which a list has a habit."""
_STOP = re.compile(r"[.!?。！？][\"”’»)\]]*$")
_UNTOLD = re.compile(
    r"(?:[:,;…–—-]|\.\.\.|\b(?:etc|inc|ltd|co|corp|jr|sr|no|al|usw|bzw|ca|z\.\s?b|e\.v|[a-z])\.[\"”’»)\]]*)$",
    re.IGNORECASE,
)
"""Ends that say nothing of a habit: of a point that goes on below, or of an abbreviation."""
_SHOWN = 20


def endings(subject: Subject) -> Iterator[Finding]:
    """Either every point of a list ends in a full stop, or none does.

    Nobody minds which, but everybody who reads for a living sees the mixture. Points that lead to others below them and
    points that end in an abbreviation are not counted, nor are lists of fewer than three. It comes from bullets written
    in different years; end them all as most of the list does.
    """
    for found in lists(subject):
        told = [point for point in found.points if not _is_untold(point)]
        ended = [point for point in told if _STOP.search(_end(point))]
        others = [point for point in told if point not in ended]
        if len(told) >= FEWEST and ended and others:
            yield _told(ended, others, len(told))


def _told(ended: list[Bullet], others: list[Bullet], count: int) -> Finding:
    if len(ended) > len(others):
        message = f"{len(ended)} of {count} points of this list end in a full stop, but not “{_tail(others[0])}”"
        return advice("endings", message, _place(others[0]), "end them all alike")
    message = f"“{_tail(ended[0])}” ends in a full stop, but {len(others)} of {count} points of this list do not"
    return advice("endings", message, _place(ended[0]), "end them all alike")


def _is_untold(point: Bullet) -> bool:
    said = _end(point)
    return not said or point.opens or bool(_UNTOLD.search(said)) or _is_odd(point)


def _is_odd(point: Bullet) -> bool:
    """Whether a point ends in an address or in code, which have no full stop of their own."""
    last = point.text.runs[-1]
    return last.code or "://" in last.text.split()[-1] if last.text.split() else True


def _end(point: Bullet) -> str:
    return point.text.plain.rstrip()


def _tail(point: Bullet) -> str:
    said = _end(point)
    last = said[-_SHOWN:]
    return said if len(said) <= _SHOWN else "…" + (last.partition(" ")[2] or last)


def _place(point: Bullet) -> Place | None:
    """Return where the last word of a point stands."""
    place = point.text.place
    return place.at(_end(point).split()[-1]) if place else None
