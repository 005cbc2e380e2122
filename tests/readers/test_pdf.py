"""PDFs: our own give back what they were made from; of all others the words, and as much structure as looks tell."""

import contextlib
import io
import re
import shutil
import subprocess
import time
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sound import faults

from typeset.build.discover import plans
from typeset.build.job import Job, make
from typeset.build.project import Project
from typeset.readers.draft.notes import Fate
from typeset.readers.importing import imported
from typeset.readers.pdf.glyphs import read as read_glyphs
from typeset.readers.pdf.lines import lines
from typeset.readers.pdf.rows import rows as page_rows
from typeset.readers.yaml import read as read_yaml
from typeset.source import Faults
from typeset.source.emit_yaml import yaml_text
from typeset.theme import SHIPPED_THEMES

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "text"
ADA = """\
basics:
  name: Ada Lovelace
  email: ada@example.org
  summary: "I write programs for *engines* that are not built yet, and [notes](https://notes.example.org) on them."
work:
  - name: Analytical Society
    position: Programmer
    location: London
    startDate: 1842
    endDate: present
    highlights:
      - {label: Notes, text: "Wrote notes on an engine that nobody had seen, that everybody could follow, twice."}
      - Computed the numbers of Bernoulli.
education:
  - {institution: University of London, studyType: B.Sc., area: Mathematics, startDate: 1832, endDate: 1835}
"""


def plain(value) -> str:
    return value.plain if value else ""


def pdf(folder: Path, content: str, *, theme: str = "classic", attach: str = "content") -> bytes:
    """The PDF of a content file, with or without its source inside."""
    (folder / "content" / "applications").mkdir(parents=True, exist_ok=True)
    folder.joinpath("content", "cv.yaml").write_text(content, "utf-8")
    folder.joinpath("content", "applications", "cv.yaml").write_text(f"resume: cv\nattach: {attach}\n")
    project = Project(folder, folder / "content", folder / "out", (SHIPPED_THEMES,))
    [plan] = plans(project)
    return make(Job(project, plan, "pdf", theme), lambda: 0.0).data


@pytest.fixture(scope="module")
def bare(tmp_path_factory) -> bytes:
    return pdf(tmp_path_factory.mktemp("bare"), ADA, attach="none")


def test_our_own_pdf_gives_back_its_content(tmp_path):
    made = imported(pdf(tmp_path, ADA), "cv.pdf")
    assert made.format == "PDF"
    assert made.resume == read_yaml(ADA.encode(), "cv.yaml")[0]
    assert made.notes == ()


@pytest.mark.parametrize("theme", ["classic", "margin", "ats"])
def test_without_its_source_the_page_is_read(tmp_path, theme):
    made = imported(pdf(tmp_path, ADA, theme=theme, attach="none"), "cv.pdf")
    [job], [degree] = made.resume.work, made.resume.education
    assert plain(made.resume.basics.name) == "Ada Lovelace"
    assert made.resume.basics.email == "ada@example.org"
    assert (plain(job.position), plain(job.name), plain(job.location)) == ("Programmer", "Analytical Society", "London")
    assert [plain(each.label) for each in job.highlights] == ["Notes", ""]
    assert plain(job.highlights[0].text).endswith("that everybody could follow, twice.")
    assert (plain(degree.studyType), plain(degree.area)) == ("B.Sc.", "Mathematics")
    assert [(note.fate, note.place) for note in made.notes[:1]] == [(Fate.GUESSED, None)]


def test_emphasis_and_links_come_back(bare):
    [block] = imported(bare, "cv.pdf").resume.basics.summary.blocks
    assert [run.text for run in block.text.runs if run.emphasis] == ["engines"]
    assert [(run.text, run.link) for run in block.text.runs if run.link] == [("notes", "https://notes.example.org")]


@pytest.mark.parametrize(("person", "jobs", "degrees"), [("mims", 15, 3), ("polte", 4, 2)])
@pytest.mark.parametrize("theme", ["margin", "ats"])
def test_jobs_and_degrees_of_whole_cvs_come_back(tmp_path, person, jobs, degrees, theme):
    content = ROOT.joinpath("content", f"{person}.yaml").read_text("utf-8")
    made = imported(pdf(tmp_path, content, theme=theme, attach="none"), "cv.pdf")
    assert (len(made.resume.work), len(made.resume.education)) == (jobs, degrees)
    assert not made.tree.get("x")


def test_the_words_of_a_whole_cv_come_back(tmp_path):
    content = ROOT.joinpath("content", "mims.yaml").read_text("utf-8")
    made = imported(pdf(tmp_path, content, attach="none"), "cv.pdf")

    def words(text: str) -> set[str]:
        return set(re.findall(r"[^\W\d_]{3,}", text))

    before = read_yaml(content.encode(), "mims.yaml")[0]
    lost = words(" ".join(plain(each.text) for job in before.work for each in job.highlights)) - words(
        yaml_text(made.tree)
    )
    assert len(words(content)) > 800
    assert lost == set()


