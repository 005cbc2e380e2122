"""A finished file and what it claims to be in; findings out."""

from __future__ import annotations

from collections.abc import Sequence

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import READERS, Finished, read_back
from typeset.proof.rules import RULES
from typeset.source import Fault


def prove(files: Sequence[bytes], format_name: str, claim: Claim) -> tuple[Finished, list[Finding]]:
    """Return the files of a format as they read back, and every finding of every rule that speaks of it.

    A damaged file can make a reader raise anything; that is a finding too.
    """
    try:
        finished = read_back(files, format_name)
    except Exception as error:
        fault = Fault(f"the file cannot be read back: {type(error).__name__}: {error}", hint="build it again")
        return Finished(()), [Finding("file", fault)]
    spoken = READERS[format_name].rules
    return finished, [finding for name, rule in RULES.items() if name in spoken for finding in rule(finished, claim)]


__all__ = ["RULES", "Claim", "Finding", "Finished", "prove"]
