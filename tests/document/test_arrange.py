from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from typeset.document.arrange import arrange
from typeset.document.shapes import Document, Entry, Group, List, Prose, Terms
from typeset.resume.model import SECTIONS, Resume


@pytest.fixture
def document(valid: Callable[[str], Resume]) -> Callable[..., Document]:
    return lambda text, language="en-US": arrange(valid(text), language)


@pytest.fixture
def parts(document: Callable[..., Document]) -> Callable[..., tuple[Any, ...]]:
    """The parts of the one section that a text makes."""

    def of_one_section(text: str, language: str = "en-US") -> tuple[Any, ...]:
        [section] = document(text, language).sections
        return section.parts

    return of_one_section


@pytest.fixture
def contacts(document: Callable[..., Document]) -> Callable[..., list[tuple[str, str]]]:
    def in_order(text: str, language: str = "en-US") -> list[tuple[str, str]]:
        return [(contact.kind, contact.text.plain) for contact in document(text, language).masthead.contacts]

    return in_order


TITLES = {
    "en": "Profile, Work Experience, Volunteering, Education, Awards, Certificates, Publications, Skills, Languages, "
    "Interests, References, Projects",
    "de": "Profil, Berufserfahrung, Ehrenamt, Ausbildung, Auszeichnungen, Zertifikate, Veröffentlichungen, Kenntnisse, "
    "Sprachen, Interessen, Referenzen, Projekte",
    "fr": "Profil, Expérience professionnelle, Bénévolat, Formation, Distinctions, Certifications, Publications, "
    "Compétences, Langues, Centres d’intérêt, Références, Projets",
    "es": "Perfil, Experiencia profesional, Voluntariado, Formación, Premios, Certificados, Publicaciones, "
    "Competencias, Idiomas, Intereses, Referencias, Proyectos",
}
NAMED = {"volunteer": "organization", "education": "institution", "awards": "title", "languages": "language"}
EVERY_SECTION = "basics: {name: a, summary: b}\n" + "".join(
    f"{section}: [{{{NAMED.get(section, 'name')}: c}}]\n" for section in SECTIONS
)


@pytest.mark.parametrize("language", TITLES)
def test_sections_have_titles_in_the_language(document, language: str):
    assert ", ".join(section.title.plain for section in document(EVERY_SECTION, language).sections) == TITLES[language]


def test_a_heading_of_the_persons_own_replaces_the_usual_one_and_may_have_an_introduction(document):
    [section] = document("headings: {skills: {title: Craft, summary: At hand.}}\nskills: [a]").sections
    assert section.title.plain == "Craft"
    assert isinstance(section.parts[0], Prose)


def test_sections_come_in_the_order_of_the_file(document):
    found = document(
        "skills: [a]\nbasics: {name: b, summary: c}\nsections: [{title: d, items: [e]}]\nwork: [{name: f}]"
    )
    assert [section.id for section in found.sections] == ["skills", "summary", "d", "work"]


@pytest.mark.parametrize(
    "text",
    ["work: []", "work: [{}]", "work: [{name: ''}]", "skills: [{level: ''}]", "references: [{name: ''}]",
     "work: [{highlights: ['']}]", "awards: [{date: ''}]", "sections: [{title: a, items: [{}]}]", "headings: {work: a}",
     "sections: [{title: a, items: [{summary: ' '}]}]"],
)  # fmt: skip
def test_what_says_nothing_is_not_shown(document, text: str):
    assert document(text).sections == ()


def test_a_bullet_without_words_is_not_shown(parts):
    [entry] = parts("work: [{name: a, highlights: ['', {text: ''}, b]}]")
    assert [item.text.plain for block in entry.body for item in block.items] == ["b"]


# Contacts


def test_contacts_come_in_the_order_written(contacts):
    text = "basics: {phone: 1, name: a, profiles: [{network: N, username: u}], url: 'https://b.org/', email: c@d.org}"
    assert contacts(text) == [("phone", "1"), ("profile", "N: u"), ("url", "b.org"), ("email", "c@d.org")]


