"""RenderCV files, of any version, in one file or several: the CV by its structure, its looks as an application."""

import random
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from sound import errors

from typeset.build.discover import plans
from typeset.build.importing import files_for
from typeset.build.job import Job, make
from typeset.build.project import Project
from typeset.readers import rendercv
from typeset.readers.draft.looks import BOUNDS, hexadecimal
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import Imported, imported, imported_together
from typeset.source import Fault, Faults
from typeset.source.emit_yaml import yaml_text
from typeset.source.tree import placeless
from typeset.theme import SHIPPED_THEMES
from typeset.theme.options import points
from typeset.theme.theme import load

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "rendercv"
NO_CV = ("sample_entries.yaml", "wrong_input.expected_errors.yaml")
FILES = [file for file in sorted(CORPUS.glob("*.yaml")) if file.name not in NO_CV] if CORPUS.is_dir() else []
TWINS = {f"v2.8-{name}.yaml" for name in ("harvard", "ink", "opal", "sb2nov", "engineeringresumes", "moderncv")}
"""Files whose content is another's, and whose theme is not the only one that becomes ours."""


def files(besides: Iterable[str] = ()) -> pytest.MarkDecorator:
    found = [pytest.param(file, id=file.name) for file in FILES if file.name not in besides]
    absent = pytest.param(None, marks=pytest.mark.skip("the corpus of résumés is not here"))
    return pytest.mark.parametrize("file", found or [absent])


def content(text: str) -> Imported:
    return imported(text.encode(), "cv.yaml", "rendercv")


def of_section(section: str, name: str = "experience") -> Imported:
    indented = section.strip("\n").replace("\n", "\n      ")
    return content(f"cv:\n  name: Ada Example\n  sections:\n    {name}:\n      {indented}\n")


def told(made: Imported) -> list[str]:
    return [f"{note.fate}: {note.message}" for note in made.notes]


def closed(text: str) -> str:
    """The text without its blank lines, whose number is the writer's affair."""
    return re.sub("\n+", "\n", text).strip()


def application(made: Imported) -> str:
    return closed(yaml_text(placeless(made.application))) if made.application else ""


# Sections and entries


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("invited_talks", "Invited Talks"),
        ("art_and_music", "Art and Music"),
        ("welcome_to_RenderCV!", "Welcome to RenderCV!"),
        ("Vor und nach_her", "Vor und nach_her"),
    ],
)
def test_a_key_is_a_title_as_rendercv_writes_it(key: str, title: str):
    [section] = of_section("- label: a\n  details: b", key).resume.sections
    assert section.title
    assert section.title.plain == title


def test_each_kind_of_entry_becomes_an_item_of_its_section():
    made = content("""
cv:
  name: Ada Example
  sections:
    summary: [One., Two.]
    experience:
      - {company: Mill, position: Engineer, start_date: 2001, end_date: present, location: Bath, highlights: [Ground.]}
    education:
      - {institution: Home, area: Mathematics, degree: BSc, date: 1833}
    projects:
      - {name: '[Loom](https://loom.example)', start_date: 1840-01, end_date: 1841-02, summary: Wove.}
    publications:
      - {title: Notes, authors: [B. Menabrea, '*Ada Example*'], journal: Memoirs, date: 1843-08, doi: 10.1/2}
    skills:
      - {label: Languages, details: 'French, Italian (some, little)'}
    awards:
      - bullet: Medal of Honour (1850)
    patents:
      - number: First
      - number: Second
    talks:
      - reversed_number: Late
      - reversed_number: Early
    clubs:
      - bullet: Reading
""")
    assert (
        closed(made.text.partition("\nmeta:")[0])
        == """basics:
  name: Ada Example
  summary: |-
    One.
    Two.
work:
  - name: Mill
    position: Engineer
    location: Bath
    startDate: 2001
    endDate: present
    highlights: [Ground.]
education:
  - institution: Home
    studyType: BSc
    area: Mathematics
    endDate: 1833
projects:
  - name: Loom
    url: https://loom.example
    startDate: 1840-01
    endDate: 1841-02
    summary: Wove.
publications:
  - name: Notes
    authors: [B. Menabrea, "**Ada Example**"]
    publisher: Memoirs
    doi: 10.1/2
    releaseDate: 1843-08
skills:
  - name: Languages
    keywords: [French, "Italian (some, little)"]
awards:
  - title: Medal of Honour
    date: 1850
sections:
  - title: Patents
    body: |-
      1. First
      2. Second
  - title: Talks
    body: |-
      2. Late
      1\\. Early
  - title: Clubs
    items: [Reading]
headings:
  summary: Summary
  work: Experience"""
    )


