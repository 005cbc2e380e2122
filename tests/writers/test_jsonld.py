"""JSON-LD: the person in schema.org's words, and no word that the pages do not have."""

import json
from pathlib import Path
from typing import Any

import pytest

from typeset.document.arrange import arrange
from typeset.proof import Claim
from typeset.proof.reading.jsonld import read
from typeset.proof.rules.said import said
from typeset.resume.application import Application
from typeset.resume.tailor import tailor
from typeset.theme.theme import load
from typeset.writers import Manuscript, jsonld

ROOT = Path(__file__).parents[2]
FULL = """
basics:
  name: Ada Lovelace
  label: Analyst
  email: ada@example.org
  phone: 555-0100
  url: https://ada.example.org/
  location: {address: 1 Mill Lane, city: London, countryCode: GB}
  profiles:
    - {network: Git, url: "https://git.example.org/ada"}
    - {network: Secret, username: hidden, private: true}
  summary: I write programs.
work:
  - name: Engine
    url: https://engine.example.org/
    location: London
    positions:
      - {position: Programmer, startDate: 1842-03}
      - {position: Translator, startDate: 1841, endDate: 1842-02}
  - {name: Mill, position: Helper, startDate: Summer 1839, endDate: autumn 1839}
  - {name: Spies, position: Spy, private: true}
  - {position: Freelance, startDate: 1840, endDate: 1841}
volunteer: [{organization: School, position: Teacher, startDate: 1835, endDate: 1836}]
education:
  - {institution: Home, area: Mathematics, studyType: Studies, startDate: 1828, endDate: 1835}
  - {institution: University, studyType: Degree, startDate: 1840}
awards: [{title: Medal, awarder: Society, date: 1843}]
certificates: [{name: Licence, issuer: Guild, date: 1840-05, url: "https://guild.example.org/1"}]
publications:
  - name: Notes
    authors: [L. Menabrea, "**A. Lovelace**"]
    publisher: Memoirs
    releaseDate: 1843-09
    doi: 10.5555/1843
  - {name: A letter, publisher: Press}
skills: [{name: Sums, keywords: [adding, adding, carrying]}, Logic]
languages: [{language: English, fluency: native}, {language: French}]
"""


@pytest.fixture
def manuscript(valid: Any) -> Any:
    """A function from the text of a content file to what a writer is handed, without what is private."""

    def make(content: str, language: str = "en") -> Manuscript:
        resume = tailor(valid(content), Application())
        return Manuscript(arrange(resume, language), load("ats", [ROOT / "themes"]), resume)

    return make


@pytest.fixture
def graph(manuscript: Any) -> Any:
    """A function from the text of a content file to the things of its graph, the person first."""
    return lambda content, language="en": json.loads(jsonld.write(manuscript(content, language)))["@graph"]


def test_who_the_person_is(graph):
    person, *_ = graph(FULL)
    assert {
        key: person[key] for key in ("@type", "@id", "name", "jobTitle", "email", "telephone", "url", "sameAs")
    } == {
        "@type": "Person",
        "@id": "#person",
        "name": "Ada Lovelace",
        "jobTitle": "Analyst",
        "email": "ada@example.org",
        "telephone": "555-0100",
        "url": "https://ada.example.org/",
        "sameAs": "https://git.example.org/ada",
    }
    assert person["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "1 Mill Lane",
        "addressLocality": "London",
        "addressCountry": "United Kingdom",
    }
    assert person["award"] == "Medal"
    assert [language["name"] for language in person["knowsLanguage"]] == ["English", "French"]
    assert person["knowsAbout"] == ["Sums", "adding", "carrying", "Logic"]


def test_what_is_private_is_nowhere(manuscript):
    written = jsonld.write(manuscript(FULL)).decode()
    assert "Programmer" in written
    assert [secret for secret in ("Spies", "Spy", "Secret", "hidden") if secret in written] == []


def test_a_role_that_goes_on_is_worked_for_and_one_that_is_over_left_alumni(graph):
    person, *_ = graph(FULL)
    engine = {"@type": "Organization", "name": "Engine", "url": "https://engine.example.org/", "address": "London"}
    assert person["worksFor"] == {
        "@type": "EmployeeRole", "worksFor": engine, "roleName": "Programmer", "startDate": "1842-03"
    }  # fmt: skip
    assert "memberOf" not in person
    past = [(role["alumniOf"]["name"], role.get("startDate"), role.get("endDate")) for role in person["alumniOf"]]
    assert past == [
        ("Engine", "1841", "1842-02"),
        ("Mill", None, None),
        ("School", "1835", "1836"),
        ("Home", "1828", "1835"),
    ]
    assert person["affiliation"]["affiliation"]["name"] == "University"


def test_a_degree_is_one_when_its_studies_are_over(graph):
    person, *_ = graph(FULL)
    found = [(item["name"], item["credentialCategory"], item["dateCreated"]) for item in person["hasCredential"]]
    assert found == [("Studies in Mathematics", "degree", "1835"), ("Licence", "certificate", "1840-05")]
    assert person["hasCredential"][1]["recognizedBy"]["name"] == "Guild"


def test_publications_know_their_author(graph):
    _, notes, letter = graph(FULL)
    assert notes == {
        "@type": "ScholarlyArticle",
        "name": "Notes",
        "author": [{"@type": "Person", "name": "L. Menabrea"}, {"@id": "#person"}],
        "datePublished": "1843-09",
        "isPartOf": {"@type": "CreativeWork", "name": "Memoirs"},
        "sameAs": "https://doi.org/10.5555/1843",
    }
    assert (letter["@type"], letter["author"]) == ("CreativeWork", {"@id": "#person"})


def test_it_speaks_one_language(graph):
    content = """
        basics: {name: Ada, label: {en: Analyst, de: Analystin}}
        work: [{name: {en: Mill, de: Mühle}, startDate: 1840}]
    """
    person, *_ = graph(content, "de-DE")
    assert (person["jobTitle"], person["worksFor"]["worksFor"]["name"]) == ("Analystin", "Mühle")


def test_a_place_in_one_line_stays_one(graph):
    person, *_ = graph("basics: {name: Ada, location: {text: Near London, city: Hidden}}")
    assert person["address"] == "Near London"


@pytest.mark.parametrize("application", ["lindqvist", "lindqvist-de", "mims", "polte", "twitch"])
def test_it_says_nothing_that_the_pages_do_not(cv, application):
    prepared = cv(application, None, "txt").prepared
    found = read(jsonld.write(prepared.manuscript))
    assert len(found.pages[0].splitlines()) > 10
    assert [str(finding) for finding in said(found, Claim(prepared.document))] == []


def test_what_it_says_besides_is_found(manuscript):
    data = jsonld.write(manuscript(FULL))
    other = Claim(manuscript("basics: {name: Ada Lovelace, label: Analyst}").document)
    messages = [str(finding) for finding in said(read(data), other)]
    assert any("says “Engine”" in message for message in messages)
    assert any("leads to `https://git.example.org/ada`" in message for message in messages)
    assert not any("“Analyst”" in message for message in messages)
    grace = Claim(manuscript("basics: {name: Grace}").document)
    assert any("not `Grace`" in str(finding) for finding in said(read(data), grace))


def test_nothing_in_it_can_end_the_element_that_it_stands_in(manuscript):
    content = 'basics: {name: "</script><!-- <script>", label: "]]> & -->"}'
    written = jsonld.script(manuscript(content))
    assert not set("<>&\u2028\u2029\n") & set(written)
    person = json.loads(written)["@graph"][0]
    assert (person["name"], person["jobTitle"]) == ("</script><!-- <script>", "]]> & -->")