@pytest.mark.parametrize(
    ("profile", "shown", "link"),
    [
        ("{network: N, username: u, url: 'https://n.org/u'}", "n.org/u", "https://n.org/u"),
        ("{network: N, username: u}", "N: u", None),
        ("{username: u}", "u", None),
        ("{network: N}", "N", None),
    ],
)
def test_a_profile_is_its_address_else_its_names(document, profile: str, shown: str, link: str | None):
    [contact] = document(f"basics: {{name: a, profiles: [{profile}]}}").masthead.contacts
    assert (contact.text.plain, contact.text.runs[0].link) == (shown, link)


@pytest.mark.parametrize(
    ("location", "language", "shown"),
    [
        ("{address: A 1, postalCode: '1011', city: B, countryCode: DE}", "de", "A 1, 1011 B, Deutschland"),
        (
            "{address: 1 A, city: B, region: NV, postalCode: '8950', countryCode: US}",
            "en",
            "1 A, B, NV 8950, United States",
        ),
        ("{postalCode: '1011', city: B, region: C}", "en", "1011 B, C"),
        ("Somewhere", "en", "Somewhere"),
    ],
)
def test_a_location_is_written_as_its_country_does(contacts, location: str, language: str, shown: str):
    assert contacts(f"basics: {{name: a, location: {location}}}", language) == [("location", shown)]


def test_an_empty_location_is_no_contact(contacts):
    assert contacts("basics: {name: a, location: {}}") == []


def test_names_label_and_keywords_describe_the_file(document):
    found = document("basics: {name: A *B*, label: C}\nskills: [{name: D, keywords: [E, F]}, {name: G, keywords: [E]}]")
    assert (found.author, found.title, found.keywords) == ("A B", "A B – C", ("D", "E", "F", "G"))


# Work

SAME = "{name: A, position: P, startDate: 2014}, {name: A, position: Q, startDate: 2012, endDate: 2014}"


def test_roles_that_follow_one_another_at_one_employer_are_one_entry(parts):
    [entry] = parts(f"work: [{SAME}]")
    assert (entry.title, entry.organization.plain, entry.period.text.plain) == (None, "A", "2012 – Present")
    assert [role.title.plain for role in entry.entries] == ["P", "Q"]


@pytest.mark.parametrize(
    "other",
    [
        "name: B",
        "name: A, location: B",
        "name: A, url: 'https://b.org'",
        "name: A, description: B",
        "name: A, successor: B",
    ],
)
def test_roles_that_differ_in_the_employer_stay_apart(parts, other: str):
    assert len(parts(f"work: [{{name: A, position: P}}, {{{other}, position: Q}}]")) == 2


def test_roles_at_one_employer_with_another_between_stay_apart(parts):
    assert len(parts("work: [{name: A}, {name: B}, {name: A}]")) == 3


def test_roles_without_an_employer_stay_apart(parts):
    assert len(parts("work: [{position: P}, {position: Q}]")) == 2


def test_grouped_roles_and_written_positions_are_the_same(parts):
    written = SAME.replace("name: A, ", "")
    grouped, nested = (parts(text)[0] for text in (f"work: [{SAME}]", f"work: [{{name: A, positions: [{written}]}}]"))
    assert grouped.period == nested.period
    assert [replace(role, id="") for role in grouped.entries] == [replace(role, id="") for role in nested.entries]


@pytest.mark.parametrize(
    ("positions", "shown"),
    [
        (
            "{position: P, startDate: 2012-05, endDate: 2014}, {position: Q, startDate: 2010, endDate: 2012-05}",
            "2010 – 2014",
        ),
        ("{position: P, startDate: 2012}, {position: Q, startDate: 2010, endDate: 2012}", "2010 – Present"),
        ("{position: P, startDate: 2012, endDate: Summer}, {position: Q, startDate: 2010, endDate: 2012}", None),
        ("{position: P, endDate: 2014}, {position: Q, startDate: 2010, endDate: 2012}", None),
    ],
)
def test_an_employer_spans_its_positions_where_they_say_when(parts, positions: str, shown: str | None):
    [entry] = parts(f"work: [{{name: A, positions: [{positions}]}}]")
    assert (entry.period and entry.period.text.plain) == shown


@pytest.mark.parametrize(("location", "shown"), [("B", None), ("C", "C")])
def test_a_position_says_where_only_if_elsewhere(parts, location: str, shown: str | None):
    [entry] = parts(f"work: [{{name: A, location: B, positions: [{{position: P, location: {location}}}]}}]")
    assert (entry.entries[0].place and entry.entries[0].place.plain) == shown


