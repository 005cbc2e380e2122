"""What a file is found not to keep of the standards that it declares."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule of a standard that is not kept: its name with the validator, what is wrong in words, and how often."""

    standard: str
    rule: str
    message: str
    times: int = 1
