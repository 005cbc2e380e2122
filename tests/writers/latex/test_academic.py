"""A scholar's list of 120 publications, which earns TeX."""

import io
import random
from pathlib import Path

import pypdf
import pytest
from page import validate_pdf_bytes

from typeset import proof
from typeset.document.arrange import arrange
from typeset.document.shapes import Document
from typeset.proof import Claim
from typeset.readers.yaml import read
from typeset.theme.theme import Theme, load
from typeset.writers import Manuscript, pdf

ROOT = Path(__file__).parents[3]
SURNAMES = (
    "Åberg",
    "O’Neill",
    "Żółkiewska",
    "García Márquez",
    "Çelik",
    "de Vries",
    "Nguyen",
    "Ørsted",
    "Müller",
    "Łoś",
)
THINGS = ("ice", "layered water", "fjords", "wind farms", "porpoises", "buoys", "pile driving", "the Kattegat", "drift")
VENUES = ("Annals of Polar Acoustics 58", "Journal of Applied Sea Listening 12(3)", "Proc. Underwater Sound ’21")


def content() -> str:
    chance = random.Random(120)  # noqa: S311  # the same list in every run
    lines = ["basics: {name: Dr. Ida Ørsted, label: Professor of Acoustics}", "publications:"]
    for number in range(120):
        authors = ", ".join(f"{chance.choice('ABCDEK')}. {name}" for name in chance.sample(SURNAMES, 3))
        first, second = chance.sample(THINGS, 2)
        lines += [
            f"  - name: 'On the sound of {first} beneath {second}, with {number} remarks: evidence & 95 % doubt'",
            f"    authors: ['**I. Ørsted**', '{authors}']",
            f"    publisher: {chance.choice(VENUES)}",
            f"    releaseDate: {chance.randint(1990, 2025)}",
            f"    url: https://doi.org/10.5555/sound_{number}.{chance.randint(100, 999)}",
        ]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def made() -> tuple[Document, Theme, bytes]:
    resume, faults = read(content().encode(), "ida.yaml")
    assert [str(fault) for fault in faults] == []
    document, theme = arrange(resume, "en"), load("academic", [ROOT / "themes"])
    return document, theme, pdf.write(Manuscript(document, theme, resume, carries_source=False))


@pytest.mark.needs("lualatex")
def test_every_one_is_there_in_order(made):
    document, theme, data = made
    finished, findings = proof.prove([data], "pdf", Claim(document, theme.families))
    wrong = [str(finding) for finding in findings if finding.rule in ("words", "fonts", "links", "characters")]
    assert wrong == []
    assert len(document.sections[0].parts) == 120
    assert len(finished.pages) == 7


@pytest.mark.needs("lualatex")
def test_it_is_accessible_and_archival_at_once(made):
    for profile in ("ua1", "2a"):
        report = validate_pdf_bytes(made[2], profile=profile)
        assert report.rules.total > 100
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []


@pytest.mark.needs("lualatex")
def test_no_reference_is_broken_over_two_pages(made):
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made[2])).pages]
    remarks = [page.count("remarks") for page in pages]
    assert sum(remarks) == 120
    assert [page.count("beneath") for page in pages] == remarks
    assert [page.count("% doubt") for page in pages] == remarks