def test_a_pdf_of_latex_is_read(built):
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not beside this repository")
    made = imported((CORPUS / "derived" / "samijuvonen-example.pdf").read_bytes(), "cv.pdf")
    assert [plain(each.position) for each in made.resume.work] == [
        "Senior Goatherd",
        "Goatherd First Class",
        "Junior Goatherd",
    ]
    assert len(made.resume.basics.profiles) == 3
    assert faults(built(made).findings) == []


HTML = """<h1>Ada Lovelace</h1><p>ada@example.org</p><h2>Experience</h2><h3>Programmer, Analytical Society</h3>
<p>2013 - 2015</p><ul><li>Wrote notes on the engine</li><li>Computed the numbers of Bernoulli</li></ul>
<h2>Education</h2><p><b>B.Sc. in Mathematics</b>, University of London, 2009 - 2012</p>"""


COLUMNS = """<style>div.all {display: grid; grid-template-columns: 30% 70%} body {font: 11px sans-serif}</style>
<div class=all><div><h2>Contact</h2><p>ada@example.org</p><h2>Skills</h2><ul><li>Python<li>Analysis</ul></div>
<div><h1>Ada Lovelace</h1><h2>Profile</h2><p>I write programs for engines that are not built yet.</p>
<h2>Experience</h2><p><b>Programmer</b>, Analytical Society <i>2013 - 2015</i></p><ul><li>Wrote notes on the engine
which nobody had seen and which everybody could follow in spite of that<li>Computed numbers</ul></div></div>"""


def printed(folder: Path, html: str) -> bytes:
    """A page as a browser prints it."""
    if not shutil.which("chromium"):
        pytest.skip("there is no Chromium here")
    folder.joinpath("cv.html").write_text(html)
    out = folder / "cv.pdf"
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--print-to-pdf={out}", f"--user-data-dir={folder / 'profile'}", str(folder / "cv.html")]
    subprocess.run(command, capture_output=True, timeout=60, check=False)
    if not out.is_file():
        pytest.skip("Chromium does not print here")
    return out.read_bytes()


def test_a_pdf_of_a_browser_whose_bullets_are_drawn_is_read(tmp_path):
    data = printed(tmp_path, HTML)
    rows = page_rows(lines(read_glyphs(data, "cv.pdf").pages), "cv.pdf")[0]
    assert len([row for row in rows if row.bullet]) == 2
    made = imported(data, "cv.pdf").resume
    assert (plain(made.work[0].position), plain(made.work[0].name)) == ("Programmer", "Analytical Society")
    assert len(made.work[0].highlights) == 2
    assert plain(made.education[0].institution) == "University of London"


def test_columns_are_read_one_after_the_other(tmp_path):
    made = imported(printed(tmp_path, COLUMNS), "cv.pdf").resume
    assert (plain(made.basics.name), made.basics.email) == ("Ada Lovelace", "ada@example.org")
    assert [plain(skill.name) for skill in made.skills] == ["Python", "Analysis"]
    assert [len(job.highlights) for job in made.work] == [2]
    assert plain(made.work[0].highlights[0].text).endswith("could follow in spite of that")


# What cannot be read


def saved(document: pikepdf.Pdf, **how) -> bytes:
    out = io.BytesIO()
    document.save(out, **how)
    return out.getvalue()


def refusal(data: bytes) -> tuple[str, str]:
    with pytest.raises(Faults) as caught:
        imported(data, "cv.pdf")
    [fault] = caught.value.faults
    return fault.message, fault.hint or ""


def test_a_locked_pdf_is_refused_with_the_reason(bare):
    locked = saved(pikepdf.open(io.BytesIO(bare)), encryption=pikepdf.Encryption(user="x", owner="y"))
    message, hint = refusal(locked)
    assert "password" in message
    assert "without" in hint


def test_a_pdf_of_pictures_is_refused_with_advice():
    document = pikepdf.new()
    document.add_blank_page()
    message, hint = refusal(saved(document))
    assert message == "cv.pdf holds no text"
    assert "ocrmypdf" in hint


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\ntrailer <</Root 1 0 R>>\n%%EOF"])
def test_a_damaged_pdf_is_refused(data):
    assert "damaged" in refusal(data)[0]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=40), st.integers(0, 60))
def test_any_damage_is_read_or_refused_in_time(bare, at, put, cut):
    at %= len(bare)
    started = time.process_time()
    with contextlib.suppress(Faults):
        imported(bare[:at] + put + bare[at + cut :], "cv.pdf", "pdf")
    assert time.process_time() - started < 2
