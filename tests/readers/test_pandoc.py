"""CVs as metadata for a pandoc template: many names for the same things, and files that are none of it."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sound import faults

from typeset.build.job import Made
from typeset.readers import pandoc
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import Imported, imported
from typeset.source import Fault, Faults
from typeset.source.emit_yaml import yaml_text
from typeset.source.tree import placeless

GOATHERD = Path(__file__).parents[3] / "shared" / "corpus" / "markdown" / "samijuvonen-example.yml"

with_corpus = pytest.mark.skipif(not GOATHERD.is_file(), reason="the corpus of résumés is not here")


def content(text: str) -> Imported:
    return imported(text.encode(), "cv.yaml", "pandoc")


def closed(text: str) -> str:
    """The text without its blank lines, whose number is the writer's affair."""
    return re.sub("\n+", "\n", text).strip()


def takes(text: str) -> bool:
    return pandoc.recognizes(Sample("cv.yaml", text.encode()))


def test_the_names_of_one_template_become_ours():
    made = content("""
First-Name: Ada
Surname: Example
address: [1 Engine Street, London]
mobile: (020) 555-0100
github: '@ada'
LinkedIn: www.linkedin.com/in/ada
intro: I calculate.
experience:
  - years: 2010--2012
    employer: Mill
    job: Engineer
    city: Bath
    tasks: [Ground, Sifted]
    tech: stone, water
education:
  - {year: 2009, subject: Mathematics, institute: Home, degree: BSc}
skills:
  Languages: [French]
  Tools: loom, needle
  Prose: I can do much. Ask me.
hobbies: [Chess]
""")
    assert (
        closed(made.text)
        == """basics:
  name: Ada Example
  location: 1 Engine Street, London
  phone: (020) 555-0100
  summary: I calculate.
  profiles:
    - network: GitHub
      username: "@ada"
      url: https://github.com/ada
    - network: LinkedIn
      url: https://www.linkedin.com/in/ada
work:
  - name: Mill
    position: Engineer
    startDate: 2010
    endDate: 2012
    location: Bath
    highlights: [Ground, Sifted]
    keywords: [stone, water]
education:
  - institution: Home
    studyType: BSc
    area: Mathematics
    endDate: 2009
skills:
  - name: Languages
    keywords: [French]
  - name: Tools
    keywords: [loom, needle]
  - name: Prose
    summary: I can do much. Ask me.
interests:
  - name: Chess"""
    )


def test_those_of_another_as_well():
    made = content("""
author: {name: Ada Example}
title: Curriculum vitae
position: Analyst
city: London
country: GB
employment:
  - {start: 2010, end: 2011, company: Mill, title: Engineer, description: Ground., rank: third}
talks:
  - {name: On looms, venue: Royal Society, date: May 1840}
courses:
  - {title: Weaving, school: Home, when: 1830 - 1831}
languages: [French]
certifications: [{cert: Licence, authority: Guild}]
""")
    resume = made.resume
    assert (resume.basics.label and resume.basics.label.plain) == "Analyst"
    assert "title: Curriculum vitae" in made.text
    [work] = resume.work
    assert (str(work.startDate), str(work.endDate), work.position and work.position.plain) == (
        "2010",
        "2011",
        "Engineer",
    )
    assert [key for key, _ in work.x] == ["rank"]
    assert (resume.publications[0].publisher and resume.publications[0].publisher.plain) == "Royal Society"
    assert str(resume.publications[0].releaseDate) == "1840-05"
    [course] = resume.sections[0].items
    assert (course.title and course.title.plain, str(course.startDate), str(course.endDate)) == (
        "Weaving",
        "1830",
        "1831",
    )
    assert resume.certificates[0].issuer
    assert "unplaced" not in made.text


def test_what_is_for_pandoc_becomes_options_or_is_kept():
    made = content("""
name: Ada Example
lang: de_ch
papersize: letter
fontsize: 11pt
geometry: margin=2cm
linkcolor: teal
documentclass: article
header-includes: ['\\usepackage{x}']
work: [{employer: Mill}]
""")
    assert made.application
    expected = 'options:\n  paper: Letter\n  size: 11pt\n  margin: 20mm\n  accent: "#008080"\nlocale: de-CH'
    assert closed(yaml_text(placeless(made.application))) == expected
    assert "documentclass: article" in made.text.partition("\nx:")[2]
    assert made.resume.sections == ()


@pytest.mark.parametrize(
    "text",
    [
        "name: A\nwork: [{employer: B}]",
        "firstname: A\njobs: [{dates: 2001}]",
        "author: A\nelsewhere: [{organization: B, role: C}]",
        '{"name": "A", "experience": [{"company": "B"}]}',
    ],
)
def test_a_person_and_a_list_of_entries_are_enough(text: str):
    assert takes(text)
    assert content(text).resume.basics.name


@pytest.mark.parametrize(
    "text",
    [
        "name: A",
        "work: [{employer: B}]",
        "name: A\nwork: [B]",
        "name: A\nwork: [{colour: red}]",
        "name: pkg\nversion: 1.0.0\ncontributors: [{name: A, email: b}]",
        "basics: {name: A}\nname: A\nwork: [{company: B}]",
        "cv: {name: A}\nname: A\nwork: [{company: B}]",
        "content: {basics: {name: A}}\nname: A\nwork: [{company: B}]",
        "info: {}\nname: A\nemployment: [{employer: B}]",
        "name: ''\nwork: [{employer: B}]",
        "- name: A",
    ],
)
def test_nothing_else_is_taken(text: str):
    assert not takes(text)


@with_corpus
def test_the_goatherd_arrives_whole(built: Callable[..., Made]):
    data = GOATHERD.read_bytes()
    assert pandoc.recognizes(Sample("example.yml", data))
    made = imported(data, "example.yml", "pandoc")
    assert "unplaced" not in made.text
    assert made.resume.x == ()
    spans = [(str(work.startDate), str(work.endDate)) for work in made.resume.work]
    assert spans == [("2015-10", "Present()"), ("2010-01", "2015-10"), ("1999-10", "2010-01")]
    assert [len(work.highlights) for work in made.resume.work] == [3, 2, 1]
    assert made.resume.certificates[0].summary
    assert faults(built(made).findings) == []


@with_corpus
def test_whatever_is_done_to_the_goatherd_he_is_imported_or_refused():
    chance = random.Random(1)  # noqa: S311  # the same damage every time
    lines = GOATHERD.read_text("utf-8").split("\n")
    for _ in range(60):
        damaged = lines.copy()
        for _ in range(4):
            number = chance.randrange(len(damaged))
            key = damaged[number].partition(":")[0]
            junk = chance.choice(["[]", "{a: {b: c}}", "- [x]", "~", "2020-13", "[a, {b: c}]", "1/2 - 3/4", "[a](b)"])
            damaged[number] = f"{key}: {junk}"
        assert all(fault.place for fault in faults_of("\n".join(damaged)))


def faults_of(text: str) -> tuple[Fault, ...]:
    try:
        content(text)
    except Faults as error:
        return error.faults
    return ()
