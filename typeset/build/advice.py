"""Prepared applications in; advice on what they say out, each once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from typeset.build.dictionaries import shelf_of
from typeset.build.prepare import Prepared
from typeset.build.project import Project
from typeset.lint import Subject, advise
from typeset.resume.dates import PartialDate
from typeset.source import Faults, Severity
from typeset.source.characters import decode, read_bytes
from typeset.source.findings import Finding

WORDS = "words.txt"
"""The file beside the content with words that are right in this project."""


def advice(
    project: Project, prepared: Iterable[Prepared], today: PartialDate, dictionaries: Sequence[Path]
) -> list[Finding]:
    """Return what there is to say about the content of applications, in its order.

    `today` is the day they are read on; `dictionaries` are folders of Hunspell files. A file of words that cannot be
    read is a finding, too.
    """
    words, wrong = _words(project)
    shelf = shelf_of(dictionaries)
    found = (finding for each in prepared for finding in advise(_subject(each, today).spelled(shelf, words)))
    return [*wrong, *sorted(dict.fromkeys(found), key=_position)]


def _subject(prepared: Prepared, today: PartialDate) -> Subject:
    letter = prepared.letter.letter if prepared.letter else None
    return Subject.of(prepared.resume, prepared.document.language, today, letter)


def _words(project: Project) -> tuple[frozenset[str], list[Finding]]:
    """Return the words of the project's own file, in small letters: one on a line, `#` begins a remark."""
    path = project.content / WORDS
    name = project.shown(path)
    if not path.is_file():
        return frozenset(), []
    try:
        lines = decode(read_bytes(path, name), name).text.splitlines()
    except Faults as faults:
        return frozenset(), [Finding("spelling", replace(fault, severity=Severity.WARNING)) for fault in faults.faults]
    return frozenset(word.lower() for line in lines if (word := line.partition("#")[0].strip())), []


def _position(finding: Finding) -> tuple[bool, str, int, int]:
    place = finding.fault.place
    return (False, place.source.name, place.line, place.column) if place else (True, "", 0, 0)
