"""The CVs of `content/` in every theme: proved, and looked at by readers that know nothing of this program."""

import getpass
import io
import re
import socket
import subprocess
from pathlib import Path

import pypdf
import pytest
from page import validate_pdf_bytes
from sound import faults

from typeset import proof
from typeset.build.job import claim
from typeset.proof.finished import Finished
from typeset.proof.rules.words import words
from typeset.theme.theme import available, load

ROOT = Path(__file__).parents[2]
THEMES = available([ROOT / "themes"])

PAGES = {
    ("lindqvist", "academic"): 4,
    ("lindqvist", "ats"): 4,
    ("lindqvist", "classic"): 4,
    ("lindqvist", "classic-latex"): 4,
    ("lindqvist", "margin"): 4,
    ("lindqvist", "moderncv"): 4,
    ("lindqvist-blind", "academic"): 4,
    ("lindqvist-blind", "ats"): 4,
    ("lindqvist-blind", "classic"): 4,
    ("lindqvist-blind", "classic-latex"): 4,
    ("lindqvist-blind", "margin"): 4,
    ("lindqvist-blind", "moderncv"): 4,
    ("lindqvist-de", "academic"): 4,
    ("lindqvist-de", "ats"): 4,
    ("lindqvist-de", "classic"): 4,
    ("lindqvist-de", "classic-latex"): 4,
    ("lindqvist-de", "margin"): 4,
    ("lindqvist-de", "moderncv"): 4,
    ("mims", "academic"): 6,
    ("mims", "ats"): 5,
    ("mims", "classic"): 5,
    ("mims", "classic-latex"): 5,
    ("mims", "margin"): 6,
    ("mims", "moderncv"): 6,
    ("mims-data", "academic"): 1,
    ("mims-data", "ats"): 1,
    ("mims-data", "classic"): 1,
    ("mims-data", "classic-latex"): 1,
    ("mims-data", "margin"): 1,
    ("mims-data", "moderncv"): 1,
    ("polte", "academic"): 3,
    ("polte", "ats"): 3,
    ("polte", "classic"): 3,
    ("polte", "classic-latex"): 3,
    ("polte", "margin"): 3,
    ("polte", "moderncv"): 3,
    ("twitch", "academic"): 3,
    ("twitch", "ats"): 3,
    ("twitch", "classic"): 3,
    ("twitch", "classic-latex"): 3,
    ("twitch", "margin"): 3,
    ("twitch", "moderncv"): 3,
}
"""The pages of each application in each theme."""

APPLICATIONS = sorted({application for application, _ in PAGES})
PURPLE = tuple(int("6441a5"[at : at + 2], 16) / 255 for at in (0, 2, 4))
_COLOR = re.compile(rb"(?<![\d.])([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|sc|SC|scn|SCN)\b")

everywhere = pytest.mark.parametrize(
    ("application", "theme"), [(application, theme) for application in APPLICATIONS for theme in THEMES]
)


def contents(data: bytes) -> bytes:
    """All content streams of a PDF."""
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return b"\n".join(found.get_data() for page in pages if (found := page.get_contents()) is not None)


def plain(data: bytes) -> bytes:
    """The bytes of a PDF and of all its streams, decompressed."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    objects = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))
    return data + b"\n".join(found.get_data() for found in objects if hasattr(found, "get_data"))


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())


def colors(data: bytes) -> set[tuple[float, ...]]:
    return {tuple(map(float, found)) for found in _COLOR.findall(contents(data))}


def has_purple(data: bytes) -> bool:
    return any(
        all(abs(one - other) < 0.003 for one, other in zip(color, PURPLE, strict=True)) for color in colors(data)
    )


def test_the_table_knows_every_application_and_theme():
    files = (ROOT / "content" / "applications").glob("*.yaml")
    assert {(file.stem, theme) for file in files for theme in THEMES} == PAGES.keys()


@everywhere
def test_it_proves_clean(cv, application, theme):
    assert faults(cv(application, theme).made.findings) == []


@everywhere
def test_it_has_the_pages_it_should(cv, application, theme):
    assert cv(application, theme).made.pages == PAGES[application, theme]


@everywhere
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_an_independent_validator_finds_it_accessible_and_archival(cv, application, theme, profile):
    report = validate_pdf_bytes(cv(application, theme).made.data, profile=profile)
    assert report.rules.total > 100
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.needs("qpdf")
@everywhere
def test_qpdf_finds_nothing_wrong(cv, application, theme, tmp_path):
    file = tmp_path / "cv.pdf"
    file.write_bytes(cv(application, theme).made.data)
    run = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.needs("pdftotext")
@everywhere
def test_poppler_reads_all_words_in_order(cv, application, theme, tmp_path):
    found = cv(application, theme)
    file = tmp_path / "cv.pdf"
    file.write_bytes(found.made.data)
    run = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", file, "-"], capture_output=True, text=True, check=True)
    pages = tuple(run.stdout.split("\f")[:-1])
    assert len(pages) == found.made.pages
    assert [str(finding) for finding in words(Finished(pages), claim(found.prepared))] == []


@everywhere
def test_nothing_in_it_tells_of_this_machine(cv, application, theme):
    found = plain(cv(application, theme).made.data)
    private = {str(ROOT), str(Path.home()), socket.gethostname(), "file:", "/usr/share", "/tmp/"}  # noqa: S108
    if len(getpass.getuser()) > 5:
        private.add(getpass.getuser())
    assert [secret for secret in private if len(secret) > 4 and secret.encode() in found] == []
    assert b"/CreationDate" not in found


@everywhere
def test_its_fonts_are_embedded_and_the_themes(cv, application, theme):
    finished, _ = proof.prove([cv(application, theme).made.data], "pdf", claim(cv(application, theme).prepared))
    families = {font.family for font in load(theme, [ROOT / "themes"]).fonts}
    assert finished.fonts
    assert {font.family for font in finished.fonts} <= families
    assert all(font.is_embedded and "+" in font.name for font in finished.fonts)


@pytest.mark.parametrize("format_name", ["html", "txt"])
@pytest.mark.parametrize("application", APPLICATIONS)
def test_the_other_formats_prove_clean(cv, application, format_name):
    assert faults(cv(application, None, format_name).made.findings) == []


# An application chooses, orders and presents


def test_for_twitch_a_section_and_purple_are_there_and_hiking_is_not(cv):
    data = cv("twitch").made.data
    assert "why twitch" in text_of(data).lower()
    assert "Hiking" not in text_of(data)
    assert has_purple(data)


def test_without_the_application_nothing_of_it_is_left(cv):
    data = cv("polte").made.data
    assert "twitch" not in text_of(data).lower()
    assert b"witch" not in plain(data)
    assert "Hiking" in text_of(data)
    assert len(colors(data)) > 1
    assert not has_purple(data)


def test_what_is_private_is_nowhere(cv):
    secrets = ("astrid.77", "katrin.demir", "Katrin", "does not know yet")
    content = (ROOT / "content" / "lindqvist.yaml").read_text("utf-8")
    assert all(secret in content for secret in secrets)
    for application in ("lindqvist", "lindqvist-de"):
        data = cv(application).made.data
        assert [secret for secret in secrets if secret in text_of(data) or secret.encode() in plain(data)] == []
