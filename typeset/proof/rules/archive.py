"""The rule `archive`: a file says which standards it keeps, and keeps them."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault

MOST_FINDINGS = 5


def archive(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """The file declares itself archival (PDF/A) and accessible (PDF/UA-1), and an independent validator agrees.

    PDF/A (ISO 19005) has everything inside that a reader needs in thirty years; PDF/UA (ISO 14289) is what a screen
    reader needs today, and what public employers must ask for. A file that only says so is worse than one that does
    not. What breaks it is usually a theme: an inline `<svg>`, an `<img>` without words, a skipped level of heading, a
    gradient, an outside list marker. The message names the clause; what a file says of itself in two places must agree.
    """
    for standard in (f"PDF/A-{3 if claim.attached else 2}a", "PDF/UA-1"):
        if standard not in finished.standards:
            yield Finding("archive", Fault(f"the file does not say that it is {standard}"))
    for name in finished.contradictions:
        yield Finding("archive", Fault(f"the file gives its {name} twice, and differently"))
    if any(font.missing for font in finished.fonts):
        return  # A glyph that is missing breaks both; the rule `characters` names it.
    for breach in finished.breaches[:MOST_FINDINGS]:
        more = f", {breach.times} times" if breach.times > 1 else ""
        message = f"the file says that it is {breach.standard}, and is not: {breach.message} ({breach.rule}{more})"
        yield Finding("archive", Fault(message))
