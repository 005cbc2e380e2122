"""The torture set: what each of its contents asks of a theme."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from typeset.build.pieces import CV, LETTER
from typeset.build.project import Plan, Project
from typeset.theme import TORTURE


@dataclass(frozen=True, slots=True)
class Case:
    """One content: its name, what it has, and which piece of it is made.

    A case that `may_lack` glyphs is for scripts that not every theme sets: one that says so by the character is sound.
    It `strains` rules that no theme could keep for it; their warnings are none of the theme's, their errors are.
    """

    name: str
    about: str
    piece: str = CV
    may_lack: bool = False
    strains: frozenset[str] = frozenset()


CONTENT = frozenset(("ending",))
"""Rules whose warnings are about how much there is to say, in every case."""

_BROKEN = frozenset(("contact", "breaks"))
_LONG = _BROKEN | {"entries", "order"}

WHOLE = "everything"
"""The case that is tried with every option."""

CASES = (
    Case("nothing", "only a name"),
    Case("single", "one of each thing"),
    Case(WHOLE, "every section and every field, and a photo"),
    Case("words", "words of sixty letters everywhere", strains=_LONG),
    Case("labels", "long names, labels and lines", strains=_LONG),
    Case("bullets", "forty points of one job"),
    Case("nesting", "lists in lists, roles under an employer"),
    Case("dates", "dates in words, alone, far off, or none"),
    Case("addresses", "long addresses", strains=_BROKEN),
    Case("signs", "all that means something to HTML, CSS or TeX"),
    Case("pages", "a dozen pages"),
    Case("letter-de", "a German letter", LETTER),
    Case("letter-us", "an American letter", LETTER),
    Case("east-asian", "Chinese, Japanese, Korean", may_lack=True),
    Case("right-to-left", "Hebrew and Arabic", may_lack=True),
    Case("emoji", "emoji", may_lack=True),
)

HARD = ("words", "labels", "bullets", "nesting", "addresses", "dates", "letter-de", "letter-us")
"""The cases that are tried with extremes of several options at once."""


def project(roots: tuple[Path, ...]) -> Project:
    """Return the torture set as a project, with the folders of themes; nothing is ever written into it."""
    return Project(TORTURE, TORTURE, TORTURE / "out", roots)


def plan(case: Case) -> Plan:
    """Return what is made for a case: an application, or a content file with none."""
    application = TORTURE / "applications" / f"{case.name}.yaml"
    return (
        Plan(case.name, application) if application.is_file() else Plan(case.name, None, TORTURE / f"{case.name}.yaml")
    )
