"""The rule `pages`: a file keeps its page budget."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.source import Fault


def pages(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """A file has no more pages than its budget allows, and no fewer than it asks for.

    Many posts and most agencies say how long a CV may be, and stop reading there. The build has already set the pages
    tighter, as far as the theme allows, and left out what has `priority: 2` or more; what is found here could not be
    mended so. Give a `priority` to what may go, `omit` or `pick` items in the application, shorten the items that its
    notes name as the longest, or change `pages`.
    """
    count, fewest, most = len(finished.pages), claim.fewest_pages, claim.most_pages
    if most is not None and count > most:
        allowed = "one page is" if most == 1 else f"{most} pages are"
        hint = "leave something out, or allow more pages"
        yield Finding("pages", Fault(f"the CV has {count} pages; {allowed} allowed", claim.budget_place, hint))
    if fewest is not None and count < fewest:
        has = "one page" if count == 1 else f"{count} pages"
        hint = "say more, or ask for fewer pages"
        yield Finding("pages", Fault(f"the CV has {has}; there must be {fewest}", claim.budget_place, hint))