def test_sections_keep_their_order_on_paper():
    made = content("""
cv:
  name: Ada Example
  sections:
    welcome: [Hello.]
    summary: [Me.]
    employment: [{company: Mill, position: Engineer}]
    clubs: [{bullet: Reading}]
""")
    assert made.resume.meta.order == ("welcome", "summary", "work", "clubs")
    assert [section.id for section in made.resume.sections] == ["welcome", "clubs"]
    assert "id: clubs" in made.text


def test_a_section_without_a_known_title_is_told_by_its_entries():
    made = of_section("- {company: Lab, position: Professor}", "Lehre und Forschung")
    assert made.resume.work[0].name
    assert made.resume.headings.work
    assert made.resume.headings.work.title
    assert made.resume.headings.work.title.plain == "Lehre und Forschung"


@pytest.mark.parametrize(("language", "kept"), [("english", False), ("german", True)])
def test_a_usual_title_is_written_out_where_the_usual_words_are_others(language: str, kept: bool):
    made = content(f"""
cv: {{name: Ada Example, sections: {{education: [{{institution: Home, area: Mathematics}}]}}}}
locale: {{language: {language}}}
""")
    assert (made.resume.headings.education is not None) == kept


def test_a_second_section_of_a_kind_is_a_section_of_its_own():
    made = content("""
cv:
  name: Ada Example
  sections:
    experience: [{company: Mill, position: Engineer}]
    teaching: [{company: School, position: Tutor, date: 2001}]
    more_papers: [{title: One, authors: [Ada Example], journal: Memoirs, doi: 10.1/2}]
    papers: [{title: Two, authors: [Ada Example]}]
""")
    assert len(made.resume.work) == len(made.resume.publications) == 1
    teaching, papers = made.resume.sections
    assert [(str(item.title.plain), str(item.organization.plain)) for item in teaching.items] == [("Tutor", "School")]
    [item] = papers.items
    assert (item.subtitle.plain, item.links[0].url) == ("Ada Example", "https://doi.org/10.1/2")


def test_a_section_that_is_named_like_ours_but_holds_something_else_keeps_its_title():
    made = of_section("- Only a text.", "education")
    [section] = made.resume.sections
    assert (section.id, section.title and section.title.plain) == ("own-education", "Education")


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("date: 2004, start_date: 2001", ("None", "2004")),
        ("end_date: 2004", ("None", "2004")),
        ("start_date: 2001-05", ("2001-05", "None")),
        ("date: March 2001 – June 2002", ("2001-03", "2002-06")),
        ("date: ''", ("None", "None")),
    ],
)
def test_a_date_stands_before_start_and_end(dates: str, expected: tuple[str, str]):
    [work] = of_section(f"- {{company: Mill, position: Engineer, {dates}}}").resume.work
    assert (str(work.startDate), str(work.endDate)) == expected


def test_a_dash_between_spaces_begins_a_point_below_but_not_between_figures():
    made = of_section("- company: Mill\n  highlights:\n    - Made\n      - one\n      - two\n    - Led 10 - 15 people")
    first, second = made.resume.work[0].highlights
    assert [point.text.plain for point in first.highlights if point.text] == ["one", "two"]
    assert (second.text and second.text.plain, second.highlights) == ("Led 10 - 15 people", ())


def test_formulas_and_markup_stay_as_they_are_written_and_are_told_of():
    snippets = r"$\mathcal{O}(n_a \{1\})$ and \textbf{bold} and #emph[so], for $5 or $6"
    made = of_section(f"- company: Mill\n  highlights:\n    - '{snippets}'")
    [point] = made.resume.work[0].highlights
    assert point.text
    assert point.text.plain == snippets
    assert [note.place and note.place.line for note in made.notes if "LaTeX" in note.message] == [7]


