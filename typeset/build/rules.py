"""The rules of the proof and of the advice on content in; what each one holds, why, and what its findings weigh out."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from typeset.lint import LINTS
from typeset.proof.finished import READERS
from typeset.proof.levels import LEAST
from typeset.proof.rules import LEVELS, RULES
from typeset.source import Severity


@dataclass(frozen=True, slots=True)
class Explained:
    """A rule in words: what it holds, and in paragraphs why, what usually breaks it, and how to mend that.

    `level` is what its gravest findings weigh, `least` what no application can have them weigh less than. `formats` are
    those it speaks of; none for a rule about content.
    """

    name: str
    holds: str
    why: str
    level: Severity
    least: Severity | None
    formats: tuple[str, ...]

    @property
    def can_change(self) -> bool:
        """Whether an application may have its findings weigh something else."""
        return self.name not in _BESIDES and self.least is not Severity.ERROR


_BESIDES = {
    "file": """A finished file is there, can be read back, and belongs to an application that still exists.

    A file that cannot be opened has nothing in it that could be proved. It was moved or changed after the build, a disk
    lost part of it, or its content file, application or theme is gone. Build it again. If that does not help, and the
    file is as it was built, the fault is in the program, and worth a report.
    """,
    "input": """Content, application and theme say what they mean: no unknown key, no date before its beginning.

    What the model has no name for is kept but shown nowhere, so that one misspelt key takes a fact off the page without
    a word. A warning of this kind was told by the build, too. Follow the hint at the line, or put what is not meant for
    paper under `x`.
    """,
}
"""What goes wrong before any rule can be asked, by the name that its findings have."""


def explained() -> dict[str, Explained]:
    """Return every rule in words, by name: those of the proof, of the content, and what can go wrong before them."""
    rules: dict[str, Callable[..., Any]] = {**RULES, **LINTS}
    texts = {**{name: rule.__doc__ or "" for name, rule in rules.items()}, **_BESIDES}
    return {name: _explained(name, text) for name, text in texts.items()}


def _explained(name: str, text: str) -> Explained:
    holds, *why = (" ".join(paragraph.split()) for paragraph in inspect.cleandoc(text).split("\n\n"))
    usual = Severity.ADVICE if name in LINTS else LEVELS.get(name, Severity.ERROR)
    formats = tuple(each for each, reader in READERS.items() if name in reader.rules)
    return Explained(name, holds, "\n\n".join(why), usual, LEAST.get(name), formats)
