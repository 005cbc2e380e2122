"""Texts with names in braces in; the same with values of the application and of the résumé in their places out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from typeset.document.locale import moment
from typeset.resume import names
from typeset.resume.application import Opening
from typeset.resume.blocks import List, ListItem, Paragraph, Quote, Terms
from typeset.resume.dates import DateText, PartialDate, Present
from typeset.resume.model import Part, Resume
from typeset.resume.tailoring.addresses import addresses
from typeset.resume.text import Run, Text, text_of
from typeset.source import Fault

Filled = TypeVar("Filled")
_BRACED = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_SHAPES = (List, ListItem, Paragraph, Quote, Terms, Part)


@dataclass(frozen=True, slots=True)
class Filler:
    """Puts values in the places of their names, and notes each name that there is no value for."""

    values: Mapping[str, Text | None]
    faults: list[Fault]

    @classmethod
    def of(cls, resume: Resume, opening: Opening | None, language: str) -> Filler:
        """Return what fills in the values of a résumé in one language, and, under `for.`, of the job applied for."""
        values = {path: _text(found[0].value, language) for path, found in addresses(resume).items()}
        values |= {f"for.{name}": getattr(opening, name) if opening else None for name in ("company", "role")}
        return cls({path: text for path, text in values.items() if text is not _UNFIT}, [])

    def filled(self, value: Filled) -> Filled:
        """Return a text, or anything that holds texts, with its names replaced."""
        whole: Any = self._filled(value)
        return whole  # type: ignore[no-any-return]

    def _filled(self, value: Any) -> Any:
        if isinstance(value, Text):
            return replace(value, runs=tuple(run for old in value.runs for run in self._runs(old, value)))
        if isinstance(value, tuple):
            return tuple(map(self._filled, value))
        if isinstance(value, _SHAPES):
            old = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
            new = {name: self._filled(each) for name, each in old.items() if name not in ("place", "x")}
            return dataclasses.replace(value, **new)
        return value

    def _runs(self, run: Run, text: Text) -> Iterator[Run]:
        at = 0
        for found in _BRACED.finditer(run.text):
            yield from _styled(text_of(run.text[at : found.start()]), run)
            yield from _styled(self._value(found, text), run)
            at = found.end()
        yield from _styled(text_of(run.text[at:]), run)

    def _value(self, found: re.Match[str], text: Text) -> Text:
        """Return what stands for a name in braces, or for the braces that mean themselves."""
        if found[0] in ("{{", "}}"):
            return text_of(found[0][0])
        place, name = text.place and text.place.at(found[0]), found[1]
        if name is None:
            self.faults.append(Fault(f"`{found[0]}` stands alone", place, "write it twice if it means itself"))
        elif name.strip() not in self.values:
            self.faults.append(Fault(f"`{name}` names no text", place, _hint(name.strip(), self.values)))
        elif value := self.values[name.strip()]:
            return value
        else:
            self.faults.append(Fault(f"there is nothing at `{name.strip()}`", place, "write it there, or here"))
        return text_of("")


_UNFIT = text_of("\0")
"""What stands for values that no line of text can hold, such as lists."""


def _text(value: Any, language: str) -> Text | None:
    if isinstance(value, Part) and value.shorthand:
        value = getattr(value, value.shorthand)
    if isinstance(value, PartialDate | Present | DateText):
        period = moment(value, language)
        return period.text if period else None
    if isinstance(value, str):
        return text_of(value)
    return value if value is None or isinstance(value, Text) else _UNFIT


def _styled(value: Text, like: Run) -> Iterator[Run]:
    """Yield the runs of a value in the style that its name stood in."""
    for run in value.runs:
        yield replace(
            run,
            emphasis=run.emphasis or like.emphasis,
            strong=run.strong or like.strong,
            code=run.code or like.code,
            link=like.link or run.link,
        )


def _hint(name: str, known: Mapping[str, Text | None]) -> str:
    return names.hint(name, known) or "names are such as `for.company`, `basics.name` or `work.ID.position`"