def test_bold_stays_the_person_among_authors():
    made = of_section("- {title: One, authors: ['**A. Example**', '***A. E.***', '*Me*', Ada Example]}", "papers")
    authors = made.resume.publications[0].authors
    assert [all(run.strong for run in author.runs) for author in authors] == [True] * 4


# The person


def test_contacts_keep_their_order_and_accounts_get_addresses():
    made = content("""
cv:
  name: Ada Example
  headline: Analyst
  phone: tel:+44-20-555-0100
  email: [ada@example.org, ada@example.net]
  website: www.example.org
  social_networks:
    - {network: GitHub, username: ada}
    - {network: Mastodon, username: '@ada@social.example'}
    - {network: ORCID, username: not an id}
  custom_connections:
    - {placeholder: My shop, url: 'https://shop.example', fontawesome_icon: store}
""")
    basics = made.resume.basics
    assert basics.order == ("name", "label", "phone", "email", "url", "profiles")
    assert (basics.phone and basics.phone.plain, basics.email) == ("+44-20-555-0100", "ada@example.org")
    assert basics.url == "https://www.example.org"
    assert [profile.url for profile in basics.profiles] == [
        "mailto:ada@example.net",
        "https://github.com/ada",
        "https://social.example/@ada",
        None,
        "https://shop.example",
    ]


# Looks


def test_a_design_becomes_options_as_near_as_themes_allow():
    made = content("""
cv: {name: Ada Example}
design:
  theme: engineeringresumes
  page: {size: a4, left_margin: 0.7in, right_margin: 0.7in, top_margin: 1in}
  colors: {section_titles: 'rgb(155, 35, 25)', name: black}
  typography: {line_spacing: 0.8em, font_size: {body: 8pt, name: 30pt}}
locale: {language: german, present: jetzt}
settings: {bold_keywords: [Python]}
""")
    assert (
        application(made)
        == """theme: ats
options:
  paper: A4
  accent: "#9b2319"
  size: 9pt
  margin: 17.8mm
  leading: "1.5"
locale: de"""
    )
    assert [key for key, _ in made.resume.x] == ["rendercv"]
    assert "top_margin: 1in" in made.text.partition("\nx:")[2]
    assert "present: jetzt" in made.text
    assert str(made.resume.meta.language) == "de"
    assert "guessed: `design.typography.font_size.body: 8pt`, to the application: option `size: 9pt`" in told(made)


def test_the_design_of_version_1_is_known():
    made = content("""
cv: {name: Ada Example}
design:
  theme: moderncv
  color: blue
  page_size: a4paper
  font_size: 11pt
  margins: {page: {left: 2 cm, right: 3 cm}}
""")
    expected = 'theme: moderncv\noptions:\n  paper: A4\n  accent: "#3873b3"\n  size: 11pt\n  margin: 20mm'
    assert application(made) == expected
    assert "right: 3 cm" in made.text


def test_the_bounds_of_options_are_those_of_every_theme():
    themes = [path.parent.name for path in SHIPPED_THEMES.glob("*/theme.yaml") if path.parent.name != "base"]
    assert len(themes) > 3
    for theme in themes:
        options = {option.name: option for option in load(theme, (SHIPPED_THEMES,)).options}
        for name, (least, most, unit) in BOUNDS.items():
            found = [points(str(bound)) for bound in (options[name].min, options[name].max)]
            assert found == [points(f"{least:g}{unit}"), points(f"{most:g}{unit}")]


@pytest.mark.parametrize(
    ("written", "color"),
    [("7fffd4", "#7fffd4"), ("Navy", "#000080"), ("rgb(0,79,144)", "#004f90"), ("hsl(1, 2%, 3%)", None), ("", None)],
)
def test_colours_are_read_as_people_write_them(written: str, color: str | None):
    assert hexadecimal(written) == color


# Several files


def test_a_cv_and_its_looks_may_stand_in_several_files():
    cv, design = b"cv: {name: Ada Example}\n", b"design: {theme: sb2nov, page: {size: a4}}\n"
    locale = b"locale: {language: french}\n"
    one = imported_together([Sample("d.yaml", design), Sample("cv.yaml", cv), Sample("l.yaml", locale)], "rendercv")
    other = content((cv + design + locale).decode())
    assert (one.text, application(one)) == (other.text, application(other))


