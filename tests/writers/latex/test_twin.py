"""The classic theme and its twin in LaTeX: the same options, the same fonts, the same words on the same pages."""

import io
from collections import Counter
from pathlib import Path

import pypdf
import pytest

from typeset.build.prepare import prepare
from typeset.build.project import Plan, Project
from typeset.theme.theme import load
from typeset.writers import pdf

ROOT = Path(__file__).parents[3]


def words_of_pages(application: str, theme: str) -> list[Counter[str]]:
    project = Project(ROOT, ROOT / "content", ROOT / "out", (ROOT / "themes",))
    prepared = prepare(project, Plan(application, project.applications / f"{application}.yaml"), theme)
    pages = pypdf.PdfReader(io.BytesIO(pdf.write(prepared.manuscript))).pages
    return [Counter(page.extract_text().split()) for page in pages]


def test_they_have_the_same_options_and_fonts():
    one, other = (load(name, [ROOT / "themes"]) for name in ("classic", "classic-latex"))
    assert len(one.values) > 6
    assert (one.values, one.fonts, one.styles) == (other.values, other.fonts, other.styles)


@pytest.mark.needs("lualatex")
def test_they_have_the_same_words_on_the_same_pages():
    one, other = (words_of_pages("twitch", theme) for theme in ("classic", "classic-latex"))
    assert len(one) == len(other) == 3
    same = sum((here & there).total() for here, there in zip(one, other, strict=True))
    assert same > 0.97 * sum(page.total() for page in one)
