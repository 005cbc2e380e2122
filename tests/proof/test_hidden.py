"""Text that programs read and nobody sees is found, however it is hidden; what can be seen is left in peace."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, FloatObject, NameObject

from typeset import proof, writers
from typeset.document.shapes import Document
from typeset.proof import Claim, Finding
from typeset.proof.finished import Stretch
from typeset.proof.reading import paper
from typeset.resume.model import Resume
from typeset.theme.theme import Theme, load
from typeset.writers import Manuscript

ROOT = Path(__file__).parents[2]

CONTENT = """\
basics:
  name: Ada Lovelace
  email: ada@example.org
work:
  - name: Analytical Engine
    position: Programmer
    startDate: 1842
    highlights: [Translated the notes of Menabrea.]
"""

Found = Callable[..., list[Finding]]


@pytest.fixture(scope="session")
def made(document: Callable[[str], Document]) -> Document:
    return document(CONTENT)


@pytest.fixture
def found(made: Document, tmp_path: Path) -> Found:
    """A function from a line of CSS, in a theme of its own, to what the rule has to say of a page set with it."""

    def prove_styled(css: str, format_name: str = "pdf") -> list[Finding]:
        folder = tmp_path / "seeded"
        folder.mkdir()
        folder.joinpath("theme.yaml").write_text(
            "name: seeded\nabout: Hides things.\nextends: ats\nstyles: [seeded.css]\n"
        )
        folder.joinpath("seeded.css").write_text(css)
        seeded = load("seeded", [tmp_path, ROOT / "themes"])
        files = writers.write(Manuscript(made, seeded, Resume(), carries_source=False), format_name)
        findings = proof.prove([*files.values()], format_name, Claim(made, seeded.families))[1]
        return [finding for finding in findings if finding.rule == "hidden"]

    return prove_styled


HIDDEN = {
    "white": "li { color: white }",
    "nearly white": "li { color: #ddd }",
    "yellow": "li { color: #ff0 }",
    "white on white by a colour of paper": "@page { background: #fafafa } li { color: #fff }",
    "the colour of its own ground": "li { background: #1f5f6b; color: #1f5f6b }",
    "transparent": "li { color: transparent }",
    "nearly transparent": "li { opacity: 0.05 }",
    "tiny": "li { font-size: 2pt }",
    "shrunk": "li { transform: scale(0.2) }",
    "squeezed": "li { transform: scaleX(0.1) }",
    "off the page": "li { position: relative; left: -300mm }",
    "above the page": "li { position: relative; top: -500mm }",
    "clipped": "li { overflow: hidden; height: 0 }",
    "covered": "ul { position: relative } "
    "ul::after { content: ''; position: absolute; inset: -1em; background: white }",
}


@pytest.mark.parametrize("css", HIDDEN.values(), ids=HIDDEN)
def test_text_that_nobody_sees_is_found_where_it_is_written(found, css):
    findings = found(css)
    assert any(str(finding).startswith("content.yaml:8:18: error: ") for finding in findings)
    assert all(finding.page == 1 for finding in findings)


@pytest.mark.parametrize("name", ["white", "tiny", "clipped"])
def test_so_it_is_in_inks(found, name):
    assert found(HIDDEN[name], "print")


SEEN = {
    "light on a dark ground": "li { background: #1f5f6b; color: white }",
    "light on a dark page": "@page { background: #111 } * { color: #ccc !important }",
    "a light grey": "li { color: #bbb }",
    "small": "li { font-size: 5pt }",
    "turned": "li { transform: rotate(20deg) }",
    "pale, half transparent": "li { opacity: 0.5 }",
    "thin and light": "li { font-size: 5pt; color: #bbb }",
}


@pytest.mark.parametrize("css", SEEN.values(), ids=SEEN)
def test_what_can_be_seen_is_left_in_peace(found, css):
    assert [str(finding) for finding in found(css)] == []


def test_no_more_than_five_findings_are_told(found):
    assert len(found("* { color: white !important }")) == 5


# What only a tampered file has


def unseen(data: bytes) -> tuple[Stretch, ...]:
    return paper.read(data).unseen


def planted(data: bytes, operators: str, trim: tuple[float, ...] = ()) -> bytes:
    """Return a PDF with more operators at the end of its first page, in a font of that page as `/Planted`; trimmed."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    page = writer.pages[0]
    fonts = page["/Resources"]["/Font"]
    fonts[NameObject("/Planted")] = next(iter(fonts.values()))
    stream = DecodedStreamObject()
    stream.set_data(b"q\n" + page.get_contents().get_data() + b"\nQ\nq " + operators.encode() + b" Q\n")
    page[NameObject("/TrimBox")] = ArrayObject(map(FloatObject, trim or page.mediabox))
    page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001  # pypdf has no public way
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.fixture(scope="session")
def sound(theme: Theme, made: Document) -> bytes:
    return writers.write(Manuscript(made, theme, Resume(), carries_source=False), "pdf")[".pdf"]


GLYPHS = "<000100020003>"


@pytest.mark.parametrize(
    "operators",
    [
        f"BT /Planted 12 Tf 3 Tr 100 300 Td {GLYPHS} Tj ET",
        f"BT /Planted 12 Tf 1 1 1 rg 100 300 Td {GLYPHS} Tj ET",
        f"BT /Planted 1 Tf 100 300 Td {GLYPHS} Tj ET",
        f"BT /Planted 12 Tf 0.1 0 0 0.1 100 300 Tm {GLYPHS} Tj ET",
        f"BT /Planted 12 Tf 100 3000 Td {GLYPHS} Tj ET",
        f"BT /Planted 12 Tf 100 300 Td {GLYPHS} Tj ET 1 1 1 rg 0 0 600 500 re f",
    ],
    ids=["invisible", "white", "tiny", "shrunk", "off the page", "under a sheet"],
)
def test_words_planted_in_a_file_are_found(sound, operators):
    assert list(unseen(sound)) == []
    assert list(unseen(planted(sound, operators)))


def test_words_planted_where_they_can_be_seen_are_not_hidden(sound):
    data = planted(sound, f"BT /Planted 12 Tf 0 0 0 rg 100 300 Td {GLYPHS} Tj ET")
    assert list(unseen(data)) == []
    assert PdfReader(io.BytesIO(data)).pages[0].extract_text() != PdfReader(io.BytesIO(sound)).pages[0].extract_text()


def test_words_that_a_print_shop_cuts_off_are_found(sound):
    operators = f"BT /Planted 12 Tf 100 300 Td {GLYPHS} Tj ET"
    assert list(unseen(planted(sound, operators, (20, 0, 595, 842)))) == []
    assert {stretch.is_on_page for stretch in unseen(planted(sound, operators, (200, 0, 595, 842)))} == {False}


def test_white_text_over_black_text_is_found(sound):
    """The ground is what is left without text, so that other text cannot make it seem to stand on something."""
    first = f"BT /Planted 40 Tf 0 0 0 rg 100 300 Td {GLYPHS} Tj ET"
    second = f"BT /Planted 30 Tf 1 1 1 rg 104 304 Td {GLYPHS} Tj ET"
    assert [stretch.size for stretch in unseen(planted(sound, f"{first} {second}"))] == [pytest.approx(30)]


def test_a_sound_claim_of_another_document_changes_nothing(made, sound, theme):
    other = replace(made, sections=())
    assert "hidden" not in {finding.rule for finding in proof.prove([sound], "pdf", Claim(other, theme.families))[1]}
