"""Heads of entries: from lines as people write them to the fields of the model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.readers.draft.nodes import leaves
from typeset.readers.outline.heads import Head, head
from typeset.source import Mapping, Place, Scalar, Source


def read(kind: str, *lines: str) -> Head:
    source = Source("cv", "\n".join(lines))
    return head([Scalar(line, Place(source, number, 1)) for number, line in enumerate(lines, 1)], kind)


def said(node) -> object:
    match node:
        case Scalar():
            return node.text
        case Mapping():
            return {key.text: said(value) for key, value in node}
    return [said(item) for item in node.items]


def fields(kind: str, *lines: str) -> dict:
    return {name: said(node) for name, node in read(kind, *lines).fields}


JOB = {"position": "Engineer", "name": "Acme"}
DATES = {"startDate": "2014", "endDate": "2017"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["2014-2017", "Engineer", "Acme (Austin)"], JOB | DATES | {"location": "Austin"}),
        (["2014-2017 **Engineer**", "Acme (Austin)"], JOB | DATES | {"location": "Austin"}),
        (["**Engineer** … *2014-2017*", "Acme (Austin)"], {"location": "Austin", "name": "Acme"} | DATES),
        (["2014-2017 Engineer, Acme, Austin."], JOB | DATES | {"location": "Austin"}),
        (["Engineer, Acme (2014 – 2017)"], JOB | DATES),
        (["Engineer", "Acme, Austin, TX", "2014 – 2017"], JOB | DATES | {"location": "Austin, TX"}),
        (["Engineer | Acme | Austin, TX", "2014 – 2017"], JOB | DATES | {"location": "Austin, TX"}),
        (["Engineer · Acme", "*Austin · 2014 – 2017*"], JOB | DATES | {"location": "Austin"}),
        (
            ["Acme Inc., Austin, TX", "Engineer"],
            {"position": "Engineer", "name": "Acme Inc.", "location": "Austin, TX"},
        ),
        (
            ["Founder / Engineer", "Acme (Austin / Boulder)"],
            {"position": "Founder / Engineer", "name": "Acme", "location": "Austin / Boulder"},
        ),
        (
            ["*Engineer at [Acme](https://a.example.org) in the Data Team* (Austin)."],
            JOB | {"url": "https://a.example.org", "department": "Data Team", "location": "Austin"},
        ),
        (["Engineer for [Acme](https://a.example.org)"], JOB | {"url": "https://a.example.org"}),
        (
            ["**Engineer** - Department of Physics", "Acme (Austin)"],
            JOB | {"department": "Department of Physics", "location": "Austin"},
        ),
        (
            ["**Engineer** - Department of Physics *Acme College* (Austin)"],
            {
                "position": "Engineer",
                "department": "Department of Physics",
                "name": "Acme College",
                "location": "Austin",
            },
        ),
        (
            ["Engineer", "Acme Research Institute (ARI)"],
            {"position": "Engineer", "name": "Acme Research Institute (ARI)"},
        ),
        (
            ["Engineer", "Acme GmbH <https://a.example.org>, Wedel"],
            {"position": "Engineer", "name": "Acme GmbH", "url": "https://a.example.org", "location": "Wedel"},
        ),
        (["Summer 2011 (3 months)", "Engineer at Acme"], JOB | {"startDate": "Summer 2011 (3 months)"}),
    ],
)
def test_a_job_is_read(lines, expected):
    made = fields("work", *lines)
    if "…" in lines[0]:
        made.pop("position")
    assert made == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["Engineer", "Acme (Austin)", "now Big Corporation (BC) (Calgary)"],
        ["Engineer", "Acme (Austin) now Big Corporation (BC) (Calgary)"],
    ],
)
def test_what_an_employer_became_is_kept_with_its_place(lines):
    made = fields("work", *lines)
    assert made["successor"] == {"name": "Big Corporation (BC)", "location": "Calgary"}
    assert (made["name"], made["location"]) == ("Acme", "Austin")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["1992-2000 **Ph.D. in Physics**", "The University of Texas at Austin"],
            {
                "studyType": "Ph.D.",
                "area": "Physics",
                "institution": "The University of Texas at Austin",
                "startDate": "1992",
                "endDate": "2000",
            },
        ),
        (
            ["*Masters Degree in Law with partial work towards a PhD at Carnegie University* (Pittsburgh, PA)"],
            {
                "studyType": "Masters Degree",
                "area": "Law with partial work towards a PhD",
                "institution": "Carnegie University",
                "location": "Pittsburgh, PA",
            },
        ),
        (
            ["Bachelor of Arts and Master of Engineering in Law at X University"],
            {"studyType": "Bachelor of Arts and Master of Engineering", "area": "Law", "institution": "X University"},
        ),
        (["X College (2005-09 — 2008-05)"], {"institution": "X College", "startDate": "2005-09", "endDate": "2008-05"}),
        (
            ["X Institute of Technology, B.S. in Physics, 2012"],
            {
                "institution": "X Institute of Technology",
                "studyType": "B.S.",
                "area": "Physics",
                "startDate": "2012",
                "endDate": "2012",
            },
        ),
    ],
)
def test_a_degree_is_read(lines, expected):
    assert fields("education", *lines) == expected


@pytest.mark.parametrize(
    ("kind", "line", "expected"),
    [
        (
            "projects",
            "Blog, creator (??? — Present)",
            {"name": "Blog", "roles": ["creator"], "startDate": "???", "endDate": "present"},
        ),
        ("sections", "Member, The Network", {"title": "Member", "organization": "The Network"}),
        ("sections", "Asteroids (2014-09)", {"title": "Asteroids", "date": "2014-09"}),
        (
            "awards",
            "Honorable Mention, Acme (Jan 2012)",
            {"title": "Honorable Mention", "awarder": "Acme", "date": "2012-01"},
        ),
        ("publications", "Herding, and Other Arts (2008)", {"name": "Herding, and Other Arts", "releaseDate": "2008"}),
        (
            "volunteer",
            "Engineer, Rescue Corps (2003 — 2005)",
            {"position": "Engineer", "organization": "Rescue Corps", "startDate": "2003", "endDate": "2005"},
        ),
        ("skills", "Python 3, Java 2012", {"name": "Python 3, Java 2012"}),
    ],
)
def test_other_things_are_read(kind, line, expected):
    assert fields(kind, line) == expected


def test_what_no_field_takes_is_left_as_text():
    made = read("certificates", "Certified Sheep Dog Handler - Associate, 2014, number 38957271")
    assert {name: said(node) for name, node in made.fields} == {
        "name": "Certified Sheep Dog Handler - Associate",
        "date": "2014",
    }
    assert [line.text for line in made.rest] == ["number 38957271"]


def test_a_guess_is_told_with_its_place():
    [note] = read("work", "Alpha", "Beta").notes
    assert str(note.place) == "cv:1:1"


KINDS = ("work", "education", "projects", "awards", "certificates", "publications", "volunteer", "sections", "skills")


@given(st.sampled_from(KINDS), st.lists(st.text("abC (),.-–·|@*[]<>2014:/ now at", max_size=40), max_size=4))
def test_any_lines_have_a_head_that_loses_no_letter(kind, lines):
    made = read(kind, *lines)
    there = [leaf.text for _, node in made.fields for _, leaf in leaves(node)] + [line.text for line in made.rest]
    assert all(note.place for note in made.notes)
    assert sum("".join(there).count(letter) for letter in "bC") >= sum(
        line.count(letter) for line in lines for letter in "bC"
    )
