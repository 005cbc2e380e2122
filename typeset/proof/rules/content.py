"""The rule `content`: a file of data, built from anew, says what the document says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from typeset.document.arrange import arrange
from typeset.document.shapes import Text
from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.resume.application import Application
from typeset.resume.model import Resume
from typeset.resume.tailor import tailor
from typeset.source import Fault

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class FinishedContent(Finished):
    """A file of data read back: the résumé that it holds."""

    content: Resume | None = None


def content(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """A file of data, read as content and built from anew, says the same CV, text by text.

    Whoever gets a JSON or YAML file takes it for the whole CV, and may import it into a program of his own. What would
    be lost on that way is lost without a word, years later. Content that a format has no room for is kept under `meta`
    or `x`, so that the way back is whole; what breaks it is a fault of the program, or a file changed after the build.
    """
    if not isinstance(finished, FinishedContent) or finished.content is None:
        return
    again = arrange(tailor(finished.content, Application()), claim.document.language)
    for wanted, found in zip_longest(texts(claim.document), texts(again)):
        if wanted is None or found is None or wanted.runs != found.runs:
            message = f"built from this file the CV says {_quoted(found)} where it says {_quoted(wanted)}"
            yield Finding("content", Fault(message, wanted.place if wanted else None))
            return


def _quoted(text: Text | None) -> str:
    if not text:
        return "nothing"
    said = text.plain
    return f"“{said if len(said) <= _SHOWN else said[: _SHOWN - 1] + '…'}”"
