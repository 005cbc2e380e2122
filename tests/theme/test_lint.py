"""A stranger's theme is full of faults, each on a line with a mark: all are found there, and nothing anywhere else."""

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from typeset.source import Fault, Severity
from typeset.theme.lint import lint
from typeset.theme.theme import available, load

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "themes"
STRANGER = Path(__file__).with_name("stranger")
MARKS = ("/* ! */", "{# ! #}", "# !")
REGULAR = SHIPPED / "ats" / "fonts" / "Lato-Regular.ttf"


def packed(font: Path) -> bytes:
    """A font as the web has it."""
    out = io.BytesIO()
    with TTFont(font, lazy=True) as opened:
        opened.flavor = "woff"
        opened.save(out)
    return out.getvalue()


def variable(font: Path) -> bytes:
    """A font that says it is variable."""
    data = font.read_bytes()
    assert data.count(b"gasp") == 1
    return data.replace(b"gasp", b"fvar")


@pytest.fixture(scope="module")
def stranger(tmp_path_factory) -> Path:
    """The folder of the stranger's theme, with fonts made for it."""
    folder = shutil.copytree(STRANGER, tmp_path_factory.mktemp("themes") / "stranger")
    fonts = folder / "fonts"
    fonts.mkdir(exist_ok=True)
    fonts.joinpath("Packed.woff2").write_bytes(packed(REGULAR))
    fonts.joinpath("Wide.ttf").write_bytes(variable(REGULAR))
    fonts.joinpath("Nobodys.ttf").write_bytes(REGULAR.read_bytes())
    fonts.joinpath("Text.ttf").write_bytes(REGULAR.read_bytes())
    fonts.joinpath("OFL.txt").write_text("A licence.\n")
    return folder


@pytest.fixture(scope="module")
def found(stranger) -> list[Fault]:
    return lint(load("stranger", [stranger.parent, SHIPPED]))


def marked(folder: Path) -> set[tuple[str, int]]:
    """The lines that end in a mark."""
    files = [path for path in folder.rglob("*") if path.suffix in (".yaml", ".css", ".html")]
    return {
        (str(path.relative_to(folder)), number)
        for path in files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if line.endswith(MARKS)
    }


def lines(faults: list[Fault], folder: Path) -> set[tuple[str, int]]:
    places = [fault.place for fault in faults if fault.place]
    return {(str(Path(place.source.name).relative_to(folder)), place.line) for place in places}


def test_every_planted_fault_is_found_at_its_line_and_no_other(stranger, found):
    unplaced = ("theme.yaml", 1)  # files that nothing uses are told at the top
    assert len(marked(stranger)) > 50
    assert lines(found, stranger) - {unplaced} == marked(stranger)


def test_each_line_has_one_fault(found):
    told = [(str(fault.place), fault.message) for fault in found]
    places = [place.rpartition(":")[0] for place, _ in told if not place.endswith("theme.yaml:1:1")]
    assert len(places) == len(set(places)), told


def test_files_that_nothing_uses_are_told(found):
    unused = [fault.message for fault in found if str(fault.place).endswith("theme.yaml:1:1")]
    assert unused == ["nothing uses the file `html/forgotten.html`", "nothing uses the file `there.svg`"]


def test_a_font_without_a_licence_is_told(stranger, tmp_path):
    folder = shutil.copytree(stranger, tmp_path / "stranger")
    folder.joinpath("fonts/OFL.txt").unlink()
    told = {fault.message for fault in lint(load("stranger", [tmp_path, SHIPPED]))}
    assert "`Text.ttf` has no licence" in told


def test_a_link_out_of_the_theme_is_told(stranger, tmp_path):
    folder = shutil.copytree(stranger, tmp_path / "stranger")
    folder.joinpath("html/prose.html").symlink_to("/etc/hostname")
    told = [fault.message for fault in lint(load("stranger", [tmp_path, SHIPPED]))]
    assert any("`html/prose.html` is a symbolic link" in message for message in told)


def test_bullets_that_no_sheet_takes_away_are_told(make_theme, themes):
    files = {"html/document.html": "<!doctype html>\n<ul>\n<li>x</li>\n</ul>\n", "a.css": "p { color: red }"}
    make_theme("plain", "styles: [a.css]", files=files)
    [fault] = [fault for fault in lint(load("plain", [themes])) if "bullets" in fault.message]
    assert str(fault.place).endswith("document.html:2:1")


@pytest.mark.parametrize("name", available([SHIPPED]))
def test_a_shipped_theme_has_no_fault(name):
    assert [str(fault) for fault in lint(load(name, [SHIPPED]))] == []


def test_the_base_of_shipped_themes_has_no_error():
    """It is never chosen itself; some of what it has, and has not, is for those that build on it."""
    theme = load("ats", [SHIPPED])
    faults = lint(replace(theme, chain=theme.chain[-1:]))
    errors = [str(fault) for fault in faults if fault.severity is Severity.ERROR]
    assert [error for error in errors if "there is no template" not in error] == []
