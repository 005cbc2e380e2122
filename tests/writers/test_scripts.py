"""CVs in scripts that no theme's own fonts have: on paper, on screens, in word processors."""

import io
import re
from base64 import b64decode
from collections.abc import Callable
from functools import cache
from pathlib import Path
from time import perf_counter
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont
from page import validate_pdf_bytes
from sound import faults

from typeset.build.discover import plans
from typeset.build.job import Job, Made, make
from typeset.build.prepare import prepare
from typeset.build.project import Project
from typeset.document.locale import period
from typeset.document.words import WORDS
from typeset.proof.reading.pdf import read
from typeset.resume.dates import PartialDate, Present
from typeset.source import Faults
from typeset.theme import SHIPPED_THEMES

SCRIPTS = Path(__file__).with_name("scripts")
THEMES = ("classic", "margin", "ats")
ASIAN = "Noto Sans CJK SC"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Made]:
    """A function from the name of a sample, a theme and a format to what a build makes of it."""
    out = tmp_path_factory.mktemp("scripts")
    project = Project(SCRIPTS.parent, SCRIPTS, out, (SHIPPED_THEMES,))
    known = {plan.name: plan for plan in plans(project)}
    assert known.keys() == {"en", "ja", "zh"}
    return cache(lambda name, theme, kind="pdf": make(Job(project, known[name], kind, theme), perf_counter))


# Paper


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["en", "ja", "zh"])
def test_the_pdf_is_whole_archival_and_accessible(made, name, theme):
    cv = made(name, theme)
    assert faults(cv.findings) == []
    assert [found for profile in ("3a", "ua1") for found in validate_pdf_bytes(cv.data, profile=profile).failures] == []


def test_the_same_content_gives_the_same_bytes(made):
    assert made.__wrapped__("ja", "margin").data == made("ja", "margin").data


@pytest.mark.parametrize("theme", THEMES)
def test_bold_is_bold_and_what_latin_there_is_stays_the_theme_s(made, theme):
    names = {font.name.partition("+")[2] for font in read(made("zh", theme).data).fonts}
    assert {"Noto-Sans-CJK-SC", "Noto-Sans-CJK-SC-Bold"} <= names
    assert any(name.startswith(("XCharter", "Source-Sans", "Lato")) for name in names)
    assert "Droid-Sans-Fallback" not in names


def test_chinese_characters_have_the_forms_of_the_language(tmp_path):
    drawn = {}
    for language in ("ja", "zh-Hans"):
        tmp_path.joinpath("cv.yaml").write_text(f"meta: {{language: {language}}}\nbasics: {{name: 直骨令}}\n", "utf-8")
        project = Project(tmp_path, tmp_path, tmp_path / "out", (SHIPPED_THEMES,))
        prepare.cache_clear()
        drawn[language] = make(Job(project, plans(project)[0], "png", "classic"), perf_counter).data
    assert drawn["ja"] != drawn["zh-Hans"]


@pytest.mark.parametrize("kind", ["print", "png", "svg"])
def test_what_is_made_of_the_pdf_shows_them_too(made, need, kind):
    if kind == "svg":
        need("pdftocairo")
    assert faults(made("ja", "margin", kind).findings) == []


def test_an_emoji_is_an_error_at_its_place(tmp_path):
    tmp_path.joinpath("cv.yaml").write_text("basics:\n  name: 猫 🐱\n", "utf-8")
    project = Project(tmp_path, tmp_path, tmp_path / "out", (SHIPPED_THEMES,))
    [finding] = make(Job(project, plans(project)[0], "pdf", "classic"), perf_counter).findings
    assert "cv.yaml:2:11: error: the theme's fonts have no glyph for U+1F431 CAT FACE" in str(finding.fault)


def test_latex_names_the_character_and_a_theme_that_has_it(made, need):
    need("lualatex")
    with pytest.raises(Faults, match=r"U\+845B.*\n.*\n.*\n.*such as classic"):
        made("ja", "classic-latex")


# Screens


@pytest.mark.parametrize("theme", THEMES)
def test_a_page_embeds_what_is_used_of_fallbacks_and_no_more(made, theme):
    page = made("ja", theme, "html")
    assert faults(page.findings) == []
    faces = re.findall(r'@font-face\{font-family:"([^"]+)".*?base64,([^)]+)\)', page.data.decode())
    assert {family for family, _ in faces if family.startswith(("Noto", "Droid", "DejaVu"))} == {ASIAN}
    fonts = [TTFont(io.BytesIO(b64decode(data))) for family, data in faces if family == ASIAN]
    assert len(fonts) == 2
    assert all(ord("葛") in font.getBestCmap() and ord("a") not in font.getBestCmap() for font in fonts)
    assert len(page.data) < 250_000


@pytest.mark.parametrize("theme", THEMES)
def test_style_sheets_name_fallbacks_after_the_theme_s_own_family(made, theme):
    own = {"classic": "XCharter", "margin": '"Source Sans 3"', "ats": "Lato"}[theme]
    page = made("ja", theme, "html").data.decode()
    assert f'font-family: {own}, "{ASIAN}"' in page
    assert "font-synthesis-style:none" in page


# Word processors


@pytest.mark.parametrize(
    ("kind", "file", "styles", "names"),
    [
        ("docx", "word/fonts/NotoSansCJK-Bold.odttf", "word/styles.xml", f'w:eastAsia="{ASIAN}"'),
        ("odt", "Fonts/NotoSansCJK-Bold.otf", "styles.xml", f'style:font-name-asian="{ASIAN}"'),
    ],
)
def test_word_processors_are_brought_the_asian_family(made, kind, file, styles, names):
    cv = made("ja", "margin", kind)
    assert faults(cv.findings) == []
    with ZipFile(io.BytesIO(cv.data)) as package:
        assert file in package.namelist()
        assert names in package.read(styles).decode()


# Those who need none


@pytest.mark.parametrize("application", ["lindqvist", "mims", "polte"])
@pytest.mark.parametrize("theme", THEMES)
def test_a_latin_cv_has_no_fallbacks(cv, application, theme):
    assert cv(application, theme).prepared.theme.fallbacks == ()


# Dates


@pytest.mark.parametrize("language", [*WORDS, "hu", "ru"])
@pytest.mark.parametrize("start", [PartialDate(2019), PartialDate(2019, 7)])
def test_what_goes_on_began_when_it_began(language, start):
    shown = period(start, Present(), language).text.plain
    assert "2019" in shown
    assert not re.search("200[12]", shown)


def test_chinese_says_since_when():
    assert period(PartialDate(2019, 7), Present(), "zh").text.plain == "2019年7月至今"
    assert period(PartialDate(2018, 4), Present(), "ja").text.plain == "2018年4月～現在"
