"""The rule `words`: every word of the document is in the file, in order, once, and no other word is."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof import routes
from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished

MOST_FINDINGS = 5


def words(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """Every word of the content is in the file, in the order of the content, once; and no other word is.

    Programs read a file from its first character to its last: search engines, parsers of applications, whoever copies
    and pastes. White space is not compared, since lines break anywhere, nor is case, since headings may be set in
    capitals. What breaks it are themes that leave a text out, move it (floats, absolute positions), or write words of
    their own; hyphens at the ends of lines; and fonts whose glyphs do not say which characters they are.
    """
    if routes.is_garbled(finished):
        return
    for fault in routes.stream(finished, claim).followed.faults[:MOST_FINDINGS]:
        yield Finding("words", fault)
