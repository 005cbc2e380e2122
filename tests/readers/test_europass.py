"""Europass XML of both dialects becomes content; hostile XML becomes a fault."""

import time
from pathlib import Path

import pytest
from sound import faults

from typeset.readers import europass
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import imported
from typeset.source import Faults

SAMPLES = Path(__file__).parent / "samples"
CANDIDATE = SAMPLES / "europass-candidate.xml"
PASSPORT = SAMPLES / "europass-passport.xml"
OPEN = '<Candidate xmlns="http://www.europass.eu/1.0">'
PROFILE = f"{OPEN}<CandidateProfile><ExecutiveSummary>%s</ExecutiveSummary></CandidateProfile></Candidate>"


@pytest.fixture(scope="module", params=[CANDIDATE, PASSPORT], ids=lambda path: path.stem)
def made(request):
    return imported(request.param.read_bytes(), request.param.name, "europass")


@pytest.fixture(scope="module")
def candidate():
    return imported(CANDIDATE.read_bytes(), "cv.xml", "europass")


@pytest.fixture(scope="module")
def passport():
    return imported(PASSPORT.read_bytes(), "cv.xml", "europass")


def test_it_is_recognised_by_its_shape():
    assert europass.recognizes(Sample("x", CANDIDATE.read_bytes()))
    assert europass.recognizes(Sample("x", PASSPORT.read_text("utf-8").encode("utf-16")))
    assert not europass.recognizes(Sample("x", b"<Candidate><name>Ada</name></Candidate>"))
    assert not europass.recognizes(Sample("x", b"<html>europass</html>"))


def test_both_dialects_tell_of_the_same_person(made):
    basics = made.resume.basics
    assert (basics.name.plain, basics.email, basics.url) == (
        "Ada Lovelace",
        "ada@example.org",
        "https://ada.example.org",
    )
    location = basics.location
    assert (location.address.plain, location.postalCode.plain, location.city.plain, location.countryCode.plain) == (
        "12 Example Square",
        "EX1 2MP",
        "London",
        "UK",
    )
    assert dict(basics.x)["birthDate"].text == "1815-12-10"
    assert made.resume.meta.language == "en"


def test_a_job_has_its_bullets_and_goes_on(made):
    job = made.resume.work[0]
    assert (job.name.plain, str(job.startDate)) == ("The Analytical Society", "1842-10")
    assert type(job.endDate).__name__ == "Present"
    assert len(job.highlights) == 2
    assert job.summary.blocks[0].text.plain.endswith(":")


def test_languages_have_their_levels(candidate, passport):
    said = [
        [(each.language.plain, each.fluency.plain) for each in made.resume.languages] for made in (candidate, passport)
    ]
    assert said == [
        [("English", "native"), ("French", "Listening C1, writing B2")],
        [("English", "native"), ("French", "C1")],
    ]


def test_html_is_markdown_and_lists_are_of_the_kind_at_their_items(candidate):
    job = candidate.resume.work[0]
    assert [bullet.text.plain for bullet in job.highlights] == ["Wrote the notes", "Counted 2*3_looms"]
    assert job.body.blocks[0].text.plain == "And more."
    assert candidate.resume.basics.summary.blocks[0].text.plain == "Weaves numbers & notes."


def test_several_positions_at_one_employer_stay_together(candidate):
    mill = candidate.resume.work[1]
    assert [position.position.plain for position in mill.positions] == ["Weaver", "Apprentice"]


def test_the_other_sections_of_a_candidate_have_their_places(candidate):
    resume = candidate.resume
    assert [item.name.plain for item in resume.projects] == ["Flyology"]
    assert [item.position.plain for item in resume.volunteer] == ["Tutor"]
    assert [item.title.plain for item in resume.sections] == ["Conferences and seminars", "Letters"]
    assert [item.name.plain for item in resume.skills] == ["Punched cards", "Engines", "Driving licence"]
    [school] = resume.education
    assert (school.score.plain, school.thesis.title.plain) == ("with honours", "On cards")


def test_achievements_are_entries_where_they_are_lists(passport):
    assert [item.name.plain for item in passport.resume.publications] == ["Sketch of the engine, 1843"]
    assert [item.title.plain for item in passport.resume.sections] == ["Projects", "Horses"]


def test_what_has_no_place_is_kept_and_told(passport):
    kept = dict(passport.resume.x)["unplaced"]
    assert kept.get("CoverLetter.Letter.SubjectLine").text == "Dear Mr Babbage"
    dropped = {note.message.partition(":")[0] for note in passport.notes if note.fate == "dropped"}
    assert dropped == {"`DocumentInfo`", "`PrintingPreferences`", "`Photo`"}


def test_pictures_are_told_of_and_not_kept(candidate):
    assert any(note.message.startswith("`Attachment`") for note in candidate.notes)
    assert "ZGF0YTp" not in str(candidate.tree)


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        (f"{OPEN}\n <CandidatePerson>\n</Candidate>", "cv.xml:3:3: error: not XML: mismatched tag"),
        (f"{OPEN}&xxe;</Candidate>", "cv.xml:1:47: error: not XML: undefined entity"),
        ('<!DOCTYPE Candidate [<!ENTITY a SYSTEM "file:///etc/passwd">]><Candidate/>', "a document type"),
        (OPEN + "<a>" * 1_000, "nested more than 32 levels deep"),
        (OPEN + "<a/>" * 20_000, "more than 15,000 values"),
        ("<Resume/>", "`Resume` is no document of Europass's"),
        (PROFILE % ("x" * 20_000), "a text of 20,000 characters"),
        (PROFILE % ("&lt;ul&gt;&lt;li&gt;" * 1_000), "nested too deep"),
    ],
)
def test_damaged_and_hostile_xml_is_refused_in_time(xml, message):
    started = time.process_time()
    with pytest.raises(Faults) as raised:
        imported(xml.encode(), "cv.xml", "europass", "Ada")
    assert message in str(raised.value)
    assert time.process_time() - started < 4


def test_it_builds(made, built):
    assert faults(built(made).findings) == []
