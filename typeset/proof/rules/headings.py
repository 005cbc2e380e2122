"""The rule `headings`: sections are called what parsers know them by."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.document.shapes import Section
from typeset.document.words import words
from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.following import squeezed
from typeset.readers.draft.headings import kind
from typeset.source import Fault, Severity


def headings(finished: Finished, claim: Claim) -> Iterator[Finding]:  # noqa: ARG001  # every format says the same
    """Sections of work, education, skills and the like have headings that parsers know.

    A parser finds out what a section is by the words above it: under “My journey” one found half of what it found under
    “Work Experience” (measured). What an own section is called is up to its writer. Use the usual word of the
    language, or one of the many that mean the same: `titles: {work: Work Experience}` in an application.
    """
    usual = words(claim.document.language)
    for section in claim.document.sections:
        known = usual.get(section.kind)
        if known and section.title and not _is_known(section, known):
            message = f"parsers may not know “{section.title.plain}” for the heading of `{section.kind}`"
            hint = f"“{known}” is the usual one: `titles: {{{section.kind}: {known}}}`"
            yield Finding("headings", Fault(message, section.title.place, hint, Severity.ADVICE))


def _is_known(section: Section, usual: str) -> bool:
    said = section.title.plain
    return squeezed(said) == squeezed(usual) or kind(said) == section.kind
