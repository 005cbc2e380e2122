"""yamlresume's files: the sections by their structure, lists as highlights, layouts as an application."""

import random
import re
from pathlib import Path

import pytest
from sound import faults

from typeset.build.discover import plans
from typeset.build.importing import files_for
from typeset.build.job import Job, make
from typeset.build.project import Project
from typeset.readers import yamlresume
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import Imported, imported
from typeset.source import Fault, Faults
from typeset.source.emit_yaml import yaml_text
from typeset.source.tree import placeless
from typeset.theme import SHIPPED_THEMES

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "yamlresume"
FILES = [file for file in sorted(CORPUS.glob("*.yml")) if file.name != "invalid-yaml.yml"] if CORPUS.is_dir() else []

TWINS = ("playground-default.yml", "starter-en.yml", "cli-resource-resume.yml")
"""Files whose content is another's."""


def files(besides: tuple[str, ...] = ()) -> pytest.MarkDecorator:
    found = [pytest.param(file, id=file.name) for file in FILES if file.name not in besides]
    absent = pytest.param(None, marks=pytest.mark.skip("the corpus of résumés is not here"))
    return pytest.mark.parametrize("file", found or [absent])


def content(text: str) -> Imported:
    return imported(text.encode(), "resume.yml", "yamlresume")


def with_work(summary: str) -> Imported:
    text = summary.replace("\n", "\n        ")
    return content(f"content:\n  basics: {{name: Ada}}\n  work:\n    - name: Mill\n      summary: |\n        {text}\n")


def closed(text: str) -> str:
    """The text without its blank lines, whose number is the writer's affair."""
    return re.sub("\n+", "\n", text).strip()


def application(made: Imported) -> str:
    return closed(yaml_text(placeless(made.application))) if made.application else ""


# Content


def test_sections_and_the_person_get_our_names():
    made = content("""
content:
  basics: {name: Ada, headline: Analyst, phone: (020) 555-0100, computed: {url: x}}
  location: {city: London, country: United Kingdom}
  profiles: [{network: GitHub, username: ada}]
  education: [{institution: Home, degree: Bachelor, area: Mathematics, startDate: 'Sep 1, 1830', endDate: Jul 1835}]
  references: [{name: B., relationship: Friend, summary: Splendid.}]
  languages: [{language: French, fluency: Native or Bilingual Proficiency, keywords: [DALF, C2]}]
  skills: [{name: Looms, level: Expert, keywords: [Jacquard]}]
locale: {language: zh-hant-tw}
""")
    assert (
        closed(made.text)
        == """basics:
  name: Ada
  label: Analyst
  phone: (020) 555-0100
  location:
    city: London
    countryCode: GB
  profiles:
    - network: GitHub
      username: ada
education:
  - institution: Home
    studyType: Bachelor
    area: Mathematics
    startDate: 1830-09
    endDate: 1835-07
references:
  - name: B.
    position: Friend
    reference: Splendid.
languages:
  - language: French
    fluency: Native or Bilingual Proficiency
    summary: DALF, C2
skills:
  - name: Looms
    level: Expert
    keywords: [Jacquard]
meta:
  language: zh-Hant-TW"""
    )
    assert application(made) == "locale: zh-Hant-TW"
    dropped = [note.message for note in made.notes if note.fate == "dropped"]
    assert dropped == ["`computed.url`, which yamlresume makes of the rest"]


def test_a_list_at_the_end_of_a_summary_is_the_highlights():
    made = with_work("Before.\n\nMore.\n\n- one\n  - below\n- *two*\n\n  A paragraph.")
    [work] = made.resume.work
    assert [block.text.plain for block in work.summary.blocks] == ["Before.", "More."]
    assert [point.text.plain for point in work.highlights] == ["one", "two"]
    assert [point.text.plain for point in work.highlights[0].highlights] == ["below"]
    assert work.highlights[1].body
    assert "unplaced" not in made.text


@pytest.mark.parametrize("summary", ["- one\n\nAfter.", "1. one\n2. two", "> said", "Only text.", "- a\n\n1. b"])
def test_any_other_summary_stays_one_text(summary: str):
    [work] = with_work(summary).resume.work
    assert work.summary
    assert work.highlights == ()


# Looks


