"""OpenDocument texts: every CV in every theme, read back by readers that know nothing of this program."""

import io
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from typeset.build.job import claim
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Plan, Project
from typeset.document.shapes import Document, Entry, List, ListItem, Masthead, Paragraph, Period, Photo, Prose, Section
from typeset.proof import rules
from typeset.proof.reading import odt as read_odt
from typeset.proof.rules.words import words
from typeset.resume.model import Resume
from typeset.resume.text import Run, Text, text_of
from typeset.theme.theme import available, load
from typeset.writers import Manuscript, odt

ROOT = Path(__file__).parents[2]
PROJECT = Project(ROOT, ROOT / "content", ROOT / "out", (ROOT / "themes",))
THEMES = available([ROOT / "themes"])
APPLICATIONS = sorted(file.stem for file in PROJECT.applications.glob("*.yaml"))
OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE = f"{OASIS}text:1.0}}", f"{OASIS}style:1.0}}"

everywhere = pytest.mark.parametrize(
    ("application", "theme"), [(application, theme) for application in APPLICATIONS for theme in THEMES]
)


@cache
def prepared(application: str, theme: str) -> Prepared:
    return prepare(PROJECT, Plan(application, PROJECT.applications / f"{application}.yaml"), theme)


@cache
def made(application: str, theme: str) -> bytes:
    return odt.write(prepared(application, theme).manuscript)


def written(*parts: Any, masthead: Masthead | None = None) -> bytes:
    document = Document(
        "de-CH", masthead or Masthead(text_of("Ada")), (Section("s", "work", text_of("Heading"), parts),)
    )
    return odt.write(Manuscript(document, load("classic", [ROOT / "themes"]), Resume()))


def tree(data: bytes, name: str = "content.xml") -> ElementTree.Element:
    with ZipFile(io.BytesIO(data)) as package:
        return ElementTree.fromstring(package.read(name))  # noqa: S314  # made right here


@everywhere
def test_it_proves_clean(application, theme):
    finished, held = read_odt.read(made(application, theme)), claim(prepared(application, theme))
    checks = (words, rules.characters, rules.links, rules.description)
    assert [str(finding) for check in checks for finding in check(finished, held)] == []
    assert finished.pages[1] == f"{prepared(application, theme).document.author}\n2 / 2"


def test_the_package_begins_with_its_type_and_lists_its_files():
    with ZipFile(io.BytesIO(made("lindqvist", "classic"))) as package:
        first, *others = package.infolist()
        manifest = ElementTree.fromstring(package.read("META-INF/manifest.xml"))  # noqa: S314  # made right here
    assert (first.filename, first.compress_type, first.header_offset) == ("mimetype", ZIP_STORED, 0)
    listed = {row.get(f"{OASIS}manifest:1.0}}full-path") for row in manifest}
    assert listed == {"/", *(entry.filename for entry in others)} - {"META-INF/manifest.xml"}
    assert "Pictures/photo.jpg" in listed


@everywhere
def test_every_style_that_is_used_is_defined(application, theme):
    content, styles = tree(made(application, theme)), tree(made(application, theme), "styles.xml")
    kinds = ("style", "list-style")
    known = {
        style.get(f"{STYLE}name")
        for root in (content, styles)
        for style in root.iter()
        if style.tag.rpartition("}")[2] in kinds
    }
    used = [element.get(f"{TEXT}style-name") for root in (content, styles) for element in root.iter()]
    parents = [element.get(f"{STYLE}parent-style-name") for root in (content, styles) for element in root.iter()]
    assert len(set(used)) > 10
    assert {name for name in (*used, *parents) if name} <= known


def test_lists_hold_what_stands_deeper():
    deep = List((ListItem(text_of("b"), blocks=(Paragraph(text_of("c")),)), ListItem(text_of("d"))), ordered=True)
    outer = List((ListItem(text_of("a"), blocks=(deep,)), ListItem(text_of("e"))))
    [found] = tree(written(Prose((outer,)))).iter(f"{OASIS}office:1.0}}text")
    lists = [
        (one.get(f"{TEXT}style-name"), ["".join(item.itertext()) for item in one]) for one in found.iter(f"{TEXT}list")
    ]
    assert lists == [("Bullets", ["abcd", "e"]), ("Numbers", ["bc", "d"])]


def test_stressed_words_stand_upright_among_italic_ones():
    runs = Text((Run("a "), Run("b", emphasis=True, strong=True)))
    entry = Entry("e", text_of("Title"), organization=runs, period=Period(runs))
    spans = [
        (one.get(f"{TEXT}style-name"), "".join(one.itertext())) for one in tree(written(entry)).iter(f"{TEXT}span")
    ]
    assert ("Upright", "b") in spans
    assert ("Emphasis", "b") in spans
    assert ("Organization", "b") in spans


def test_a_photo_is_described_and_stands_in_the_package():
    masthead = Masthead(text_of("Ada"), photo=Photo(str(ROOT / "content" / "lindqvist.jpg"), "A woman & a hydrophone"))
    data = written(masthead=masthead)
    assert next(tree(data).iter(f"{OASIS}svg-compatible:1.0}}desc")).text == "A woman & a hydrophone"
    assert read_odt.read(data).pages[0] == "Ada\n\nHeading"
    assert read_odt.read(data).links == ()


@pytest.mark.parametrize("language", ["en", "de-CH", "zh-Hant-TW", "sr-Latn", "es-419"])
def test_the_language_comes_back(language):
    document = Document(language, Masthead(text_of("Ada")), ())
    data = odt.write(Manuscript(document, load("classic", [ROOT / "themes"]), Resume()))
    assert read_odt.read(data).language == language


spaced = st.text("ab \t\nשé&<\x0b", min_size=1, max_size=12)


@settings(max_examples=25)
@given(st.lists(st.builds(Run, spaced, st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=3))
def test_every_space_tab_and_break_comes_back(runs):
    said = "".join(run.text for run in runs).replace("\x0b", "\ufffd")
    assert read_odt.read(written(Prose((Paragraph(Text(tuple(runs))),)))).pages[0] == f"Ada\nHeading\n{said}"
