"""The rule `description`: a file says what it is."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault


def description(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The file says its title, author and language as the content has them, and is tagged.

    Viewers show the title instead of the file's name, systems for applicants file a CV under its author, and a screen
    reader speaks German as German only when the file says that it is. Tags say what is a heading and what a list
    (ISO 32000-2, 14.8): without them assistive technology guesses. A theme's own `document.html` or `document.tex`
    usually has left out `<title>`, `<meta name="author">` or `lang`.
    """
    document = claim.document
    for name, found, wanted in (
        ("title", finished.title, document.title),
        ("author", finished.author, document.author),
        ("language", finished.language, document.language),
    ):
        if found != wanted:
            yield Finding("description", Fault(f"the file gives its {name} as `{found}`, not `{wanted}`"))
    if not finished.is_tagged:
        yield Finding("description", Fault("the file is not tagged"))
