"""The rule `tense`: what is over is told in the past."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from typeset.lint.months import is_past
from typeset.lint.subject import Subject
from typeset.lint.telling import advice, at_word
from typeset.lint.texts import lists
from typeset.lint.verbs import Tense, Verb, verb
from typeset.resume.dates import PartialDate
from typeset.resume.model import CustomItem, Dated, Position, Volunteer, Work
from typeset.resume.text import Text
from typeset.source.findings import Finding

_Found = tuple[Text, Verb]
_TOLD = (Work, Position, Volunteer, CustomItem)
"""What people do themselves; what a project does is told in the present for as long as it is there."""


def tense(subject: Subject) -> Iterator[Finding]:
    """The points of a job that has ended are in the past, and those of one without dates all in one tense.

    “Lead a team of six” under a job that ended in 2019 says that you still do, and a reader stumbles. It is left over
    from when the job went on. What still goes on may have both: what you do, and what you have done there. Only the
    verb at the beginning of a point is looked at, in English and German, and only where it can be nothing but a verb:
    “Design of” and “Leitung von” have no tense.
    """
    entries: dict[int, list[_Found]] = defaultdict(list)
    owners: dict[int, Dated] = {}
    for found in lists(subject):
        item = found.item
        if item and isinstance(item, _TOLD):
            owners[id(item)] = item
            verbs = ((point.text, verb(point.text.plain, point.language)) for point in found.points)
            entries[id(item)] += [(text, first) for text, first in verbs if first]
    for key, said in entries.items():
        if told := _told(owners[key], said, subject.today):
            yield told


def _told(item: Dated, found: list[_Found], today: PartialDate) -> Finding | None:
    now = [each for each in found if each[1].tense is Tense.PRESENT]
    then = [each for each in found if each[1].tense is Tense.PAST]
    has_ended = is_past(item.endDate, today)
    is_undated = not item.startDate and not item.endDate
    if not now or not (has_ended or (is_undated and then)):
        return None
    text, first = now[0]
    others = [f"`{each.written}`" for _, each in now[1:]]
    why = f"the entry ended in {item.endDate}" if has_ended else f"`{then[0][1].written}` beside it in the past"
    too = f"; so {'is' if len(others) == 1 else 'are'} {', '.join(others)}" if others else ""
    message = f"`{first.written}` is in the present tense, but {why}{too}"
    return advice("tense", message, at_word(text.place, first.written), f"write `{first.past}`")
