"""What a reader gets in; advice out. A rule is a function, and a module of its own name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from typeset.lint.rules.brevity import brevity
from typeset.lint.rules.capitals import capitals
from typeset.lint.rules.duplicates import duplicates
from typeset.lint.rules.endings import endings
from typeset.lint.rules.future import future
from typeset.lint.rules.gaps import gaps
from typeset.lint.rules.notation import notation
from typeset.lint.rules.overlaps import overlaps
from typeset.lint.rules.spelling import spelling
from typeset.lint.rules.tense import tense
from typeset.lint.subject import Subject
from typeset.source.findings import Finding

Lint = Callable[[Subject], Iterable[Finding]]

LINTS: dict[str, Lint] = {
    lint.__name__: lint
    for lint in (gaps, overlaps, future, notation, tense, endings, duplicates, brevity, capitals, spelling)
}
"""Every rule by its name, in the order in which their findings are told."""