def test_looks_alone_are_refused_by_name():
    sample = Sample("design.yaml", b"design: {theme: classic}\n")
    assert rendercv.recognizes(sample)
    with pytest.raises(Faults, match=r"design\.yaml holds no CV.*\n.*\n.*\n.*typeset import cv\.yaml design\.yaml"):
        rendercv.read(sample)


def test_a_design_in_a_file_that_was_not_given_is_told_of():
    made = content("cv: {name: Ada Example}\nsettings: {render_command: {design: my.yaml}}\n")
    assert "moved: the design is in `my.yaml`: import that file together with this one" in told(made)


@pytest.mark.parametrize("text", ["basics: {name: A}", "a: b", "content: {basics: {name: A}}", "[]", "cv: [a]"])
def test_other_files_are_not_taken(text: str):
    assert not rendercv.recognizes(Sample("cv.yaml", text.encode()))


# Real files


@files()
def test_real_files_are_taken_and_read_without_anything_unplaced(file: Path):
    assert rendercv.recognizes(Sample(file.name, file.read_bytes()))
    made = imported(file.read_bytes(), file.name, "rendercv")
    assert made.format == "RenderCV"
    if file.name != "wrong_input.yaml":
        assert "unplaced" not in made.text


@files(besides=TWINS)
def test_real_files_build_as_they_are_designed(file: Path, tmp_path: Path):
    made = imported(file.read_bytes(), file.name, "rendercv")
    if file.name == "wrong_input.yaml":
        made = imported(file.read_bytes().replace(b"  photo: photo_doesnt_exist.jpg\n", b""), file.name, "rendercv")
    project = Project(tmp_path, tmp_path / "content", tmp_path / "out", (SHIPPED_THEMES,))
    for path, data in files_for(made, None, project, project.content / "ada.yaml").items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    [plan] = plans(project)
    theme = "margin" if "moderncv" in file.name else None
    assert errors(make(Job(project, plan, "pdf", theme), lambda: 0.0).findings) == []


def test_real_jobs_are_jobs(corpus_file: Callable[[str], Imported]):
    made = corpus_file("v2.8-classic.yaml").resume
    counts = {name: len(getattr(made, name)) for name in ("work", "education", "projects", "publications", "awards")}
    assert counts == {"work": 5, "education": 2, "projects": 2, "publications": 4, "awards": 5}
    assert [section.id for section in made.sections] == ["welcome-to-rendercv", "patents", "invited-talks"]


def test_what_is_wrong_is_told_with_its_place(corpus_file: Callable[[str], Imported]):
    made = corpus_file("wrong_input.yaml")
    places = {note.place.line for note in made.notes if note.place}
    assert {4, 5, 7, 8, 13, 15, 19, 33, 41, 45, 58, 61} <= places
    assert made.resume.basics.name
    assert made.resume.basics.name.plain == "John Doe"


@files(besides=TWINS)
def test_whatever_is_done_to_a_file_it_is_imported_or_refused(file: Path):
    chance = random.Random(file.name)  # noqa: S311  # the same damage every time
    lines = file.read_text("utf-8").split("\n")
    for _ in range(12):
        damaged = lines.copy()
        for _ in range(4):
            number = chance.randrange(len(damaged))
            key = damaged[number].partition(":")[0]
            junk = chance.choice(["[]", "{a: {b: c}}", "- [x]", "~", "2020-13", "$\\a{b", "'` - `'", "tel:", "[a](b)"])
            damaged[number] = f"{key}: {junk}"
        assert all(fault.place for fault in faults_of("\n".join(damaged), file.name))


def faults_of(text: str, name: str) -> tuple[Fault, ...]:
    try:
        imported(text.encode(), name, "rendercv")
    except Faults as error:
        return error.faults
    return ()


@pytest.fixture
def corpus_file() -> Callable[[str], Imported]:
    """A function from the name of a file of the corpus to its import."""

    def read(name: str) -> Imported:
        if not FILES:
            pytest.skip("the corpus of résumés is not here")
        return imported((CORPUS / name).read_bytes(), name, "rendercv")

    return read
