"""What a check might have found: in two files and in the content of one application."""

from dataclasses import replace
from pathlib import Path

import pytest
from planted.plant import written

from typeset.build.check import Checked
from typeset.build.manifest import Entry
from typeset.source import Fault, Place, Severity, Source
from typeset.source.findings import Finding

CONTENT = Source("content/ada.yaml", "basics:\n  name: Ada Lovelace\n  label: Analyst & <b>more</b>\n")
LABEL = Place(CONTENT, 3, 10, 7)
ENTRY = Entry("ada", "pdf", "ada", "ats", "en", 1, 1, "", "", {}, {}, {}, [])
BOX = (60.0, 700.0, 160.0, 712.0)


def moved(place: Place, lines: int) -> Place:
    """The same place after lines have been added above."""
    source = Source(place.source.name, "\n" * lines + place.source.text)
    return Place(source, place.line + lines, place.column, place.length)


def found(lines: int = 0) -> dict[str, Finding]:
    """The findings, with so many empty lines added above their places."""
    label = moved(LABEL, lines)
    return {
        "error": Finding("words", Fault("“Analyst” is not on the page whole", label, "say <it>"), 1, BOX),
        "warning": Finding("small", Fault("the type is small", severity=Severity.WARNING), 1),
        "odd": Finding("file", Fault("\x1b[31m \ufffe <script>alert(1)</script> ]]> \u202e")),
        "advice": Finding("brevity", Fault("long", moved(Place(CONTENT, 2, 9), lines), severity=Severity.ADVICE)),
    }


@pytest.fixture(scope="session")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished file of one page of A4."""
    path = tmp_path_factory.mktemp("reports") / "Ada-Lovelace-CV.pdf"
    path.write_bytes(written())
    return path


@pytest.fixture(scope="session")
def checked_with(pdf: Path):
    """A function that returns what was checked, with so many lines added above the places of findings."""

    def make(lines: int = 0) -> list[Checked]:
        one = found(lines)
        return [
            Checked(
                name="ada/Ada-Lovelace-CV.pdf",
                entry=ENTRY,
                findings=(one["warning"], one["error"], one["odd"]),
                source="content/ada.yaml",
                rules=("words", "pages", "small"),
                off=("widows",),
                pages=1,
                sizes=((595.0, 842.0),),
                file=pdf,
                shown="out/ada/Ada-Lovelace-CV.pdf",
            ),
            Checked(
                name="ada/Ada Lovelace.txt",
                entry=ENTRY._replace(format="txt", theme=""),
                findings=(replace(one["error"], page=None, box=None),),
                source="content/ada.yaml",
                rules=("words",),
                shown="out/ada/Ada Lovelace.txt",
            ),
            Checked("bob/Bob.txt", ENTRY._replace(application="bob"), (), "content/bob.yaml", ("words", "characters")),
            Checked("ada", None, (one["advice"],), "content/ada.yaml", ("brevity", "gaps")),
        ]

    return make


@pytest.fixture(scope="session")
def checked(checked_with) -> list[Checked]:
    """What was checked."""
    return checked_with()
