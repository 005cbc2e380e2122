"""Letters in every theme and form: proved, archival and accessible, and set as their country has it."""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from time import perf_counter

import pypdfium2
import pytest
from page import validate_pdf_bytes
from PIL import Image, ImageDraw
from sound import faults

from typeset.build.job import Job, Made, make
from typeset.build.prepare import prepare
from typeset.build.project import Plan, Project
from typeset.theme.theme import available

ROOT = Path(__file__).parents[2]
THEMES = available([ROOT / "themes"])
HTML_THEMES = ["ats", "classic", "margin"]
MILLIMETRE = 72 / 25.4
AMERICAN = """\
resume: ada
for: {company: Engine Works, role: Programmer}
locale: en-US
options: {paper: Letter}
letter:
  recipient: {name: Ms. Jordan Example, street: 100 Main Street, city: Springfield, region: OR, postalCode: "97477"}
  date: 2026-03-09
  reference: EW-1
  subject: Application as {for.role}
  salutation: "Dear Ms. Example:"
  body: |
    One paragraph with a [link](https://example.org/work), *emphasis* and `code`.

    1. A first point.
    2. A second one.

    > A quotation.
  signature: {image: signature.png}
  enclosures: [Résumé]
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    """A project with an American letter and a British one, signed."""
    root = tmp_path_factory.mktemp("letters")
    (root / "content" / "applications").mkdir(parents=True)
    (root / "content" / "ada.yaml").write_text("basics: {name: Ada Lovelace, label: Analyst, email: ada@example.org}\n")
    (root / "content" / "applications" / "us.yaml").write_text(AMERICAN)
    (root / "content" / "applications" / "gb.yaml").write_text(AMERICAN.replace("en-US", "en-GB"))
    picture = Image.new("RGB", (300, 100), "white")
    ImageDraw.Draw(picture).line([(10, 80), (150, 20), (290, 70)], "navy", 5)
    picture.save(root / "content" / "signature.png")
    return root


@pytest.fixture(scope="module")
def made(need: Callable[..., str], content: Path) -> Callable[..., Made]:
    """A function from an application and a theme to what its letter, or another piece, comes to."""

    @cache
    def make_piece(application: str, theme: str, piece: str = "letter", format_name: str = "pdf") -> Made:
        root = ROOT if application.startswith("lindqvist") else content
        project = Project(root, root / "content", root / "out", (ROOT / "themes",))
        plan = Plan(application, project.applications / f"{application}.yaml")
        if prepare(project, plan, theme).theme.engine == "latex":
            need("lualatex")
        return make(Job(project, plan, format_name, theme, piece=piece), perf_counter)

    return make_piece


def first_page(data: bytes) -> pypdfium2.PdfPage:
    return pypdfium2.PdfDocument(data)[0]


def top_of(data: bytes, words: str) -> tuple[float, float]:
    """Where words begin on the first page: millimetres from its left and its upper edge."""
    page = first_page(data)
    text = page.get_textpage()
    found = text.search(words, match_case=True).get_next()
    assert found, words
    left, _, _, top = text.get_charbox(found[0])
    return left / MILLIMETRE, (page.get_height() - top) / MILLIMETRE


@pytest.mark.parametrize("theme", THEMES)
def test_a_german_letter_proves_clean_in_every_theme(made, theme):
    letter = made("lindqvist-de", theme)
    assert faults(letter.findings) == []
    assert letter.pages == 1
    for profile in ("2a", "ua1"):
        assert [found.message for found in validate_pdf_bytes(letter.data, profile=profile).failures] == []


@pytest.mark.parametrize("theme", THEMES)
def test_a_german_letter_keeps_the_measures_of_its_form(made, theme):
    data = made("lindqvist-de", theme).data
    left, top = top_of(data, "Helgoländer Forschungsverbund")
    assert left == pytest.approx(25, abs=0.8)
    assert 62.5 < top < 67.7
    assert 56 < top_of(data, "Dr. Astrid Lindqvist · Am")[1] < top
    assert 97 < top_of(data, "Bewerbung als")[1] < 105


@pytest.mark.parametrize("theme", THEMES)
def test_a_german_letter_says_where_it_is_folded(made, theme):
    picture = first_page(made("lindqvist-de", theme).data).render(scale=6).to_pil().convert("L")
    scale = picture.width / 210
    margin = picture.crop((int(2 * scale), 0, int(12 * scale), picture.height))
    lines = (margin.crop((0, row, margin.width, row + 1)) for row in range(margin.height))
    rows = [row for row, line in enumerate(lines) if line.getextrema()[0] < 200]
    marks = sorted({round(row / scale * 2) / 2 for row in rows})
    assert marks == [105, 148.5, 210]


@pytest.mark.parametrize("form", ["us", "gb"])
@pytest.mark.parametrize("theme", [*HTML_THEMES, "classic-latex", "moderncv"])
def test_letters_of_other_forms_prove_clean(made, form, theme):
    letter = made(form, theme)
    assert faults(letter.findings) == []
    assert [found.message for found in validate_pdf_bytes(letter.data, profile="ua1").failures] == []


@pytest.mark.parametrize("theme", [*HTML_THEMES, "classic-latex"])
def test_in_full_block_everything_begins_at_the_left_and_the_date_comes_first(made, theme):
    data = made("us", theme).data
    found = [top_of(data, words) for words in ("March 9", "Ms. Jordan", "Application as", "Dear Ms.", "Sincerely")]
    assert [left for left, _ in found] == pytest.approx([25.4] * 5, abs=0.8)
    assert [top for _, top in found] == sorted(top for _, top in found)
    assert first_page(data).get_width() == pytest.approx(612)


@pytest.mark.parametrize("theme", [*HTML_THEMES, "classic-latex"])
def test_elsewhere_the_date_stands_at_the_right_of_the_address(made, theme):
    data = made("gb", theme).data
    address, date = top_of(data, "Springfield"), top_of(data, "9 March 2026")
    assert date[0] > 120
    assert date[1] == pytest.approx(address[1], abs=2)


def test_a_signature_is_shown_and_described(made):
    said = made("us", "ats", format_name="html").data.decode()
    assert '<img src="data:image/jpeg;base64,' in said
    assert 'alt="Signature of Ada Lovelace"' in said


def test_a_page_on_the_web_has_no_data_of_a_person(made):
    said = made("us", "ats", format_name="html").data.decode()
    assert "ld+json" not in said
    assert "script-src 'none'" in said


def test_markdown_and_plain_text_say_the_same_words(made):
    text, marked = (made("us", "ats", format_name=name).data.decode() for name in ("txt", "md"))
    assert (
        "Ms. Jordan Example\nEngine Works\n100 Main Street\nSpringfield, OR 97477\n\nReference: EW-1\nMarch 9, 2026\n"
        in text
    )
    assert (
        "## Application as Programmer\n\nDear Ms. Example:\n\nOne paragraph with a [link](https://example.org/work)"
        in marked
    )
    assert marked.endswith("Sincerely,\n\nAda Lovelace\n\n**Enclosures**\n\n- Résumé\n")


def test_word_has_styles_of_letters(made):
    import docx

    paragraphs = docx.Document(io.BytesIO(made("us", "ats", format_name="docx").data)).paragraphs
    styles = {paragraph.text: paragraph.style.name for paragraph in paragraphs}
    assert styles["Ms. Jordan Example"] == styles["Dear Ms. Example:"] == "Letter Part"
    assert styles["Engine Works"] == "Letter Address"
    assert styles["Application as Programmer"] == "Letter Subject"
    assert styles["Ada Lovelace"] == "Signature"
    assert all(paragraph.text for paragraph in paragraphs)


def test_word_leaves_room_for_a_signature_and_says_so(made):
    [told] = made("us", "ats", format_name="docx").losses
    assert "there is room to sign by hand" in told.message


@pytest.mark.needs("lualatex")
def test_the_source_of_a_letter_brings_its_signature_under_a_name_of_its_own(made):
    files = made("us", "classic-latex", format_name="latex").files
    assert "signature.jpg" in files
    assert "photo.jpg" not in files


def test_the_dossier_of_the_content_proves_clean(made):
    dossier = made("lindqvist-de", "ats", "dossier")
    assert faults(dossier.findings) == []
    assert dossier.pages == 7
