"""What stands below a label, beside it, or behind it belongs to it: in skills, in a person's own sections, in heads."""

from typing import Any

import pytest

from typeset.readers.importing import imported
from typeset.readers.outline.heads import head
from typeset.readers.outline.lines.wraps import Wraps
from typeset.resume.model import Resume
from typeset.source import Mapping, Scalar, Sequence
from typeset.source.place import NOWHERE


def resume(text: str) -> Resume:
    return imported(f"Ada Example\nada@example.org\n\n{text}".encode(), "cv.txt", "text").resume


def plain(node: Any) -> Any:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node}
    return node


def fields(kind: str, *lines: str) -> dict[str, Any]:
    return {name: plain(value) for name, value in head([Scalar(line, NOWHERE) for line in lines], kind).fields}


def test_prose_and_points_below_a_skill_are_its_own():
    [skill, other] = resume(
        "Skills\n\nSoftware: Python, Rust\nNumerical code that was reviewed and tested.\n- Wrote a compiler.\n"
        "- Wrote another.\n\nLaw: Contracts, torts\n"
    ).skills
    assert [word.plain for word in skill.keywords] == ["Python", "Rust"]
    assert skill.summary
    assert [point.text.plain for point in skill.highlights] == ["Wrote a compiler.", "Wrote another."]
    assert other.name.plain == "Law"


def test_a_sentence_with_commas_is_no_list_of_keywords():
    [hobby] = resume("Interests\n\nSailing: A wooden dinghy from 1961, afloat most of the time.\n").interests
    assert not hobby.keywords
    assert hobby.summary


def test_how_well_a_skill_is_known_is_no_part_of_its_name():
    [skill] = resume("Skills\n\nAcoustics (Expert): arrays, models\nand more, too\n").skills
    assert skill.name.plain == "Acoustics"
    assert skill.level
    assert skill.level.plain == "Expert"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["**Acme Ltd.**, Department of Physics, Logan", "*Scholar*   2012 – 2013"],
            {"name": "Acme Ltd.", "department": "Department of Physics", "location": "Logan", "position": "Scholar"},
        ),
        (
            ["**Engineer**   2012 – 2013", "*Acme*, Data Team   Logan"],
            {"name": "Acme", "department": "Data Team", "location": "Logan", "position": "Engineer"},
        ),
        (
            ["2012 – 2013   **Lecturer**, Study of Things", "Acme Institute, Logan (now Beta Group, Paris)"],
            {"name": "Acme Institute", "department": "Study of Things", "location": "Logan", "position": "Lecturer"},
        ),
        (["**Acme GmbH**, Hamburg   2018 – 2020"], {"name": "Acme GmbH", "location": "Hamburg"}),
        (["Analystin, Engine GmbH (2010 - 2012)"], {"name": "Engine GmbH", "position": "Analystin"}),
    ],
)
def test_a_unit_is_neither_the_employer_nor_the_place(lines: list[str], expected: dict[str, str]):
    found = fields("work", *lines)
    assert {name: found.get(name) for name in expected} == expected
    assert ("position" in found) == ("position" in expected)


def test_what_an_employer_became_may_stand_in_brackets():
    found = fields("work", "2012 – 2013   **Lecturer**", "Acme Institute, Logan (now Beta Group, Paris)")
    assert found["successor"] == {"name": "Beta Group", "location": "Paris"}


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("awards", ["**A Prize**, Acoustics Society   2017"], {"title": "A Prize", "date": "2017"}),
        (
            "projects",
            ["**Harbour Ear**   2019 – 2020", "*Sound Union*, Founder   Hamburg"],
            {"name": "Harbour Ear", "entity": "Sound Union", "roles": ["Founder"], "location": "Hamburg"},
        ),
        (
            "sections",
            ["2019 – 2020   **A Talk**, Keynote", "Sound Days, Paris"],
            {"title": "A Talk", "subtitle": "Keynote", "organization": "Sound Days", "location": "Paris"},
        ),
        (
            "references",
            ["**Mary Doe**", "Acme University, Professor of Physics"],
            {"name": "Mary Doe", "position": "Professor of Physics", "organization": "Acme University"},
        ),
    ],
)
def test_a_line_below_a_title_says_of_whom_where_and_as_what(kind: str, lines: list[str], expected: dict[str, Any]):
    found = fields(kind, *lines)
    assert {name: found.get(name) for name in expected} == expected


def test_without_gaps_an_employer_stands_above_each_role_as_above_the_first():
    found = imported(
        b"Ada Example\nada@example.org\nExperience\nAcme, London\nEngineer 2015 - 2016\n- Built a loom.\n"
        b"Beta, Paris\nProgrammer 2013 - 2014\n- Wrote of it.\n"
        b"Education\nUniversity of Home\nB.A. in Law 2010 - 2012\n",
        "cv.txt",
        "text",
    ).resume
    assert [(job.name.plain, job.position.plain) for job in found.work if job.name and job.position] == [
        ("Acme", "Engineer"),
        ("Beta", "Programmer"),
    ]


def test_a_day_of_a_month_counts_no_points():
    found = resume("Certificates\n\n14. Feb. 2025   Sea Survival\n").certificates
    assert [item.name.plain for item in found] == ["Sea Survival"]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("a peer-to-", "peer network", "a peer-to-peer network"),
        ("the JMX-", "based console", "the JMX-based console"),
        ("an object-", "oriented design", "an object-oriented design"),
        ("an organi-", "sation", "an organisation"),
    ],
)
def test_a_compound_keeps_its_hyphen_at_the_end_of_a_line(before: str, after: str, whole: str):
    from typeset.readers.outline.lines.row import Row

    rows = (Row(before, NOWHERE), Row(after, NOWHERE))
    assert Wraps(rows).joined(before, rows[1]) == whole


def test_an_address_with_a_town_inside_is_one_place_and_pages_on_one_line_are_several():
    basics = imported(
        b"Ada Example\nAm Kai 7, 22880 Wedel, Schleswig-Holstein, Germany\n"
        b"ada@example.org github.com/ada (mostly notes) github.com/byron (mostly verse)\n\nSkills\n\nPython, Rust\n",
        "cv.txt",
        "text",
    ).resume.basics
    assert basics.location
    assert basics.location.text
    assert basics.location.text.plain == "Am Kai 7, 22880 Wedel, Schleswig-Holstein, Germany"
    assert [profile.username for profile in basics.profiles] == ["ada", "byron"]
