"""What is known of a verb."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Tense(Enum):
    """When something was done."""

    PRESENT = "present"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as it stands, its tense, and its past form; that is as it stands where it is past already."""

    written: str
    tense: Tense
    past: str
