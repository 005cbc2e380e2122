"""Bullets of jobs that have ended, in the present tense."""

import pytest
from planted.content import advised


def told(job: str, *points: str, section: str = "work", language: str = "en") -> list[str]:
    lines = [f"{section}:", "- name: A", *(f"  {line}" for line in job.split(", ")), "  highlights:"]
    lines += [*(f"  - {point}" for point in points), f"meta: {{language: {language}}}"]
    return [finding.fault.message for finding in advised("\n".join(lines), "tense", reader=language)]


OVER = "startDate: 2012, endDate: 2014"
GOES_ON = "startDate: 2012, endDate: present"


def test_one_finding_an_entry_names_every_verb_and_gives_the_past():
    content = "work:\n- name: A\n  endDate: 2014-06\n  highlights: [Led a team., Write reports., Ship the product.]\n"
    (found,) = advised(content, "tense")
    assert found.fault.message == "`Write` is in the present tense, but the entry ended in 2014-06; so is `Ship`"
    assert found.fault.hint == "write `Wrote`"
    assert str(found.fault.place) == "content.yaml:4:29"


@pytest.mark.parametrize(
    "point",
    [
        "Design and build engines",
        "Lead a team",
        "Lead the team",
        "Successfully manage a team",
        "manage a team",
        "“Develop” it",
    ],
)
def test_english_verbs_in_the_present_are_found(point):
    assert told(OVER, point)
    assert told(GOES_ON, point) == []


@pytest.mark.parametrize(
    "point",
    [
        "Design of engines", "Lead developer of engines", "Research and development", "Test engineer", "Support",
        "Built engines", "Led a team", "Set the pace", "Managed a team", "Managing a team", "Responsible for a team",
        "Program committee", "Head of a team", "Project lead", "Serves two million people", "Use of engines", "",
    ],
)  # fmt: skip
def test_what_may_be_something_else_than_a_verb_is_not(point):
    assert told(OVER, f"“{point}”") == []


@pytest.mark.parametrize(
    ("point", "past"),
    [("Leite ein Team", "Leitete"), ("Entwickle Geräte", "Entwickelte"), ("Ich halte Vorträge", "hielt")],
)
def test_german_verbs_in_the_first_person_are_found(point, past):
    (found,) = advised(
        f"work: [{{name: A, endDate: 2014, highlights: [{point}]}}]\nmeta: {{language: de}}", "tense", reader="de"
    )
    assert found.fault.hint == f"write `{past}`"
    assert told(GOES_ON, point, language="de") == []


@pytest.mark.parametrize(
    "point",
    ["Leitung eines Teams", "Leitete ein Team", "Ein Team geleitet", "Pflege der Daten", "Entwicklung"],
)
def test_german_nouns_and_participles_have_no_tense(point):
    assert told(OVER, point, language="de") == []


def test_verbs_are_read_in_the_language_that_they_are_in():
    assert told(OVER, "{en: Lead a team, de: Leitung eines Teams}") != []
    assert told(OVER, "Develop en liten bil", language="sv") == []


def test_a_mixture_is_told_without_dates_but_not_where_the_job_goes_on():
    mixed = ("Built an engine", "Manage a team")
    assert told("position: B", *mixed) == ["`Manage` is in the present tense, but `Built` beside it in the past"]
    assert told("position: B", "Manage a team") == []
    assert told(GOES_ON, *mixed) == []


def test_what_a_project_does_is_told_in_the_present():
    assert told(OVER, "Manage your savings at home", section="projects") == []
