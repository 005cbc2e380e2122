"""An ORCID record becomes content; its works alone become publications."""

import json
from pathlib import Path

import pytest
from sound import faults

from typeset.readers import orcid
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import imported

SAMPLE = Path(__file__).parent / "samples" / "orcid-record.json"


@pytest.fixture(scope="module")
def made():
    return imported(SAMPLE.read_bytes(), "record.json", "orcid")


def test_it_is_recognised_by_its_shape():
    works = json.loads(SAMPLE.read_text("utf-8"))["activities-summary"]["works"]
    assert orcid.recognizes(Sample("x", SAMPLE.read_bytes()))
    assert orcid.recognizes(Sample("x", json.dumps(works).encode()))
    assert not orcid.recognizes(Sample("x", b'{"group": [], "basics": {}}'))
    assert not orcid.recognizes(Sample("x", b"[]"))


def test_the_person_comes_with_their_identifier(made):
    basics = made.resume.basics
    assert (basics.name.plain, basics.email, basics.location.countryCode.plain) == (
        "Ada Lovelace",
        "ada@example.org",
        "GB",
    )
    assert [profile.network.plain for profile in basics.profiles] == ["ORCID", "Notes"]


def test_affiliations_are_work_education_and_awards(made):
    [job] = made.resume.work
    assert (job.name.plain, job.position.plain, job.department.plain) == (
        "University of Example",
        "Lecturer",
        "Department of Looms",
    )
    [degree] = made.resume.education
    assert (str(degree.startDate), str(degree.endDate)) == ("1833", "1836-06-30")
    assert [award.title.plain for award in made.resume.awards] == ["Medal of the Engine"]


def test_a_work_told_of_twice_is_one_publication(made):
    [work] = made.resume.publications
    assert (work.name.plain, work.doi, work.url) == ("Weaving numbers: with cards", "10.5555/engines.1843.3", None)
    assert any("other versions" in note.message for note in made.notes)


def test_works_alone_are_whose_one_says():
    works = json.loads(SAMPLE.read_text("utf-8"))["activities-summary"]["works"]
    made = imported(json.dumps(works).encode(), "works.json", "orcid", "Ada Lovelace")
    assert made.resume.basics.name.plain == "Ada Lovelace"
    assert str(made.resume.publications[0].releaseDate) == "1843-09"


@pytest.mark.parametrize("strange", [b'{"group":[{"work-summary":[[],{},"x",null,{"title":3}]}],"person":[1]}', b"{}"])
def test_strange_shapes_are_no_reason_to_fail(strange):
    assert imported(strange, "x.json", "orcid", "Ada").resume.basics.name.plain == "Ada"


def test_it_builds(made, built):
    assert faults(built(made).findings) == []
