"""What a planted defect is, and the ways to plant one: in a theme, in the document, in the bytes of a PDF."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pikepdf

from typeset import proof, writers
from typeset.document.arrange import arrange
from typeset.document.shapes import Document
from typeset.proof import Claim, Finding
from typeset.readers.yaml import read
from typeset.resume.model import Resume
from typeset.theme.theme import Theme, load
from typeset.writers import Manuscript

THEMES = Path(__file__).parents[2] / "themes"

CONTENT = """\
basics:
  name: Ada Lovelace
  label: Analyst
  email: ada@example.org
  phone: 555-0142
  url: https://ada.example.org/
  location: {city: London}
  summary: Wrote the first program, and said what machines might do one day.
work:
  - name: Analytical Engine
    position: Programmer
    location: London
    startDate: 1842
    endDate: 1843
    highlights:
      - Translated the notes of Menabrea.
      - Added seven notes of her own, three times as long.
  - name: Difference Engine
    position: Visitor
    startDate: 1833
    endDate: 1841
    highlights: [Saw it at work.]
education:
  - institution: At home
    area: Mathematics
    startDate: 1829
    endDate: 1833
skills:
  - {name: Languages, keywords: [French, German]}
"""
"""A CV with one of everything that most rules look for; its places are in `content.yaml`."""

_PLACE = tempfile.TemporaryDirectory(prefix="typeset-planted-")
"""Where the themes lie that have a fault, to the end of the process: they are read when they are used."""


@dataclass(frozen=True)
class Plant:
    """A defect: what it is, in a few words; the rule that must find it; and what the proof finds where it is planted.

    `place` is what the first finding of the rule begins with, where it must name one: `content.yaml:4:10`.
    """

    kind: str
    rule: str
    findings: Callable[[], list[Finding]]
    place: str | None = None


@cache
def document(content: str = CONTENT) -> Document:
    """Return the document of a content file called `content.yaml`."""
    return arrange(read(content.encode(), "content.yaml")[0], "en")


def seeded(files: Mapping[str, str], theme: str = "ats") -> Theme:
    """Return a theme that extends another and has files of its own, by their paths; `seeded.css` is its style sheet."""
    folder = Path(tempfile.mkdtemp(dir=_PLACE.name))
    manifest = f"name: seeded\nabout: Has a fault.\nextends: {theme}\nstyles: [seeded.css]\n"
    for name, text in {"theme.yaml": manifest, "seeded.css": "", **files}.items():
        path = folder / "seeded" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return load("seeded", [folder, THEMES])


def written(content: str = CONTENT, theme: Theme | None = None, format_name: str = "pdf") -> bytes:
    """Return the main file of a format, with no source inside."""
    manuscript = Manuscript(document(content), theme or plain(), Resume(), carries_source=False)
    return next(iter(writers.write(manuscript, format_name).values()))


@cache
def plain(theme: str = "ats") -> Theme:
    """Return a shipped theme."""
    return load(theme, [THEMES])


def styled(css: str, content: str = CONTENT, theme: str = "ats", format_name: str = "pdf") -> list[Finding]:
    """Return what is found in a file set with a style sheet more."""
    return templated({"seeded.css": css}, content, theme, format_name)


def templated(
    files: Mapping[str, str], content: str = CONTENT, theme: str = "ats", format_name: str = "pdf"
) -> list[Finding]:
    """Return what is found in a file set by a theme with files of its own: `html/entry.html`, `seeded.css`."""
    own = seeded(files, theme)
    return proved(written(content, own, format_name), Claim(document(content), own.families), format_name)


def tampered(change: Callable[[pikepdf.Pdf], None], content: str = CONTENT) -> list[Finding]:
    """Return what is found in a PDF that something was done to after it was written."""
    with pikepdf.open(io.BytesIO(written(content))) as file:
        change(file)
        out = io.BytesIO()
        file.save(out)
    return proved(out.getvalue(), Claim(document(content), plain().families))


def swapped(said: str, instead: str, content: str = CONTENT, format_name: str = "pdf") -> list[Finding]:
    """Return what is found in a file made of content that says something else than what it is held to."""
    assert said in content
    made = written(content.replace(said, instead), format_name=format_name)
    return proved(made, Claim(document(content), plain().families), format_name)


def proved(data: bytes, claim: Claim, format_name: str = "pdf", **changes: object) -> list[Finding]:
    """Return what the proof finds in a file."""
    return proof.prove([data], format_name, replace(claim, **changes))[1]
