"""What a rule has to say about a finished file, or about content."""

from __future__ import annotations

from dataclasses import dataclass

from typeset.source.diagnostics import Fault, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's name and the fault it found; the fault's place is in the content, not in the finished file.

    On paper it is on a `page`, within a `box`: left, bottom, right and top in points from the page's lower left.
    """

    rule: str
    fault: Fault
    page: int | None = None
    box: tuple[float, float, float, float] | None = None

    @property
    def is_error(self) -> bool:
        """Whether the file must not be handed out."""
        return self.fault.severity is Severity.ERROR

    def __str__(self) -> str:
        where = f" (page {self.page})" if self.page else ""
        first, *rest = str(self.fault).split("\n")
        return "\n".join([f"{first}{where} [{self.rule}]", *rest])
