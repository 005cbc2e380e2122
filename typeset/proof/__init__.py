"""A finished file and what it claims to be in; findings out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from typeset.proof.claim import Claim
from typeset.proof.findings import Finding
from typeset.proof.finished import READERS, Finished, read_back
from typeset.proof.levels import Levels, levelled
from typeset.proof.rules import RULES
from typeset.source import Fault


def prove(files: Sequence[bytes], format_name: str, claim: Claim) -> tuple[Finished, list[Finding]]:
    """Return the files of a format as they read back, and every finding of every rule that speaks of it.

    Findings weigh what the claim has them weigh. A damaged file can make a reader or a rule raise anything; that is a
    finding too.
    """
    try:
        finished = read_back(files, format_name)
    except Exception as error:
        return Finished(()), [unreadable(error)]
    asked = [name for name in held_to(format_name) if claim.levels.get(name, True)]
    return finished, levelled((finding for name in asked for finding in _held(name, finished, claim)), claim.levels)


def held_to(format_name: str) -> list[str]:
    """Return the names of the rules that speak of a format."""
    return [name for name in RULES if name in READERS[format_name].rules]


def unreadable(error: Exception) -> Finding:
    """Return the finding that a file is damaged, or none of its format."""
    message = f"the file cannot be read back: {type(error).__name__}: {error}"
    return Finding("file", Fault(message, hint="build it again"))


def _held(name: str, finished: Finished, claim: Claim) -> Iterator[Finding]:
    try:
        yield from RULES[name](finished, claim)
    except Exception as error:
        message = f"`{name}` cannot be asked of this file: {type(error).__name__}: {error}"
        yield Finding("file", Fault(message, hint="build it again"))


__all__ = ["RULES", "Claim", "Finding", "Finished", "Levels", "held_to", "prove"]
