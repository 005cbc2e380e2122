"""What an attack is: files that somebody hands in, and what is done with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

CANARY = "canary-7f3a9"
"""What no file that is made, and no message, may hold."""
OUTSIDE = "@OUTSIDE@"
"""Stands for the folder where the canary is, wherever that is in a run."""
PORT = "@PORT@"
"""Stands for the port of this machine at which somebody listens."""
TEMPORARY = "temporary"
"""How the name of a folder begins in which a run may write."""

CV = b"""\
basics:
  name: Ada Lovelace
  label: Analyst
  email: ada@example.org
  url: https://ada.example.org/
  summary: Wrote the first program.
work:
  - {name: Engine, position: Programmer, startDate: 1842, endDate: 1843, highlights: [Notes of her own.]}
skills:
  - {name: Languages, keywords: [French, German]}
"""
THEME = "evil"


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link."""

    target: str


@dataclass(frozen=True, slots=True)
class Pipe:
    """A pipe that nobody writes into: whoever opens it to read waits."""


Planted = bytes | Link | Pipe


@dataclass(frozen=True, slots=True)
class Attack:
    """One input. Its files lie below a project's folder, beside a CV that is sound where they bring none.

    A file is imported, or else what there is is built, in each of the formats. What is a program may be stopped by a
    limit. `must` is "made" or "refused" where only one of the two is right.
    """

    group: str
    name: str
    files: Mapping[str, Planted] = field(default_factory=dict)
    formats: tuple[str, ...] = ("pdf",)
    theme: str = "ats"
    imports: str = ""
    is_program: bool = False
    must: str = ""


def content(group: str, name: str, data: bytes, suffix: str = ".yaml", **more: object) -> Attack:
    """Return an attack that is a content file."""
    return Attack(group, name, {f"content/cv{suffix}": data}, **more)  # type: ignore[arg-type]


def imported(group: str, name: str, data: bytes, file: str, **more: object) -> Attack:
    """Return an attack that is a file to import."""
    return Attack(group, name, {file: data}, imports=file, **more)  # type: ignore[arg-type]


def themed(group: str, name: str, files: Mapping[str, Planted], manifest: str = "", **more: object) -> Attack:
    """Return an attack that is a theme; `mine.css` is its style sheet. `manifest` are lines more of `theme.yaml`."""
    base = "extends: classic-latex" if group == "TeX" else "extends: ats"
    lines = [f"name: {THEME}", "about: A stranger's.", manifest or base]
    styles = "styles: [mine.css]\n" if "mine.css" in files else ""
    own: Mapping[str, Planted] = {"theme.yaml": ("\n".join(lines) + "\n" + styles).encode(), **files}
    planted = {f"themes/{THEME}/{path}": data for path, data in own.items()}
    return Attack(group, name, planted, theme=THEME, **more)  # type: ignore[arg-type]
