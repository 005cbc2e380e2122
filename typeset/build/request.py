"""What is asked of a build, and what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typeset.proof import Finding
    from typeset.source import Fault


EVERY = "*"
"""In place of names: every theme, every format."""


class Request(NamedTuple):
    """What to build: everything, unless names say less; `formats` and `themes` in place of the applications' own.

    With more than one theme, each one's files stand in a folder of its own. With `strict`, a warning is as good as an
    error.
    """

    cv: str | None = None
    application: str | None = None
    themes: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    strict: bool = False

    @property
    def key(self) -> str:
        """The request in one line."""
        return "|".join([self.cv or "", self.application or "", ",".join(self.themes), *self.formats])


class Account(NamedTuple):
    """What became of one job. `seconds` is None when its file was up to date; `file` is None when it failed.

    `notes` say what the page budget changed.
    """

    application: str
    format: str
    theme: str = ""
    resume: str = ""
    pages: int = 0
    file: Path | None = None
    seconds: float | None = None
    faults: tuple[Fault, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def has_failed(self) -> bool:
        """Whether the file could not be made, or must not be handed out."""
        return self.file is None