def test_new_layouts_become_one_application():
    made = content("""
content: {basics: {name: Ada}, work: [{name: Mill}]}
layouts:
  - engine: html
    template: calm
  - engine: latex
    template: moderncv-casual
    page: {paperSize: letter, margins: {left: 1in, right: 1in, top: 2cm}, showPageNumbers: true}
    typography: {fontSize: 11pt, lineSpacing: snug}
    sections: {aliases: {work: Mills, basics: Me}, order: [work, basics, nothing]}
""")
    assert (
        application(made)
        == """theme: moderncv
options:
  paper: Letter
  size: 11pt
  margin: 25.4mm
formats: [html, pdf]"""
    )
    assert made.resume.meta.order == ("work", "summary")
    assert made.resume.headings.work
    kept = made.text.partition("\nx:")[2]
    assert all(word in kept for word in ("calm", "snug", "top: 2cm", "basics: Me", "nothing"))
    assert "moderncv" not in kept


def test_the_old_layout_is_known():
    made = content("""
content: {basics: {name: Ada}}
layout: {locale: {language: pt-br}, template: jake, typography: {fontSize: 10pt}, page: {margins: {left: 5cm}}}
""")
    assert application(made) == "theme: classic\noptions:\n  size: 10pt\n  margin: 30mm\nlocale: pt-BR"
    assert str(made.resume.meta.language) == "pt-BR"


def test_a_theme_set_by_latex_is_not_for_letters_that_it_lacks():
    made = content("content: {basics: {name: Ada}}\nlocale: {language: ja}\nlayouts: [{template: moderncv-casual}]")
    assert application(made) == "theme: margin\nlocale: ja"


# Real files


@files()
def test_real_files_are_taken_and_read_without_anything_unplaced(file: Path):
    assert yamlresume.recognizes(Sample(file.name, file.read_bytes()))
    made = imported(file.read_bytes(), file.name, "yamlresume")
    assert made.resume.basics.name
    assert "unplaced" not in made.text


@files(besides=TWINS)
def test_real_files_build_with_their_own_options(file: Path, tmp_path: Path):
    made = imported(file.read_bytes(), file.name, "yamlresume")
    project = Project(tmp_path, tmp_path / "content", tmp_path / "out", (SHIPPED_THEMES,))
    for path, data in files_for(made, None, project, project.content / "ada.yaml").items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    [plan] = plans(project)
    assert faults(make(Job(project, plan, "pdf", "margin"), lambda: 0.0).findings) == []


@pytest.mark.skipif(not FILES, reason="the corpus of résumés is not here")
def test_jobs_are_jobs_and_bullets_are_highlights():
    made = imported((CORPUS / "starter-zh-hans.yml").read_bytes(), "cv.yml", "yamlresume").resume
    assert [len(work.highlights) for work in made.work] == [5, 4]
    assert [str(work.startDate) for work in made.work] == ["2022-12", "2020-09"]
    assert (len(made.education[0].highlights), len(made.projects[0].highlights)) == (3, 4)
    assert str(made.meta.language) == "zh-Hans"


@pytest.mark.skipif(not FILES, reason="the corpus of résumés is not here")
def test_malformed_yaml_is_refused_at_its_place():
    faults = faults_of((CORPUS / "invalid-yaml.yml").read_text("utf-8"))
    assert [str(fault.place) for fault in faults] == ["resume.yml:27:7"]


@files()
def test_whatever_is_done_to_a_file_it_is_imported_or_refused(file: Path):
    chance = random.Random(file.name)  # noqa: S311  # the same damage every time
    lines = file.read_text("utf-8").split("\n")
    for _ in range(12):
        damaged = lines.copy()
        for _ in range(4):
            number = chance.randrange(len(damaged))
            key = damaged[number].partition(":")[0]
            junk = chance.choice(["[]", "{a: {b: c}}", "- [x]", "~", "2020-13", "|", "'- a'", "<b>", "[a](b)"])
            damaged[number] = f"{key}: {junk}"
        assert all(fault.place for fault in faults_of("\n".join(damaged)))


@pytest.mark.parametrize("text", ["basics: {name: A}", "cv: {name: A}", "content: text", "content: {body: x}", "[]"])
def test_other_files_are_not_taken(text: str):
    assert not yamlresume.recognizes(Sample("resume.yml", text.encode()))


def faults_of(text: str) -> tuple[Fault, ...]:
    try:
        content(text)
    except Faults as error:
        return error.faults
    return ()