def test_a_successor_is_named_with_its_place(parts):
    [entry] = parts("work: [{name: A, successor: {name: B, location: C, url: 'https://b.org'}}]", "de")
    assert entry.remark.plain == "heute B, C"
    assert [run.link for run in entry.remark.runs] == [None, "https://b.org", None, None]


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        ("startDate: 2012", "2012 – Present"),
        ("endDate: 2012", "2012"),
        ("startDate: Spring", "Spring"),
        ("endDate: present", "Present"),
    ],
)
def test_a_start_without_an_end_goes_on(parts, dates: str, shown: str):
    assert parts(f"work: [{{name: A, {dates}}}]")[0].period.text.plain == shown


def test_a_body_is_paragraphs_bullets_more_and_keywords(parts):
    [entry] = parts(
        "work: [{name: A, keywords: [k, l], body: after, highlights: [{label: b, text: c}], summary: before}]"
    )
    assert [type(block).__name__ for block in entry.body] == ["Paragraph", "List", "Paragraph", "Terms"]
    assert entry.body[3].label.plain == "Keywords"


# Other kinds


def test_a_degree_is_its_kind_in_its_subject(parts):
    [entry] = parts("education: [{institution: A, studyType: M.Sc., area: Botany}]", "fr")
    assert entry.title.plain == "M.Sc. en Botany"


def test_a_thesis_and_whoever_supervised_are_facts(parts):
    [entry] = parts("education: [{institution: A, thesis: {title: T, supervisor: S}, supervisor: R, score: '1.0'}]")
    assert [(block.label.plain, [item.plain for item in block.items]) for block in entry.body] == [
        ("Thesis", ["T"]),
        ("Supervisor", ["S", "R"]),
        ("Grade", ["1.0"]),
    ]


def test_a_title_that_holds_a_link_keeps_it(parts):
    [entry] = parts("projects: [{name: 'A [b](https://b.org)', url: 'https://c.org'}]")
    assert [run.link for run in entry.title.runs] == [None, "https://b.org"]


def test_a_publication_links_to_its_doi(parts):
    [entry] = parts("publications: [{name: A, doi: 10.5555/1}]")
    assert [(link.plain, link.runs[0].link) for link in entry.links] == [("doi:10.5555/1", "https://doi.org/10.5555/1")]


def test_bare_labels_that_follow_one_another_are_one_line(parts):
    first, second, third = parts("skills: [a, b, {name: c, keywords: [d]}, e]")
    assert ([item.plain for item in first.items], second.label.plain, third.label.plain) == (["a", "b"], "c", "e")


def test_a_section_of_ones_own_mixes_entries_pairs_and_bullets(document):
    items = "[{title: a, date: 2012}, {label: b, value: c}, d, {text: e, label: f}]"
    [section] = document(f"sections: [{{id: own, title: t, body: g, items: {items}}}]").sections
    assert (section.id, section.kind, section.title.plain) == ("own", "sections", "t")
    assert [type(part) for part in section.parts] == [Prose, Entry, Group, Prose]
    assert len(section.parts[3].blocks[0].items) == 2


def test_a_numbered_list_among_bullets_stays_numbered(parts):
    found = parts('sections: [{title: t, items: [a, {body: "1. b\\n2. c"}]}]')
    assert [block.ordered for part in found for block in part.blocks if isinstance(block, List)] == [False, True]


def test_courses_are_terms(parts):
    [entry] = parts("education: [{institution: A, courses: [b, c]}]", "de")
    assert [(block.label.plain, len(block.items)) for block in entry.body if isinstance(block, Terms)] == [
        ("Lehrveranstaltungen", 2)
    ]


def test_a_reference_is_a_quotation_with_addresses(parts):
    [entry] = parts("references: [{name: A, reference: b, email: c@d.org, phone: '1'}]")
    assert [link.plain for link in entry.links] == ["c@d.org", "1"]
    assert [type(block).__name__ for block in entry.body] == ["Quote"]


# Language


def test_a_document_is_in_one_language(document):
    found = document("work: [{name: {en: Works, de: Werk}}]\nheadings: {work: {en: Jobs, de: Arbeit}}", "de-AT")
    assert (found.language, found.sections[0].title.plain) == ("de-AT", "Arbeit")
    assert "Works" not in repr(found)
